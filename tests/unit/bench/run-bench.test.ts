import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeCorpus } from '../../../scripts/bench/content-directory.ts';
import { type Contestant, outputOf } from '../../../scripts/bench/contestants.ts';
import { createCorpus } from '../../../scripts/bench/corpus.ts';
import { compareOutputs, readOutput } from '../../../scripts/bench/output-tree.ts';
import { CommandError, measureCommand } from '../../../scripts/bench/process-measure.ts';
import { runBench } from '../../../scripts/bench/run-bench.ts';
import { castArticles, changeContent, changeTemplate, restoreContent } from '../../../scripts/bench/scenarios.ts';
import { warraqContent } from '../../../scripts/bench/warraq-content.ts';

let root: string;
let directory: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'warraq-bench-'));
});
beforeEach(async () => {
  directory = await mkdtemp(path.join(root, 'case-'));
});
afterAll(() => rm(root, { recursive: true }));

describe('an output', () => {
  it('is compared by what its files hold and by whether they were written', () => {
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

  it('that is not there is empty', () => {
    expect(readOutput(path.join(directory, 'nothing')).size).toBe(0);
  });
});

describe.runIf(existsSync('/proc/self/stat'))('a command', () => {
  const work = `
    const memory = Buffer.alloc(150e6, 1);
    const end = performance.now() + 500;
    while (performance.now() < end) memory[0] += 1;`;
  const measure = (script: string) =>
    measureCommand({ program: process.execPath, arguments: ['-e', script], directory: root });

  it('is measured with the processes that it starts', async () => {
    const grandchild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;
    const idle = await measure('setTimeout(() => {}, 500)');
    const busy = await measure(`${grandchild};`);
    expect(idle.wallSeconds).toBeGreaterThan(0.5);
    expect(busy.cpuSeconds).toBeGreaterThan((idle.cpuSeconds ?? 0) + 0.2);
    expect(busy.peakMemory).toBeGreaterThan((idle.peakMemory ?? 0) + 150e6);
  });

  it('that fails says how, and the end of what it printed', async () => {
    const failure = measure('console.error("no paper"); process.exit(3)');
    await expect(failure).rejects.toBeInstanceOf(CommandError);
    await expect(failure).rejects.toThrow(/ -e console\.error.*\nin .*: exit 3\nno paper$/);
  });
});

describe('scenarios', () => {
  const corpus = createCorpus(1);
  const count = 60;
  const cast = castArticles(corpus, count);
  const all = Array.from({ length: count }, (_, number) => corpus.article(number));
  const read = () => new Map([...readOutput(directory)].map(([file, { digest }]) => [file, digest]));

  it('touch the newest article, one that is older than most, and one that comes after all', () => {
    const dates = all.map(({ date }) => date).sort((a, b) => a - b);
    expect(cast.newest.date).toBe(dates.at(-1));
    expect(cast.old.date).toBe(dates[count / 4]);
    expect(cast.upcoming.date).toBe(cast.newest.date + 3_600_000);
  });

  it('may delete the newest article, because none links to it', () => {
    const link = `(/${cast.newest.id}/)`;
    expect([...all, cast.upcoming].filter(({ body }) => body.includes(link))).toEqual([]);
  });

  it('change one file each, by another text in another round, and can be taken back', () => {
    writeCorpus(corpus, count, warraqContent, directory);
    const untouched = read();
    const states = (['edit', 'edit-old', 'publish', 'delete'] as const).map((scenario) => {
      const before = readOutput(directory);
      changeContent(scenario, cast, warraqContent, directory, 1);
      return compareOutputs(before, readOutput(directory));
    });
    expect(states).toEqual([
      { added: 0, changed: 1, removed: 0, rewritten: 0 },
      { added: 0, changed: 1, removed: 0, rewritten: 0 },
      { added: 1, changed: 0, removed: 0, rewritten: 0 },
      { added: 0, changed: 0, removed: 1, rewritten: 0 },
    ]);
    restoreContent(cast, warraqContent, directory);
    expect(read()).toEqual(untouched);
    changeContent('edit', cast, warraqContent, directory, 1);
    const first = read();
    changeContent('edit', cast, warraqContent, directory, 2);
    expect(read()).not.toEqual(first);
  });

  it('edit a template again and again', () => {
    const file = path.join(directory, 'base.html');
    writeFileSync(file, '<body><p>x</p></body>');
    changeTemplate(file, 1);
    changeTemplate(file, 2);
    expect(readFileSync(file, 'utf8')).toBe('<body><p>x</p><span hidden data-round="2"></span></body>');
  });

  it('say that a template has no end of a page', () => {
    const file = path.join(directory, 'base.html');
    writeFileSync(file, '<p>x</p>');
    expect(() => changeTemplate(file, 1)).toThrow(`${file} has no </body> that can be edited.`);
  });
});

describe('a run', () => {
  /** Copies the content to the output, and refuses to where the article `refused` is in it. */
  const copier = (name: 'warraq' | 'hugo', refused = 'nothing'): Contestant => ({
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
  const corpus = createCorpus(1);
  const size = 8;
  const { upcoming } = castArticles(corpus, size);

  it('measures what each scenario does to the output, and lets who fails sit out until the next cold build', async () => {
    const said: string[] = [];
    const scenarios = ['cold', 'unchanged', 'publish', 'delete'] as const;
    const plan = {
      corpus,
      size,
      rounds: 2,
      entries: [
        { contestant: copier('warraq'), scenarios },
        { contestant: copier('hugo', upcoming.id), scenarios },
      ],
      directory,
    };
    const measurements = await runBench(plan, (line) => said.push(line.replace(/: \d.*/, ': built')));
    const found = measurements.map(({ scenario, contestant, runs, failure }) => [
      `${scenario} ${contestant}`,
      runs.map(({ added, changed, removed }) => `+${added} ~${changed} -${removed}`),
      failure?.includes('Error: refused') ?? false,
    ]);
    const all = Object.keys(warraqContent.frame(corpus)).length + size;
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
    expect(said.slice(-7)).toEqual([
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
