import type { OutputChange } from './output-tree.ts';
import type { Cost } from './process-measure.ts';
import type { ScenarioName } from './scenarios.ts';

/** One build. */
export interface Run extends Cost, OutputChange {
  /** All files of the output after it. */
  files: number;
}

/** The builds of one contestant in one scenario, a run for each round. */
export interface Measurement {
  scenario: ScenarioName;
  /** The name of a contestant. */
  contestant: string;
  runs: Run[];
  /** Why there are no more runs. */
  failure?: string;
}

/** All that was measured with one corpus. */
export interface SizeResult {
  articles: number;
  seed: number;
  /** The day of the run. */
  date: string;
  machine: string;
  contestants: { name: string; title: string }[];
  measurements: Measurement[];
}

/** What stands for several runs in a table. */
export interface Typical {
  wallSeconds: number;
  leastWallSeconds: number;
  cpuSeconds?: number;
  peakMemory?: number;
  change: OutputChange;
  files: number;
}

/** Medians of costs; the files are those of the last run. Undefined where there is no run. */
export function summarize(runs: readonly Run[]): Typical | undefined {
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const walls = runs.map(({ wallSeconds }) => wallSeconds);
  const cpuSeconds = median(runs.flatMap((run) => run.cpuSeconds ?? []));
  const peakMemory = median(runs.flatMap((run) => run.peakMemory ?? []));
  const { added, changed, removed, rewritten, files } = last;
  return {
    wallSeconds: median(walls) ?? Number.NaN,
    leastWallSeconds: Math.min(...walls),
    ...(cpuSeconds !== undefined && { cpuSeconds }),
    ...(peakMemory !== undefined && { peakMemory }),
    change: { added, changed, removed, rewritten },
    files,
  };
}

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** How many times what a peer's full build costs one of our builds costs. */
export interface Ratio {
  scenario: ScenarioName;
  peer: string;
  wall: number;
  cpu?: number;
  memory?: number;
}

/** Our typical builds over the typical cold build of each peer that has one. */
export function compareWithPeers({ measurements }: SizeResult, ours: string): Ratio[] {
  const full = measurements.filter(({ scenario, contestant }) => scenario === 'cold' && contestant !== ours);
  return measurements
    .filter(({ contestant }) => contestant === ours)
    .flatMap(({ scenario, runs }) =>
      full.flatMap((theirs) => {
        const one = summarize(runs);
        const other = summarize(theirs.runs);
        if (one === undefined || other === undefined) return [];
        const cpu = divide(one.cpuSeconds, other.cpuSeconds);
        const memory = divide(one.peakMemory, other.peakMemory);
        return [
          {
            scenario,
            peer: theirs.contestant,
            wall: one.wallSeconds / other.wallSeconds,
            ...(cpu !== undefined && { cpu }),
            ...(memory !== undefined && { memory }),
          },
        ];
      }),
    );
}

function divide(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || !other ? undefined : one / other;
}
