import type { OutputChange } from './output-tree.ts';
import type { Cost } from './process-measure.ts';
import type { ScenarioName } from './scenarios.ts';

/** What one build cost, and what it did to the output. */
export interface Run extends Cost, OutputChange {
  /** The number of files in the output afterwards. */
  files: number;
}

/** The builds of one generator in one scenario, one for each round. */
export interface Measurement {
  scenario: ScenarioName;
  generator: string;
  runs: Run[];
  /** Why the last build failed. */
  failure?: string;
}

/** All measurements with a corpus of one size. */
export interface SizeResult {
  articles: number;
  seed: number;
  /** ISO 8601 day: `2026-11-24`. */
  date: string;
  machine: string;
  generators: { name: string; title: string }[];
  measurements: Measurement[];
  /** Set if each article has a photo: the cold builds without them. */
  withoutPhotos?: Measurement[];
}

/** What a photo costs a generator: the difference between its cold builds with photos and without. */
export interface PhotoCost {
  generator: string;
  cpuSeconds?: number;
  files: number;
}

export function costOfPhotos({ articles, measurements, withoutPhotos = [] }: SizeResult): PhotoCost[] {
  return withoutPhotos.flatMap(({ generator, runs }) => {
    const before = summarize(runs);
    const cold = measurements.find((other) => other.generator === generator && other.scenario === 'cold');
    const after = cold && summarize(cold.runs);
    if (!before || !after) return [];
    const files = (after.files - before.files) / articles;
    if (after.cpuSeconds === undefined || before.cpuSeconds === undefined) return [{ generator, files }];
    return [{ generator, files, cpuSeconds: (after.cpuSeconds - before.cpuSeconds) / articles }];
  });
}

/** Several runs as one row of a table. */
export interface RunSummary {
  wallSeconds: number;
  leastWallSeconds: number;
  cpuSeconds?: number;
  peakMemory?: number;
  change: OutputChange;
  files: number;
}

/** Summarizes runs: medians of the costs, and the file counts of the last run. Undefined without runs. */
export function summarize(runs: readonly Run[]): RunSummary | undefined {
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

/** The cost of one of our builds, divided by that of a peer's cold build. */
export interface Ratio {
  scenario: ScenarioName;
  peer: string;
  wall: number;
  cpu?: number;
  memory?: number;
}

/** Divides our costs in each scenario by those of each peer's cold build. Builds that failed give no ratio. */
export function compareWithPeers({ measurements }: SizeResult, ours: string): Ratio[] {
  const coldBuilds = measurements.filter(({ scenario, generator }) => scenario === 'cold' && generator !== ours);
  return measurements
    .filter(({ generator }) => generator === ours)
    .flatMap(({ scenario, runs }) =>
      coldBuilds.flatMap((theirs) => {
        const one = summarize(runs);
        const other = summarize(theirs.runs);
        if (one === undefined || other === undefined) return [];
        const cpu = divide(one.cpuSeconds, other.cpuSeconds);
        const memory = divide(one.peakMemory, other.peakMemory);
        return [
          {
            scenario,
            peer: theirs.generator,
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
