import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outro } from '@clack/prompts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { findPathBelowRoot, hasWorkflow } from '../src/commands/init/newsroom-files.ts';
import { completeTyped } from '../src/commands/init/questionnaire.ts';
import { chooseDirectory, refuseEngineDirectory, writeNewsroom } from '../src/commands/init/write-newsroom.ts';
import { drawId } from '../src/commands/new-article.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.init;
const engineDirectory = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const isInteractive = process.stdin.isTTY === true;

runCommandLine('init', async ({ flags, texts }) => {
  // npm runs commands in the project, and tells in this variable where the operator stands.
  const directory = path.resolve(process.env.INIT_CWD ?? process.cwd(), chooseDirectory(texts));
  refuseEngineDirectory(directory, engineDirectory);
  const answers = await completeTyped(flags, isInteractive);
  const newsroom = { answers, articleId: drawId([]), now: Date.now() };
  const { files, localEngine } = await writeNewsroom(directory, engineDirectory, newsroom);
  if (isInteractive) outro(words.created(directory, files));
  else console.log(words.created(directory, files));
  console.log(words.next(directory));
  if (localEngine !== undefined) console.log(words.localEngine(localEngine));
  const below = findPathBelowRoot(answers);
  if (below !== '') console.log(words.belowRoot(below));
  if (answers.host !== 'none') console.log(hasWorkflow(answers.host) ? words.hostNext : words.noWorkflow);
});
