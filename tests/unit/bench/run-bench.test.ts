import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeCorpus } from '../../../scripts/bench/content-directory.ts';
import { createCorpus } from '../../../scripts/bench/corpus.ts';
import { type Generator, outputOf } from '../../../scripts/bench/generators.ts';
import { compareOutputs, readOutput } from '../../../scripts/bench/output-tree.ts';
import { CommandError, measureCommand } from '../../../scripts/bench/process-measure.ts';
import { runBench } from '../../../scripts/bench/run-bench.ts';
import {
  changeContent,
  changeTemplate,
  chooseScenarioArticles,
  restoreContent,
} from '../../../scripts/bench/scenarios.ts';
import { warraqContent } from '../../../scripts/bench/warraq-content.ts';

const corpus = createCorpus(1);
let root: string;
let directory: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'warraq-bench-'));
});
beforeEach(async () => {
  directory = await mkdtemp(path.join(root, 'case-'));
});
afterAll(() => rm(root, { recursive: true }));

describe('an output directory', () => {
  it('is compared by the content of its files and by whether they were written', () => {
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
      writeFileSync(path.join(directory, file), text);
    };
    for (const file of ['same', 'again', 'other', 'gone', 'deep/same']) write(file, file);
    const before = readOutput(directory);
    write('other', 'new text');
    write('deep/new', 'new');
    rmSync(path.join(directory, 'gone'));
    write('again', 'again');
    utimesSync(path.join(directory, 'again'), 1, 1);
    const after = readOutput(directory, before);
    expect([...after.keys()].sort()).toEqual(['again', 'deep/new', 'deep/same', 'other', 'same']);
    expect(compareOutputs(before, after)).toEqual({ added: 1, changed: 1, removed: 1, rewritten: 1 });
    expect(compareOutputs(after, readOutput(directory))).toEqual({ added: 0, changed: 0, removed: 0, rewritten: 0 });
  });

  it('that does not exist is empty', () => {
    expect(readOutput(path.join(directory, 'nothing')).size).toBe(0);
  });
});

describe.runIf(existsSync('/proc/self/stat'))('a command', () => {
  const work = `
    const memory = Buffer.alloc(150e6, 1);
    while (process.cpuUsage().user < 300_000) for (let round = 0; round < 1e6; round += 1) memory[0] += 1;`;
  const measure = (script: string) =>
    measureCommand({ program: process.execPath, arguments: ['-e', script], directory: root });

  it('is measured together with the processes that it starts', async () => {
    const grandchild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
    const idle = await measure('setTimeout(() => {}, 300)');
    const busy = await measure(`${grandchild};`);
    expect(idle.wallSeconds).toBeGreaterThan(0.3);
    expect(busy.cpuSeconds).toBeGreaterThan((idle.cpuSeconds ?? 0) + 0.2);
    expect(busy.peakMemory).toBeGreaterThan((idle.peakMemory ?? 0) + 150e6);
  });

  it('that fails is reported with its exit code and the end of its output', async () => {
    const failure = measure('console.error("no paper"); process.exit(3)');
    await expect(failure).rejects.toBeInstanceOf(CommandError);
    await expect(failure).rejects.toThrow(/ -e console\.error.*\nin .*: exit 3\nno paper$/);
  });
});

describe('scenarios', () => {
  const count = 60;
  const chosen = chooseScenarioArticles(corpus, count);
  const all = Array.from({ length: count }, (_, number) => corpus.article(number));
  const read = () => new Map([...readOutput(directory)].map(([file, { digest }]) => [file, digest]));

  it('touch the newest article, an old one, and one that is newer than all', () => {
    const dates = all.map(({ date }) => date).sort((a, b) => a - b);
    expect(chosen.newest.date).toBe(dates.at(-1));
    expect(chosen.old.date).toBe(dates[count / 4]);
    expect(chosen.upcoming.date).toBe(chosen.newest.date + 3_600_000);
  });

  it('can delete the newest article, because nothing links to it', () => {
    const link = `(/${chosen.newest.id}/)`;
    expect([...all, chosen.upcoming].filter(({ body }) => body.includes(link))).toEqual([]);
  });

  it('change one file each, with another text in each round, and can be undone', () => {
    writeCorpus(corpus, count, warraqContent, directory);
    const untouched = read();
    const states = (['edit', 'edit-old', 'publish', 'delete'] as const).map((scenario) => {
      const before = readOutput(directory);
      changeContent(scenario, chosen, warraqContent, directory, 1);
      return compareOutputs(before, readOutput(directory));
    });
    expect(states).toEqual([
      { added: 0, changed: 1, removed: 0, rewritten: 0 },
      { added: 0, changed: 1, removed: 0, rewritten: 0 },
      { added: 1, changed: 0, removed: 0, rewritten: 0 },
      { added: 0, changed: 0, removed: 1, rewritten: 0 },
    ]);
    restoreContent(chosen, warraqContent, directory);
    expect(read()).toEqual(untouched);
    changeContent('edit', chosen, warraqContent, directory, 1);
    const first = read();
    changeContent('edit', chosen, warraqContent, directory, 2);
    expect(read()).not.toEqual(first);
  });

  it('edit a template again in each round', () => {
    const file = path.join(directory, 'base.html');
    writeFileSync(file, '<body><p>x</p></body>');
    changeTemplate(file, 1);
    changeTemplate(file, 2);
    expect(readFileSync(file, 'utf8')).toBe('<body><p>x</p><span hidden data-round="2"></span></body>');
  });

  it('cannot edit a template without </body>', () => {
    const file = path.join(directory, 'base.html');
    writeFileSync(file, '<p>x</p>');
    expect(() => changeTemplate(file, 1)).toThrow(`${file} has no </body> that can be edited.`);
  });
});

describe('a run', () => {
  /** A generator that copies the content to the output, and fails if the article with the id `refused` is in it. */
  const copier = (name: 'warraq' | 'hugo', refused = 'nothing'): Generator => ({
    name,
    title: `Copier ${name}`,
    format: warraqContent,
    reset: (workspace) => {
      rmSync(outputOf(workspace), { recursive: true, force: true });
      writeFileSync(path.join(workspace, 'base.html'), '<body></body>');
    },
    command: (workspace) => ({
      program: process.execPath,
      arguments: [
        '-e',
        `const { cpSync, globSync, rmSync } = require('node:fs');
        if (globSync('content/**/*${refused}.md').length > 0) throw new Error('refused');
        rmSync('site', { recursive: true, force: true });
        cpSync('content', 'site', { recursive: true });`,
      ],
      directory: workspace,
    }),
    template: (workspace) => path.join(workspace, 'base.html'),
  });
  const size = 8;
  const { upcoming } = chooseScenarioArticles(corpus, size);

  it('measures what each scenario does to the output, and skips a generator that fails until the next cold build', async () => {
    const logged: string[] = [];
    const scenarios = ['cold', 'unchanged', 'publish', 'delete'] as const;
    const plan = {
      corpus,
      size,
      rounds: 2,
      participants: [
        { generator: copier('warraq'), scenarios },
        { generator: copier('hugo', upcoming.id), scenarios },
      ],
      directory,
    };
    const measurements = await runBench(plan, (line) => logged.push(line.replace(/: \d.*/, ': built')));
    const found = measurements.map(({ scenario, generator, runs, failure }) => [
      `${scenario} ${generator}`,
      runs.map(({ added, changed, removed }) => `+${added} ~${changed} -${removed}`),
      failure?.includes('Error: refused') ?? false,
    ]);
    const all = Object.keys(warraqContent.otherFiles(corpus)).length + size;
    expect(found).toEqual([
      ['cold warraq', [`+${all} ~0 -0`, `+${all} ~0 -0`], false],
      ['cold hugo', [`+${all} ~0 -0`, `+${all} ~0 -0`], false],
      ['unchanged warraq', ['+0 ~0 -0', '+0 ~0 -0'], false],
      ['unchanged hugo', ['+0 ~0 -0', '+0 ~0 -0'], false],
      ['publish warraq', ['+1 ~0 -0', '+1 ~0 -0'], false],
      ['publish hugo', [], true],
      ['delete warraq', ['+0 ~0 -1', '+0 ~0 -1'], false],
      ['delete hugo', [], false],
    ]);
    expect(logged.slice(-7)).toEqual([
      'round 2/2  cold      Copier hugo: built',
      'round 2/2  cold      Copier warraq: built',
      'round 2/2  unchanged Copier hugo: built',
      'round 2/2  unchanged Copier warraq: built',
      'round 2/2  publish   Copier hugo: failed',
      'round 2/2  publish   Copier warraq: built',
      'round 2/2  delete    Copier warraq: built',
    ]);
  });
});
