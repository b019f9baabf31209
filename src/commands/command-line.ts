import { parseArgs } from 'node:util';
import { findNearest } from '../schema/nearest.ts';
import { type CommandLine, type CommandName, commandLines, type Flag } from '../strings/command-lines.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure, runCommand } from './run-command.ts';

const words = commandStrings.commandLine;

type FlagValue<Of extends Flag> = Of extends { multiple: true }
  ? string[]
  : Of extends { value: string }
    ? string
    : true;

/** What was typed after a command; a flag that was not given is left out. */
export interface Typed<Name extends CommandName = CommandName> {
  flags: { -readonly [Key in keyof (typeof commandLines)[Name]['flags']]?: FlagValue<FlagOf<Name, Key>> };
  /** What is no flag, in the order in which it was typed. */
  texts: string[];
}

type FlagOf<
  Name extends CommandName,
  Key extends keyof (typeof commandLines)[Name]['flags'],
> = (typeof commandLines)[Name]['flags'][Key] extends Flag ? (typeof commandLines)[Name]['flags'][Key] : never;

/** The variables that flags for directories and for the address stand for. */
const variables = {
  content: 'CONTENT_DIR',
  output: 'OUT_DIR',
  cache: 'CACHE_DIR',
  'site-url': 'SITE_URL',
} as const;

/** Runs a command with what was typed after its name, or shows its `--help`. */
export function runCommandLine<Name extends CommandName>(
  name: Name,
  work: (typed: Typed<Name>) => Promise<void>,
): Promise<void> {
  return runCommand(async () => {
    const typed = readCommandLine(name, process.argv.slice(2));
    if (typed === 'help') {
      console.log(describeCommand(name, process.env.WARRAQ_NEWSROOM !== undefined));
      return;
    }
    // Set here, because the processes that a command starts, and Astro's configuration, read the same variables.
    for (const [flag, variable] of Object.entries(variables)) {
      const value = (typed.flags as Record<string, unknown>)[flag];
      if (typeof value === 'string') process.env[variable] = value;
    }
    await work(typed);
  });
}

/** Reads what was typed after a command. Throws a `CommandFailure` if the command does not know it. */
export function readCommandLine<Name extends CommandName>(name: Name, args: readonly string[]): Typed<Name> | 'help' {
  const line: CommandLine = commandLines[name];
  const options = Object.entries(line.flags).map(([key, { value }]) => [key, { type: typeOf(value) }] as const);
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const flags: Record<string, string | string[] | true> = {};
  const texts: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') texts.push(acceptText(token.value, name, line));
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(line.flags, token.name) ? line.flags[token.name] : undefined;
    if (flag === undefined) throw unknownFlag(token.rawName, name, line);
    const value = acceptValue(token, flag);
    const earlier = flags[token.name];
    flags[token.name] = flag.multiple ? [...(Array.isArray(earlier) ? earlier : []), String(value)] : value;
  }
  return { flags: flags as Typed<Name>['flags'], texts };
}

function typeOf(value: string | undefined): 'string' | 'boolean' {
  return value === undefined ? 'boolean' : 'string';
}

interface FlagToken {
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function acceptValue({ rawName, value, inlineValue }: FlagToken, flag: Flag): string | true {
  if (flag.value === undefined) {
    if (value !== undefined) throw new CommandFailure(words.valueExtra(rawName));
    return true;
  }
  // A negative number is a value, which the command itself refuses.
  const isFlag = !inlineValue && /^-./.test(value ?? '') && !/^-\d+$/.test(value ?? '');
  if (value === undefined || value === '' || isFlag) throw new CommandFailure(words.valueMissing(rawName, flag.value));
  return value;
}

/** Word processors and chats turn `--` into a dash, as in `—fix`. */
const dash = /^[\u2012-\u2015\u2212]+/;

function acceptText(text: string, name: CommandName, line: CommandLine): string {
  if (dash.test(text)) throw unknownFlag(text, name, line);
  if (line.texts === undefined) throw new CommandFailure(words.unknownText(text, name));
  return text;
}

function unknownFlag(written: string, name: CommandName, { flags }: CommandLine): CommandFailure {
  const known = [...Object.keys(flags), 'help'];
  const bare = written.replace(dash, '').replace(/^-+/, '');
  const nearest = findNearest(bare, known) ?? known.find((flag) => bare !== '' && flag.startsWith(bare));
  return new CommandFailure(words.unknownFlag(written, nearest && `--${nearest}`, name));
}

/** Returns the port that `--port` names. */
export function readPort(written: string | undefined): { port?: number } {
  if (written === undefined) return {};
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (port < 1 || port > 65_535) throw new CommandFailure(words.badPort(written));
  return { port };
}

/** Describes a command for `--help`, as it is typed to the package or in the repository. */
export function describeCommand(name: CommandName, isPackage = false): string {
  const { purpose, texts, flags, examples }: CommandLine = commandLines[name];
  const typed = Object.entries(flags).map(([key, { value, meaning }]): Row => [`--${key} ${value ?? ''}`, meaning]);
  const blocks = [
    [purpose],
    [words.usage, `  npm run ${name} -- ${texts ? `[${texts.value} …] ` : ''}[FLAGS]`],
    ...(texts ? [[words.texts, ...inColumns([[texts.value, texts.meaning]])]] : []),
    [words.flags, ...inColumns([...typed, ['--help, -h', words.help]])],
    [words.examples, ...examples.flatMap(([command, meaning]) => [`  ${command}`, `      ${meaning}`])],
  ];
  const help = blocks.map((lines) => lines.join('\n')).join('\n\n');
  return isPackage ? help.replace(/npm run ([\w:]+)(?: --(?= ))?/g, 'npx warraq $1') : help;
}

type Row = [typed: string, meaning: string];

function inColumns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([typed]) => typed.trim().length));
  return rows.map(([typed, meaning]) => `  ${typed.trim().padEnd(width)}   ${meaning}`);
}
