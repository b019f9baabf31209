import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
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
 * the path. Of the actions only those of the cache do their work, in `home`. An expression counts as what `values` has for it, as
 * a variable of the workflow, or as an output of an earlier step.
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
    if (expression.startsWith('env.')) return fill(workflow.env)[expression.slice('env.'.length)] ?? '';
    if (/^steps\.\w+\.outputs\.[\w-]+$/.test(expression)) return '';
    const [first = '', ...others] = expression.split(' && ');
    if (others.length > 0) return String([first, ...others].every((part) => evaluate(part) === 'true'));
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
    if (step.uses?.startsWith('actions/cache/')) {
      const kept = path.join(options.home, 'kept');
      const matched = useCache(kept, options.directory, step.uses, fill(step.with as Record<string, string>));
      outputs[`steps.${step.id}.outputs.cache-matched-key`] = matched;
    }
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
        GITHUB_SHA: options.values['github.sha'] ?? '',
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

/** Restores the newest that was saved under a key, or saves, as the actions of the cache do. Returns the key that matched. */
function useCache(kept: string, directory: string, action: string, settings: Record<string, string>): string {
  const { path: paths = '', key = '', 'restore-keys': prefix, 'lookup-only': isLookup } = settings;
  const list = path.join(kept, 'keys.txt');
  const keys = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  const folderOf = (name: string) => path.join(kept, encodeURIComponent(name));
  const places = paths.trim().split('\n');
  if (action.startsWith('actions/cache/save')) {
    for (const place of places) {
      cpSync(path.join(directory, place), path.join(folderOf(key), place), {
        recursive: true,
        preserveTimestamps: true,
      });
    }
    writeFileSync(list, [...keys, key, ''].join('\n'));
    return '';
  }
  const matched = keys.findLast((name) => name === key || (prefix !== undefined && name.startsWith(prefix))) ?? '';
  if (isLookup === 'true') return matched;
  for (const place of places) {
    rmSync(path.join(directory, place), { recursive: true, force: true });
    if (matched === '') continue;
    cpSync(path.join(folderOf(matched), place), path.join(directory, place), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  return matched;
}

/** Writes an executable shell script into a folder that is put on the path. */
export function writeCommand(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
