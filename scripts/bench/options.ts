import { parseArgs } from 'node:util';
import { type PeerName, peerNames } from './generators.ts';
import { type ScenarioName, scenarioMeanings, scenarioNames } from './scenarios.ts';

export interface BenchOptions {
  /** Corpus sizes, in articles. */
  sizes: number[];
  scenarios: ScenarioName[];
  peers: PeerName[];
  peerScenarios: ScenarioName[];
  repeat: number;
  seed: number;
  /** The working directory. Default: `.cache/bench`. */
  directory?: string;
  /** The day that the report names, ISO 8601. Default: today. */
  date?: string;
  writeDocs: boolean;
  /** Where to write the corpora. If it is set, nothing is measured. */
  corpus?: string;
  help: boolean;
}

/** The command line cannot be understood. The message is a sentence that says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const definitions = {
  sizes: { type: 'string', default: '1k' },
  scenarios: { type: 'string', default: 'all' },
  peers: { type: 'string', default: peerNames.join(',') },
  'peer-scenarios': { type: 'string', default: 'cold' },
  repeat: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  directory: { type: 'string' },
  date: { type: 'string' },
  'write-docs': { type: 'boolean', default: false },
  corpus: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const usage = `Measures builds: ours, and those of other generators with the same articles.

  npm run bench -- [options]

  --sizes 1k,10k           Articles: numbers, k for thousands. Default: 1k.
  --scenarios all          Some of the scenarios below, with commas. Default: all.
  --peers hugo,eleventy    Whom to compare with, or none. A peer that is not there is left out. Default: both.
  --peer-scenarios cold    Scenarios for peers, or none. Default: cold, because they know no other build.
  --repeat 3               Rounds; tables show the median and the minimum. Default: 1.
  --write-docs             Write the results into docs/benchmarks.md too.
  --date 2026-11-24        The day that the report names. Default: today.
  --directory PATH         Where to work; 100k needs about 10 GB. Default: .cache/bench.
  --seed 1                 Another number gives another corpus. Default: 1.
  --corpus PATH            Only write the corpora, each as a content directory PATH/<size>, and measure nothing.
  --help                   This text.

Scenarios, in their order:
${scenarioNames.map((name) => `  ${name.padEnd(9)}  ${scenarioMeanings[name]}`).join('\n')}

Results: a table here, and <directory>/results/<size>.json.`;

/** Reads the arguments of the command line. Throws a `UsageError` if they cannot be understood. */
export function readOptions(commandLine: readonly string[]): BenchOptions {
  const values = parse(commandLine);
  const { directory, date, corpus } = values;
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new UsageError(`--date ${date} is not a day such as 2026-11-24.`);
  }
  return {
    sizes: readSizes(values.sizes),
    scenarios: readNames('--scenarios', values.scenarios, scenarioNames),
    peers: readNames('--peers', values.peers, peerNames),
    peerScenarios: readNames('--peer-scenarios', values['peer-scenarios'], scenarioNames),
    repeat: readPositive('--repeat', values.repeat),
    seed: readPositive('--seed', values.seed),
    ...(directory !== undefined && { directory }),
    ...(date !== undefined && { date }),
    ...(corpus !== undefined && { corpus }),
    writeDocs: values['write-docs'],
    help: values.help,
  };
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options: definitions }).values;
  } catch (error) {
    const known = Object.keys(definitions).map((name) => `--${name}`);
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. The options are ${known.join(', ')}.`);
  }
}

/** Returns the name of a size in files and reports: `1k` for 1000. */
export function nameSize(size: number): string {
  return size % 1000 === 0 ? `${size / 1000}k` : String(size);
}

function readSizes(written: string): number[] {
  const sizes = splitList(written).map(readSize);
  if (sizes.length === 0) throw new UsageError('--sizes names nothing.');
  return sizes;
}

function readSize(written: string): number {
  const [, number, thousands] = /^(\d+(?:\.\d+)?)(k?)$/.exec(written) ?? [];
  const size = Number(number) * (thousands ? 1000 : 1);
  if (!Number.isInteger(size) || size < 2) {
    throw new UsageError(`--sizes ${written} is not a number of articles such as 500 or 10k; the least is 2.`);
  }
  return size;
}

/** Returns the names in the order of `known`. */
function readNames<Name extends string>(option: string, written: string, known: readonly Name[]): Name[] {
  if (written === 'all') return [...known];
  if (written === 'none') return [];
  const names = splitList(written);
  const unknown = names.find((name) => !known.some((other) => other === name));
  if (unknown !== undefined) {
    throw new UsageError(`${option} ${unknown} is unknown. Write all, none or some of ${known.join(', ')}.`);
  }
  return known.filter((name) => names.includes(name));
}

function readPositive(option: string, written: string): number {
  const number = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (number === 0) throw new UsageError(`${option} ${written} is not a whole number from 1.`);
  return number;
}

function splitList(written: string): string[] {
  return written
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
