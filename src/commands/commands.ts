import { findNearest } from '../schema/nearest.ts';
import { commandLines, otherCommands } from '../strings/command-lines.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.warraq;

/** The scripts of products of their own, which read what is typed after them themselves. */
const otherScripts: Record<keyof typeof otherCommands, string> = {
  bench: 'bench/bench.ts',
  'comments:server': 'comments-server/start.ts',
};

/** Every command of `warraq`, and of `npm run`, with what it does. */
export const commands: Readonly<Record<string, { purpose: string }>> = { ...commandLines, ...otherCommands };

/** Finds the file of a command in `scripts/`. Throws a `CommandFailure` if there is no such command. */
export function findScript(name: string): string {
  const known = Object.keys(commands);
  if (!known.includes(name)) throw new CommandFailure(words.unknown(name, findNearest(name, known)));
  return Object.hasOwn(otherScripts, name) ? otherScripts[name as keyof typeof otherScripts] : `${name}.ts`;
}

/** Describes all commands for `warraq --help`. */
export function describeCommands(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = Object.entries(commands).map(([name, { purpose }]) => `  ${name.padEnd(width)}   ${purpose}`);
  return [[words.usage, '  npx warraq COMMAND [FLAGS]'], [words.commands, ...rows], [words.help]]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
