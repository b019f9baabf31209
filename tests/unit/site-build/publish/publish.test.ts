import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../../src/library/cache/cache.ts';
import { ContentError } from '../../../../src/library/content/content-error.ts';
import { openLedger } from '../../../../src/site-build/publish/ledger.ts';
import { listOutput, type Output, type OutputFolder } from '../../../../src/site-build/publish/output.ts';
import { type Publication, publish } from '../../../../src/site-build/publish/publish.ts';
import { openStagedFolders } from '../../../../src/site-build/publish/staged-folders.ts';
import { writeContent } from '../../../support/write-content.ts';

let root: string;
let outputDirectory: string;
/** The files and folders that were made, in order; folders end with `/`. */
let made: string[];
/** The progress that the last build reported: how many files are done, of how many. */
let progress: [done: number, total: number][];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'publish-'));
  outputDirectory = path.join(root, 'site');
  made = [];
});

afterEach(() => {
  openCache(path.join(root, 'cache')).close();
  rmSync(root, { recursive: true });
});

/**
 * Runs one build. `texts` are files by path, and each text is the key of its file; `folders` are folders of files, with
 * one key for each folder.
 */
async function build(
  texts: Record<string, string | ContentError | Error>,
  folders: Record<string, Record<string, string>> = {},
): Promise<Publication> {
  const cache = openCache(path.join(root, 'cache'));
  const ledger = openLedger(cache, outputDirectory);
  const stagedFolders = openStagedFolders(path.join(root, 'work'));
  const outputs = Object.entries(texts).map(([file, text]): [string, Output] => [
    file,
    {
      path: file,
      key: String(text),
      async make() {
        made.push(file);
        if (text instanceof Error) throw text;
        return Buffer.from(text);
      },
    },
  ]);
  const outputFolders = Object.entries(folders).map(
    ([folder, files]): OutputFolder => ({
      folder,
      key: JSON.stringify(files),
      size: Object.keys(files).length,
      async make(directory) {
        made.push(`${folder}/`);
        await writeContent(directory, files);
      },
    }),
  );
  progress = [];
  const onProgress = (done: number, total: number) => progress.push([done, total]);
  const stageDirectory = path.join(root, 'stage');
  const options = { outputDirectory, stageDirectory, stagedFolders, cache, ledger, onProgress };
  const publication = await publish(new Map(outputs), outputFolders, options);
  ledger.settle();
  return publication;
}

const read = (file: string) => readFileSync(path.join(outputDirectory, file), 'utf8');
const files = () => listOutput(outputDirectory).sort();

describe('a build of an output', () => {
  const sizes = new Map([
    ['index.html', 2],
    ['k7q3m/index.html', 2],
    ['search/2026/a.bin', 1],
    ['search/2026/b.bin', 1],
  ]);

  it('makes everything at first, and nothing when nothing has changed', async () => {
    expect(
      await build({ 'index.html': 'أ', 'k7q3m/index.html': 'ب' }, { 'search/2026': { 'a.bin': '1', 'b.bin': '2' } }),
    ).toEqual({
      made: expect.arrayContaining(['index.html', 'k7q3m/index.html', 'search/2026/a.bin', 'search/2026/b.bin']),
      reused: [],
      removed: [],
      sizes,
    });
    expect(progress.map(([, total]) => total)).toEqual([4, 4, 4]);
    expect(progress.at(-1)).toEqual([4, 4]);
    made = [];
    const again = await build(
      { 'index.html': 'أ', 'k7q3m/index.html': 'ب' },
      { 'search/2026': { 'a.bin': '1', 'b.bin': '2' } },
    );
    expect([made, progress]).toEqual([[], []]);
    expect(again).toEqual({
      made: [],
      reused: ['index.html', 'k7q3m/index.html', 'search/2026/a.bin', 'search/2026/b.bin'],
      removed: [],
      sizes,
    });
  });

  it('makes files whose keys have changed, and no others', async () => {
    await build({ 'a.html': 'أ', 'b.html': 'ب' });
    const past = new Date('2020-01-01');
    utimesSync(path.join(outputDirectory, 'a.html'), past, past);
    await build({ 'a.html': 'أ', 'b.html': 'ت' });
    expect([read('b.html'), made]).toEqual(['ت', ['a.html', 'b.html', 'b.html']]);
    expect(listOutput(outputDirectory)).not.toContainEqual(expect.stringContaining('.tmp'));
  });

  it('makes an output without a key each time, and writes it if it has changed', async () => {
    const cache = openCache(path.join(root, 'cache'));
    const stageDirectory = path.join(root, 'stage');
    const options = {
      outputDirectory,
      stageDirectory,
      stagedFolders: openStagedFolders(path.join(root, 'work')),
      cache,
    };
    const once = async (text: string) => {
      const ledger = openLedger(cache, outputDirectory);
      await publish(new Map([['rss.xml', { path: 'rss.xml', make: async () => Buffer.from(text) }]]), [], {
        ...options,
        ledger,
      });
      const changes = [...ledger.changes()];
      ledger.settle();
      return changes;
    };
    expect(await once('أ')).toEqual([['rss.xml', 'added']]);
    expect(await once('أ')).toEqual([]);
    expect(await once('ب')).toEqual([['rss.xml', 'changed']]);
    expect(read('rss.xml')).toBe('ب');
  });

  it('removes files that are no longer planned, and the folders that they leave empty', async () => {
    await build({ 'index.html': 'أ', 'old/2019/first/index.html': 'ب', 'old/index.html': 'ت' });
    const { removed } = await build({ 'index.html': 'أ', 'old/index.html': 'ت' });
    expect([removed, files()]).toEqual([['old/2019/first/index.html'], ['index.html', 'old/index.html']]);
    expect(existsSync(path.join(outputDirectory, 'old/2019'))).toBe(false);
  });

  it('removes files of other programs at the first build, except a Git repository', async () => {
    await writeContent(outputDirectory, { '.git/HEAD': 'ref', 'stray/page.html': 'س', 'index.html': 'قديم' });
    expect((await build({ 'index.html': 'أ' })).removed).toEqual(['stray/page.html']);
    expect([read('index.html'), existsSync(path.join(outputDirectory, '.git/HEAD'))]).toEqual(['أ', true]);
    expect(existsSync(path.join(outputDirectory, 'stray'))).toBe(false);
  });

  it.each<[string, (file: string) => void]>([
    ['altered', (file) => writeFileSync(file, 'عبث')],
    [
      'altered, to as many bytes',
      (file) => {
        writeFileSync(file, 'ث');
        // File systems count time in steps of some milliseconds, so that the mtime could be the same as before.
        utimesSync(file, 1, 1);
      },
    ],
    ['deleted', (file) => rmSync(file)],
  ])('restores a page and a file of a folder that were %s', async (_, harm) => {
    await build(
      { 'a.html': 'أ', 'b.html': 'ب' },
      { 'search/2026': { 'a.bin': 'ج', 'b.bin': 'د' }, 'search/2025': { 'a.bin': 'ه' } },
    );
    made = [];
    for (const file of ['a.html', 'search/2026/b.bin']) harm(path.join(outputDirectory, file));
    await build(
      { 'a.html': 'أ', 'b.html': 'ب' },
      { 'search/2026': { 'a.bin': 'ج', 'b.bin': 'د' }, 'search/2025': { 'a.bin': 'ه' } },
    );
    expect(['a.html', 'b.html', 'search/2026/a.bin', 'search/2026/b.bin', 'search/2025/a.bin'].map(read).join('')).toBe(
      'أبجده',
    );
    expect(made.sort()).toEqual(['a.html', 'search/2026/']);
  });

  it('does not make files again that were only touched', async () => {
    await build({ 'a.html': 'أ' });
    made = [];
    utimesSync(path.join(outputDirectory, 'a.html'), new Date(0), new Date(0));
    expect(await build({ 'a.html': 'أ' })).toMatchObject({ made: [], reused: ['a.html'] });
  });

  it('leaves only newly made files in a folder that is made again', async () => {
    await build({}, { 'search/2026': { 'a.bin': 'ج', 'deep/b.bin': 'د' }, 'search/2025': { 'a.bin': 'ه' } });
    const { removed } = await build({}, { 'search/2026': { 'c.bin': 'و' } });
    expect(removed.sort()).toEqual(['search/2025/a.bin', 'search/2026/a.bin', 'search/2026/deep/b.bin']);
    expect(files()).toEqual(['search/2026/c.bin']);
    expect(existsSync(path.join(outputDirectory, 'search/2026/deep'))).toBe(false);
  });

  it.each([
    ['a file becomes a folder', 'about', 'about/index.html'],
    ['a folder becomes a file', 'about/team/index.html', 'about'],
  ])('works if %s', async (_, before, after) => {
    await build({ [before]: 'أ' });
    await build({ [after]: 'ب' });
    expect([files(), read(after)]).toEqual([[after], 'ب']);
  });

  it('reports each problem of the content once, in order, and makes all other files', async () => {
    const problem = (file: string, line: number) => ({ file, line, message: 'الصورة لا تُقرأ.' });
    const failing = build({
      'a.html': 'أ',
      'b.webp': new ContentError([problem('articles/b.md', 2)]),
      'c.webp': new ContentError([problem('articles/a.md', 9)]),
      'd.webp': new ContentError([problem('articles/b.md', 2)]),
      'e.html': 'ه',
    });
    await expect(failing).rejects.toMatchObject({
      problems: [problem('articles/a.md', 9), problem('articles/b.md', 2)],
    });
    expect(files()).toEqual([]);
    made = [];
    await build({ 'a.html': 'أ', 'b.webp': 'ب', 'e.html': 'ه' });
    expect(made).toEqual(['b.webp']);
    expect(files()).toEqual(['a.html', 'b.webp', 'e.html']);
  });

  it('does not use what a failed build made of other content, or what was altered since', async () => {
    const bad = new ContentError([{ file: 'c.md', line: 1, message: 'عطل' }]);
    await expect(build({ 'a.html': 'أ', 'b.html': 'ب', 'c.webp': bad })).rejects.toThrow('عطل');
    const stage = path.join(root, 'stage');
    const [staged = ''] = readdirSync(stage).filter((name) => readFileSync(path.join(stage, name), 'utf8') === 'ب');
    writeFileSync(path.join(stage, staged), 'عبث');
    made = [];
    await build({ 'a.html': 'غيره', 'b.html': 'ب' });
    expect(made).toEqual(['a.html', 'b.html']);
    expect([read('a.html'), read('b.html')]).toEqual(['غيره', 'ب']);
  });

  it('does not end before the folders are complete, even if it fails', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.bin`, String(index)]));
    await expect(
      build({ 'a.webp': new ContentError([]), 'b.html': new Error('عطل') }, { search: many }),
    ).rejects.toThrow('عطل');
    expect(readdirSync(path.join(root, 'stage'))).toHaveLength(200);
  });

  it('leaves the output and what is recorded of it as they were if it fails', async () => {
    await build({ 'a.html': 'أ', 'b.html': 'ب' });
    await expect(
      build({ 'a.html': 'ت', 'c.webp': new ContentError([{ file: 'c.md', line: 1, message: 'عطل' }]) }),
    ).rejects.toThrow('عطل');
    const ledger = openLedger(openCache(path.join(root, 'cache')), outputDirectory);
    expect(ledger.isSettled).toBe(false);
    expect([...ledger.changes()]).toEqual([]);
    expect([read('a.html'), read('b.html')]).toEqual(['أ', 'ب']);
  });

  it('removes files of a build that died before it could record them', async () => {
    await build({ 'a.html': 'أ' });
    openLedger(openCache(path.join(root, 'cache')), outputDirectory).begin();
    await writeContent(outputDirectory, { 'a.html.0123.tmp': 'نصف', 'new/index.html': 'نصف' });
    await build({ 'a.html': 'أ', 'new/index.html': 'كله' });
    expect([files(), read('new/index.html')]).toEqual([['a.html', 'new/index.html'], 'كله']);
  });
});

describe('a build that was killed', () => {
  it('while it wrote a folder is followed by one that makes the folder again', async () => {
    const count = 600;
    const script = path.join(import.meta.dirname, '../../../support/publish-and-die.ts');
    const child = spawn(process.execPath, [script, root, String(count), '300'], { stdio: 'inherit' });
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (...ended) => resolve(ended));
    });
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    const written = files().length;
    expect(written).toBeGreaterThan(300);
    expect(written).toBeLessThan(count);

    const whole = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.bin`, `${index}`]));
    await build({}, { search: whole });
    expect(files()).toHaveLength(count);
  });
});
