import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeCorpus } from './content-directory.ts';
import { type Contestant, contentOf, outputOf } from './contestants.ts';
import type { Corpus } from './corpus.ts';
import { compareOutputs, type OutputTree, readOutput } from './output-tree.ts';
import { CommandError, type Cost, measureCommand } from './process-measure.ts';
import { formatNumber } from './report.ts';
import type { Measurement, Run } from './results.ts';
import {
  type Cast,
  castArticles,
  changeContent,
  changeTemplate,
  restoreContent,
  type ScenarioName,
} from './scenarios.ts';

export interface BenchPlan {
  corpus: Corpus;
  /** How many articles. */
  size: number;
  rounds: number;
  entries: readonly { contestant: Contestant; scenarios: readonly ScenarioName[] }[];
  /** Has a workspace for each contestant below it; what stands there is replaced. */
  directory: string;
}

/** Someone who builds: where, and what stands there now. */
interface Entry {
  contestant: Contestant;
  scenarios: readonly ScenarioName[];
  workspace: string;
  output: OutputTree;
  failure?: string;
}

/**
 * Measures every contestant in its scenarios, `rounds` times. The contestants take turns within each scenario, and another
 * one begins each round, so that what else the machine does meets all alike. Who fails once is measured no more.
 * @param say is told each build as it ends
 */
export async function runBench(plan: BenchPlan, say: (line: string) => void): Promise<Measurement[]> {
  const { corpus, size, rounds, directory } = plan;
  const cast = castArticles(corpus, size);
  const entries: Entry[] = plan.entries
    .filter(({ scenarios }) => scenarios.length > 0)
    .map(({ contestant, scenarios }) => {
      const workspace = path.join(directory, contestant.name);
      rmSync(workspace, { recursive: true, force: true });
      writeCorpus(corpus, size, contestant.format, contentOf(workspace));
      contestant.reset(workspace);
      return { contestant, scenarios, workspace, output: new Map() };
    });
  const order = [...new Set(entries.flatMap(({ scenarios }) => scenarios))];
  const measurements = order.flatMap((scenario) =>
    entries
      .filter(({ scenarios }) => scenarios.includes(scenario))
      .map(({ contestant }): Measurement => ({ scenario, contestant: contestant.name, runs: [] })),
  );
  for (let round = 1; round <= rounds; round += 1) {
    const turn = entries.map((_, place) => entries[(place + round - 1) % entries.length] as Entry);
    for (const entry of turn) await startRound(entry, cast, round);
    for (const scenario of order) {
      for (const entry of turn) {
        const measurement = measurements.find(
          (other) => other.scenario === scenario && other.contestant === entry.contestant.name,
        );
        if (measurement === undefined) continue;
        const run = await build(entry, scenario, cast, round);
        if (run !== undefined) measurement.runs.push(run);
        else if (entry.failure !== undefined) measurement.failure = entry.failure;
        const result = run === undefined ? 'failed' : formatCost(run);
        say(`round ${round}/${rounds}  ${scenario.padEnd(9)} ${entry.contestant.title}: ${result}`);
      }
    }
  }
  return measurements;
}

function formatCost({ wallSeconds, cpuSeconds, peakMemory }: Cost): string {
  const [cpu, memory] = [formatNumber(cpuSeconds), formatNumber(peakMemory && peakMemory / 1e6, 0)];
  return `${formatNumber(wallSeconds)} s, CPU ${cpu} s, ${memory} MB`;
}

/** Without a cold build among the scenarios, one that is not measured comes before them. */
async function startRound(entry: Entry, cast: Cast, round: number): Promise<void> {
  const { contestant, workspace } = entry;
  restoreContent(cast, contestant.format, contentOf(workspace));
  if (entry.scenarios.includes('cold')) return;
  if (round === 1) contestant.reset(workspace);
  await build(entry, 'unchanged', cast, round);
}

async function build(entry: Entry, scenario: ScenarioName, cast: Cast, round: number): Promise<Run | undefined> {
  const { contestant, workspace } = entry;
  if (entry.failure !== undefined) return undefined;
  if (scenario === 'cold') {
    contestant.reset(workspace);
    entry.output = new Map();
  }
  if (scenario === 'template') changeTemplate(contestant.template(workspace), round);
  changeContent(scenario, cast, contestant.format, contentOf(workspace), round);
  try {
    const cost = await measureCommand(contestant.command(workspace));
    const output = readOutput(outputOf(workspace), entry.output);
    const change = compareOutputs(entry.output, output);
    entry.output = output;
    return { ...cost, ...change, files: output.size };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    entry.failure = error.message;
    return undefined;
  }
}
