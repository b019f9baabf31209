import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Library } from '../../../../src/library/types.ts';
import { composeSearchManifest, listSearchBundles } from '../../../../src/site-build/search/bundles.ts';
import { fragmentsInFileOf } from '../../../../src/site-build/search/fragment-files.ts';
import { searchPartKey, searchRuntimeKey, writeSearchPart } from '../../../../src/site-build/search/part-bundle.ts';
import { createSearchWorker } from '../../../../src/site-build/search/search-worker.ts';
import { article, library } from '../../../support/library.ts';

const worker = createSearchWorker();
const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-search-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const archive = library(Array.from({ length: 30 }, (_, index) => article(index)));
const part = { name: '2026-01-01', articles: archive.articles };
const readBody = async ({ id }: { id: string }) => {
  // Bodies resolve in another order than they are requested.
  for (let turns = id.charCodeAt(4) % 7; turns > 0; turns -= 1) await new Promise(setImmediate);
  return { text: `نص الخبر ${id}`, headings: [] };
};

let written = 0;
async function write(into: (directory: string) => Promise<void>): Promise<Record<string, string>> {
  written += 1;
  const directory = path.join(root, String(written));
  await into(directory);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(directory, file), readFileSync(file, 'base64')]),
  );
}

test.each([
  [33, 1],
  [3999, 1],
  [10_000, 6],
  [27_500, 3],
])('an archive of %d articles has %d fragments in a file', (articles, count) => {
  expect(fragmentsInFileOf(articles)).toBe(count);
});

describe('a part', () => {
  test('has the same files whenever it is written', async () => {
    const [first, second] = await Promise.all([
      write((directory) => writeSearchPart(part, directory, archive, readBody, worker)),
      write((directory) => writeSearchPart(part, directory, archive, readBody, worker)),
    ]);
    expect(Object.keys(first)).toContain('pagefind-entry.json');
    expect(second).toEqual(first);
  });

  test('has few files besides its list of chunks: a fragment of each article, and word lists by its size', async () => {
    const files = Object.keys(await write((directory) => writeSearchPart(part, directory, archive, readBody, worker)));
    const countOf = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`)).length;
    expect(countOf('fragment')).toBe(30);
    expect(countOf('words')).toBe(2 * 8);
    expect(countOf('filter')).toBeLessThanOrEqual(4);
  });

  test('has an article of which the text has changed in other files, and the rest of the fragments as they were', async () => {
    const before = await write((directory) => writeSearchPart(part, directory, archive, readBody, worker));
    const edited = part.articles[7]?.id;
    const readEdited = async (article: { id: string }) => {
      const body = await readBody(article);
      return article.id === edited ? { ...body, text: `${body.text}،` } : body;
    };
    const after = await write((directory) => writeSearchPart(part, directory, archive, readEdited, worker));
    const fragments = Object.keys(after).filter((file) => file.startsWith('fragment/'));
    const others = fragments.filter((file) => before[file] === undefined);
    expect(others).toHaveLength(1);
    for (const file of fragments.filter((name) => !others.includes(name))) expect(after[file]).toBe(before[file]);
  });

  test('refers to the WebAssembly of the engine, and has none of its scripts', async () => {
    const files = await write((directory) => writeSearchPart(part, directory, archive, readBody, worker));
    const entry = JSON.parse(Buffer.from(files['pagefind-entry.json'] ?? '', 'base64').toString());
    const [{ wasm }] = Object.values<{ wasm: string }>(entry.languages) as [{ wasm: string }];
    const engine = await write(worker.writeRuntime);
    const address = new URL(`/pagefind/2026-01-01/wasm.${wasm}.pagefind`, 'https://news.example').pathname;
    expect(Object.keys(engine).map((file) => `/pagefind/engine/${file}`)).toContain(address);
    expect(Object.keys(files).filter((file) => /\.js$|wasm/.test(file))).toEqual([]);
  });

  test('with an article that cannot be indexed rejects', async () => {
    const broken = { ...part, articles: [article(1, { date: undefined as unknown as string })] };
    await expect(write((directory) => writeSearchPart(broken, directory, archive, readBody, worker))).rejects.toThrow();
  });
});

describe('the key of a part', () => {
  const key = (articles = part.articles, of: Library = archive, fingerprint = 'engine') =>
    searchPartKey({ name: part.name, articles }, of, fingerprint);

  test('is the same for the same articles', () => {
    expect(key(structuredClone(part.articles))).toBe(key());
  });

  const [newest, ...others] = part.articles;
  if (newest === undefined) throw new Error('The part is empty');
  test.each<[string, string]>([
    ['an article', key([{ ...newest, digest: 'other' }, ...others])],
    ['the URL of an article', key([{ ...newest, slug: 'خبر-آخر' }, ...others])],
    ['an article that is withdrawn', key(others)],
    [
      'the name of an author',
      key(part.articles, { ...archive, authors: [{ id: 'salma', name: 'سلمى حداد', links: [] }] }),
    ],
    ['the author whom a reporter is', key([{ ...newest, reporters: [{ name: 'سلمى', author: 'salma' }] }, ...others])],
    [
      'the title of a series',
      key([{ ...newest, series: 'floods' }, ...others], {
        ...archive,
        series: [{ id: 'floods', title: 'بعد السيل', file: 'series/floods.yaml', isClosed: false, articles: [newest] }],
      }),
    ],
    ['the name of a section', key(part.articles, { ...archive, categories: [{ id: 'world', name: 'العالم' }] })],
    ['the digits of dates', key(part.articles, { ...archive, site: { ...archive.site, digits: 'arab' } })],
    ['the URLs of articles', key(part.articles, { ...archive, site: { ...archive.site, permalink: 'readable' } })],
    ['the spellings of names', key(part.articles, { ...archive, searchAliases: [['ناتو', 'الأطلسي']] })],
    ['the engine', key(part.articles, archive, 'other')],
  ])('changes with %s', (_name, other) => {
    expect(other).not.toBe(key());
  });

  test('does not change with what a search neither finds nor shows', () => {
    expect(key(part.articles, { ...archive, site: { ...archive.site, tagline: 'شعار' } })).toBe(key());
  });
});

describe('the manifest', () => {
  test('names the parts, newest first, with their keys', () => {
    const bundles = listSearchBundles(archive, readBody, 'engine', worker);
    expect(bundles.map(({ name }) => name)).toEqual(['engine', '2026-01-01']);
    expect(JSON.parse(composeSearchManifest(bundles, archive, ['0a1b2c3d']))).toEqual({
      engine: searchRuntimeKey('engine'),
      parts: [{ name: '2026-01-01', key: searchPartKey(part, archive, 'engine'), articles: 30 }],
      entities: ['0a1b2c3d'],
    });
  });

  test('of an empty archive has no part', () => {
    expect(
      composeSearchManifest(listSearchBundles(library([]), readBody, 'engine', worker), library([]), []),
    ).toContain('"parts":[]');
  });
});
