import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeCorpus } from './content-directory.ts';
import type { Corpus } from './corpus.ts';
import { contentOf, type Generator, outputOf } from './generators.ts';
import { compareOutputs, type OutputTree, readOutput } from './output-tree.ts';
import { CommandError, type Cost, measureCommand } from './process-measure.ts';
import { formatNumber } from './report.ts';
import type { Measurement, Run } from './results.ts';
import {
  changeContent,
  changeTemplate,
  chooseScenarioArticles,
  restoreContent,
  type ScenarioArticles,
  type ScenarioName,
  scenarioNames,
} from './scenarios.ts';

export interface BenchPlan {
  corpus: Corpus;
  /** The number of articles. */
  size: number;
  rounds: number;
  participants: readonly { generator: Generator; scenarios: readonly ScenarioName[] }[];
  /** The directory of the workspaces. Each generator's subdirectory in it is replaced. */
  directory: string;
}

/** A generator with its workspace and its measurements so far. */
interface Participant {
  generator: Generator;
  workspace: string;
  /** The output after the last build. */
  output: OutputTree;
  measurements: ReadonlyMap<ScenarioName, Measurement>;
  /** Whether a build has failed since the last cold build: until the next one, the workspace is in no defined state. */
  hasFailed: boolean;
}

/**
 * Measures each generator in its scenarios, `rounds` times. Within a scenario the generators take turns, and each round
 * starts with another one, so that load from other programs affects all alike. A generator whose build fails is skipped
 * until the next cold build.
 * @param log is called with a line after each build
 */
export async function runBench(plan: BenchPlan, log: (line: string) => void): Promise<Measurement[]> {
  const articles = chooseScenarioArticles(plan.corpus, plan.size);
  const participants = plan.participants
    .filter(({ scenarios }) => scenarios.length > 0)
    .map(({ generator, scenarios }) => prepare(generator, scenarios, plan));
  for (let round = 1; round <= plan.rounds; round += 1) {
    const inTurn = participants.map(
      (_, place) => participants[(place + round - 1) % participants.length] as Participant,
    );
    for (const participant of inTurn) await startRound(participant, articles, round);
    for (const scenario of scenarioNames) {
      for (const participant of inTurn) {
        const outcome = await measureScenario(participant, scenario, articles, round);
        if (outcome === undefined) continue;
        const { title } = participant.generator;
        log(`round ${round}/${plan.rounds}  ${scenario.padEnd(9)} ${title}: ${outcome}`);
      }
    }
  }
  return scenarioNames.flatMap((scenario) =>
    participants.flatMap(({ measurements }) => measurements.get(scenario) ?? []),
  );
}

/** Creates a workspace with the corpus in it. */
function prepare(
  generator: Generator,
  scenarios: readonly ScenarioName[],
  { corpus, size, directory }: BenchPlan,
): Participant {
  const workspace = path.join(directory, generator.name);
  rmSync(workspace, { recursive: true, force: true });
  writeCorpus(corpus, size, generator.format, contentOf(workspace));
  generator.reset(workspace);
  const empty = (scenario: ScenarioName): Measurement => ({ scenario, generator: generator.name, runs: [] });
  const measurements = new Map(scenarios.map((scenario) => [scenario, empty(scenario)]));
  return { generator, workspace, output: new Map(), measurements, hasFailed: false };
}

/**
 * Restores the content. If the generator's scenarios include no cold build, also runs a build that is not measured, for
 * the scenarios to start from.
 */
async function startRound(participant: Participant, articles: ScenarioArticles, round: number): Promise<void> {
  const { generator, workspace, measurements } = participant;
  restoreContent(articles, generator.format, contentOf(workspace));
  if (measurements.has('cold')) return;
  changeState(participant, round === 1 || participant.hasFailed ? 'cold' : 'unchanged', articles, round);
  const result = await build(participant);
  const [first] = measurements.values();
  if (typeof result === 'string' && first) first.failure = result;
}

/** Builds once and records the run. Returns its cost in words, or undefined if the scenario is not measured. */
async function measureScenario(
  participant: Participant,
  scenario: ScenarioName,
  articles: ScenarioArticles,
  round: number,
): Promise<string | undefined> {
  const measurement = participant.measurements.get(scenario);
  if (measurement === undefined || (participant.hasFailed && scenario !== 'cold')) return undefined;
  changeState(participant, scenario, articles, round);
  const result = await build(participant);
  if (typeof result === 'string') {
    measurement.failure = result;
    return 'failed';
  }
  measurement.runs.push(result);
  return formatCost(result);
}

/** Prepares the workspace for a scenario: from its state after the last build to what the scenario builds. */
function changeState(
  participant: Participant,
  scenario: ScenarioName,
  articles: ScenarioArticles,
  round: number,
): void {
  const { generator, workspace } = participant;
  if (scenario === 'cold') {
    generator.reset(workspace);
    participant.output = new Map();
    participant.hasFailed = false;
  }
  if (scenario === 'template') changeTemplate(generator.template(workspace), round);
  changeContent(scenario, articles, generator.format, contentOf(workspace), round);
}

/** Builds once. Returns the run, or the error message if the build failed. */
async function build(participant: Participant): Promise<Run | string> {
  const { generator, workspace } = participant;
  try {
    const cost = await measureCommand(generator.command(workspace));
    const output = readOutput(outputOf(workspace), participant.output);
    const change = compareOutputs(participant.output, output);
    participant.output = output;
    return { ...cost, ...change, files: output.size };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    participant.hasFailed = true;
    return error.message;
  }
}

function formatCost({ wallSeconds, cpuSeconds, peakMemory }: Cost): string {
  const [cpu, memory] = [formatNumber(cpuSeconds), formatNumber(peakMemory && peakMemory / 1e6, 0)];
  return `${formatNumber(wallSeconds)} s, CPU ${cpu} s, ${memory} MB`;
}
