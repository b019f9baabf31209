import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { readRenaming } from '../src/commands/plan-renaming.ts';
import { describeRenaming, renameContent } from '../src/commands/rename-content.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('rename', async ({ flags, texts }) => {
  const renaming = readRenaming(texts);
  const isRehearsal = flags['dry-run'] ?? false;
  const report = await renameContent(readEnvironment(new URL('..', import.meta.url)), renaming, isRehearsal);
  for (const sentence of describeRenaming(report, isRehearsal)) console.log(sentence);
  if (!isRehearsal) console.log(commandStrings.renaming.next);
});
