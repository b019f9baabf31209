import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { completeAnswers, findFault, proposeAnswer, questions } from '../src/commands/init/answers.ts';
import type { Answers } from '../src/commands/init/settings-files.ts';
import { refuseEngineDirectory, writeNewsroom } from '../src/commands/init/write-newsroom.ts';
import { drawId } from '../src/commands/new-article.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.init;
const engineDirectory = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const isInteractive = process.stdin.isTTY === true;
const machineTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

runCommandLine('init', async ({ flags, texts }) => {
  // npm runs commands in the project, and tells in this variable where the operator stands.
  const directory = path.resolve(process.env.INIT_CWD ?? process.cwd(), texts[0] ?? '.');
  refuseEngineDirectory(directory, engineDirectory);
  refuseFaults(flags);
  const answers = isInteractive ? await askAll(flags) : answerAll(flags);
  const newsroom = { answers, articleId: drawId([]), now: Date.now() };
  const { files, localEngine } = await writeNewsroom(directory, engineDirectory, newsroom);
  if (isInteractive) outro(words.created(directory, files));
  else console.log(words.created(directory, files));
  console.log(words.next(directory));
  if (localEngine !== undefined) console.log(words.localEngine(localEngine));
  if (answers.host !== 'none') console.log(words.hostNext);
});

/** Throws a `CommandFailure` with everything that is wrong with what was typed. */
function refuseFaults(typed: Partial<Answers>): void {
  const faults = questions.flatMap((question) => {
    const answer = typed[question];
    return answer === undefined ? [] : (findFault(question, answer) ?? []);
  });
  if (faults.length > 0) throw new CommandFailure(faults.join('\n'));
}

/** Completes the answers where there is nobody to ask. */
function answerAll(typed: Partial<Answers>): Answers {
  const { answers, missing } = completeAnswers(typed, machineTimeZone);
  if (missing.length > 0) throw new CommandFailure(words.flagMissing(missing));
  return answers;
}

async function askAll(typed: Partial<Answers>): Promise<Answers> {
  intro(words.intro);
  const answers: Partial<Answers> = { ...typed };
  for (const question of questions) answers[question] ??= (await ask(question, answers)).trim();
  return answers as Answers;
}

async function ask(question: keyof Answers, known: Partial<Answers>): Promise<string> {
  const message = words.questions[question];
  const proposed = proposeAnswer(question, known, machineTimeZone);
  const choices = choicesOf(question);
  const answer =
    choices === undefined
      ? await text({
          message,
          ...(proposed !== '' && { initialValue: proposed }),
          ...(question in words.placeholders && { placeholder: words.placeholders[question as 'title'] }),
          validate: (written) => findFault(question, written ?? ''),
        })
      : await select({ message, options: choices, initialValue: proposed });
  if (!isCancel(answer)) return answer;
  cancel(words.cancelled);
  throw new CommandFailure(words.cancelled);
}

/** Returns the answers to choose from; undefined for a question that is answered in words. */
function choicesOf(question: keyof Answers): { value: string; label: string }[] | undefined {
  const lists: Partial<Record<keyof Answers, Record<string, string>>> = {
    host: words.hosts,
    months: words.months,
    gender: words.genders,
  };
  const list = lists[question];
  // `none` of the sentences about an author is the answer that nothing is said.
  return (
    list &&
    Object.entries(list).map(([value, label]) => ({
      value: question === 'gender' && value === 'none' ? '' : value,
      label,
    }))
  );
}
