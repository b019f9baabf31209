import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

interface Workflow {
  env?: Record<string, string>;
  jobs: Record<string, { steps: Step[]; env?: Record<string, string> }>;
}

export interface WorkflowRun {
  exitCode: number;
  /** Everything that the commands printed. */
  output: string;
  /** What was done, in order: the actions by name, the commands as they are written. */
  done: string[];
}

/**
 * Runs the steps of one job in order, as GitHub does: commands by bash in `directory`, with `commands` before the machine's own on
 * the path. Actions are only recorded. An expression counts as what `values` has for it, or as an output of an earlier step.
 */
export function runJob(
  file: string,
  job: string,
  options: { directory: string; home: string; commands: string; values: Record<string, string> },
): WorkflowRun {
  const workflow = parse(readFileSync(file, 'utf8')) as Workflow;
  const steps = workflow.jobs[job]?.steps ?? [];
  const outputs: Record<string, string> = {};
  const evaluate = (expression: string): string => {
    const known = { ...options.values, ...outputs };
    if (expression in known) return known[expression] ?? '';
    const equal = /^(\S+) == '(.*)'$/.exec(expression);
    if (equal) return String((known[equal[1] ?? ''] ?? '') === equal[2]);
    throw new Error(`The test has no value for the expression «${expression}».`);
  };
  const fill = (env: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => evaluate(expression)),
      ]),
    );
  const run: WorkflowRun = { exitCode: 0, output: '', done: [] };
  const temporary = path.join(options.home, 'runner-temp');
  mkdirSync(temporary, { recursive: true });
  const outputFile = path.join(temporary, 'output');
  for (const step of steps) {
    if (step.if !== undefined && evaluate(step.if) !== 'true') continue;
    run.done.push(step.uses?.replace(/@.*/, '') ?? step.run?.trim() ?? '');
    if (step.run === undefined) continue;
    rmSync(outputFile, { force: true });
    writeFileSync(outputFile, '');
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run], {
      cwd: options.directory,
      encoding: 'utf8',
      env: {
        PATH: `${options.commands}${path.delimiter}${process.env.PATH}`,
        HOME: options.home,
        CI: 'true',
        NO_COLOR: '1',
        RUNNER_TEMP: temporary,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: path.join(temporary, 'summary'),
        ...fill(workflow.env),
        ...fill(workflow.jobs[job]?.env),
        ...fill(step.env),
      },
    });
    run.output += stdout + stderr;
    for (const [, name, value = ''] of readFileSync(outputFile, 'utf8').matchAll(/^(\w+)=(.*)$/gm)) {
      outputs[`steps.${step.id}.outputs.${name}`] = value;
    }
    if (status !== 0) return { ...run, exitCode: status ?? 1 };
  }
  return run;
}

/** Writes an executable shell script into a folder that is put on the path. */
export function writeCommand(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
