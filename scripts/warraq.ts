import { readFileSync } from 'node:fs';
import { describeCommands, findScript } from '../src/commands/commands.ts';
import { CommandFailure, runCommand } from '../src/commands/run-command.ts';
import { commandStrings } from '../src/strings/commands.ts';

// The command `warraq`, as bin/warraq.mjs starts it: the first word after it names a script of this directory.
const [, , name] = process.argv;

if (name === '--version' || name === '-v') console.log(readVersion());
else if (name === '--help' || name === '-h') console.log(describeCommands());
else {
  let script: string | undefined;
  await runCommand(async () => {
    if (name === undefined) throw new CommandFailure(`${commandStrings.warraq.none}\n\n${describeCommands()}`);
    script = findScript(name);
  });
  // A script reads what follows its own name.
  process.argv.splice(2, 1);
  if (script !== undefined) await import(new URL(script, import.meta.url).href);
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
