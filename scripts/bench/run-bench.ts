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
  scenarioNames,
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

/** Someone who builds: where, what stands there now, and what has been measured. */
interface Entry {
  contestant: Contestant;
  workspace: string;
  output: OutputTree;
  measurements: ReadonlyMap<ScenarioName, Measurement>;
  /** Whether a build has failed, so that the next ones would begin from nobody knows what. */
  isOut: boolean;
}

/**
 * Measures every contestant in its scenarios, `rounds` times. The contestants take turns within each scenario, and another
 * one begins each round, so that what else the machine does meets all alike. Who fails sits out until the next cold build.
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
      const blank = (scenario: ScenarioName): Measurement => ({ scenario, contestant: contestant.name, runs: [] });
      const measurements = new Map(scenarios.map((scenario) => [scenario, blank(scenario)]));
      return { contestant, workspace, output: new Map(), measurements, isOut: false };
    });
  for (let round = 1; round <= rounds; round += 1) {
    const turn = entries.map((_, place) => entries[(place + round - 1) % entries.length] as Entry);
    for (const entry of turn) await startRound(entry, cast, round);
    for (const scenario of scenarioNames) {
      for (const entry of turn) {
        const measurement = entry.measurements.get(scenario);
        if (measurement === undefined || (entry.isOut && scenario !== 'cold')) continue;
        changeState(entry, scenario, cast, round);
        const result = await build(entry);
        if (typeof result === 'string') measurement.failure = result;
        else measurement.runs.push(result);
        const told = typeof result === 'string' ? 'failed' : formatCost(result);
        say(`round ${round}/${rounds}  ${scenario.padEnd(9)} ${entry.contestant.title}: ${told}`);
      }
    }
  }
  return scenarioNames.flatMap((scenario) => entries.flatMap(({ measurements }) => measurements.get(scenario) ?? []));
}

function formatCost({ wallSeconds, cpuSeconds, peakMemory }: Cost): string {
  const [cpu, memory] = [formatNumber(cpuSeconds), formatNumber(peakMemory && peakMemory / 1e6, 0)];
  return `${formatNumber(wallSeconds)} s, CPU ${cpu} s, ${memory} MB`;
}

/** Without a cold build among the scenarios, one that is not measured comes before them. */
async function startRound(entry: Entry, cast: Cast, round: number): Promise<void> {
  const { contestant, workspace, measurements } = entry;
  restoreContent(cast, contestant.format, contentOf(workspace));
  if (measurements.has('cold')) return;
  changeState(entry, round === 1 || entry.isOut ? 'cold' : 'unchanged', cast, round);
  const result = await build(entry);
  const [first] = measurements.values();
  if (typeof result === 'string' && first) first.failure = result;
}

/** Brings a workspace from the state that the last build left to the one that a scenario builds. */
function changeState(entry: Entry, scenario: ScenarioName, cast: Cast, round: number): void {
  const { contestant, workspace } = entry;
  if (scenario === 'cold') {
    contestant.reset(workspace);
    entry.output = new Map();
    entry.isOut = false;
  }
  if (scenario === 'template') changeTemplate(contestant.template(workspace), round);
  changeContent(scenario, cast, contestant.format, contentOf(workspace), round);
}

/** The run, or why it failed. */
async function build(entry: Entry): Promise<Run | string> {
  const { contestant, workspace } = entry;
  try {
    const cost = await measureCommand(contestant.command(workspace));
    const output = readOutput(outputOf(workspace), entry.output);
    const change = compareOutputs(entry.output, output);
    entry.output = output;
    return { ...cost, ...change, files: output.size };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    entry.isOut = true;
    return error.message;
  }
}
