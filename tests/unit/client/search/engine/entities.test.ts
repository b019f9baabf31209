import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createQueryEngine } from '../../../../../src/client/search/engine/query-engine.ts';
import type { SearchApi, SearchRequest } from '../../../../../src/client/search/types.ts';
import type { EntityKind } from '../../../../../src/lib/arabic/search/entity-names.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';
import type { SearchEntity } from '../../../../../src/model/search-entities.ts';
import type { SearchRecord } from '../../../../../src/model/search-record.ts';
import {
  codedIndex,
  plainIndex,
  runtimeFiles,
  writeIndexFiles,
} from '../../../../../src/site-build/search/bundle-files.ts';
import { composeEntityFiles } from '../../../../../src/site-build/search/entity-files.ts';
import { type StaticServer, serveDirectory } from '../../../../support/serve.ts';

const records: SearchRecord[] = [
  {
    url: '/1/',
    title: 'فيضان النهر',
    lead: '',
    headings: [],
    text: 'بلغ الماء درجات السلم. قال مهندس الري إن النهر عاد.',
    date: '1 مارس',
    instant: '2026-03-01T00:00:00.000Z',
    section: 'مجتمع',
    authors: ['إلياس مرقص'],
    editors: [],
    year: '2026',
    tags: ['النهر'],
    names: ['إلياس مرقص', 'النهر'],
  },
];

const entity = (kind: EntityKind, name: string, count: number, spellings: string[] = []): SearchEntity => ({
  kind,
  name,
  spellings,
  url: `/${kind}/${name}/`,
  count,
});

const entities = [
  entity('author', 'إلياس مرقص', 12, ['elias markos']),
  entity('femaleAuthor', 'ماري إلياس', 40),
  entity('section', 'مجتمع', 9),
  entity('series', 'سلّم النهر', 3),
  entity('tag', 'النهر', 2),
  entity('tag', 'النهر الخالد', 7),
  entity('tag', 'نهر الأردن', 5),
  entity('tag', 'ضفاف النهر', 8),
];

const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-entities-'));
let server: StaticServer;
let coded: SearchApi;

beforeAll(async () => {
  server = await serveDirectory(root);
  for (const mode of ['coded', 'plain']) {
    const directory = path.join(root, mode);
    const isCoded = mode === 'coded';
    writeIndexFiles(await runtimeFiles(isCoded), path.join(directory, 'engine'));
    writeIndexFiles(isCoded ? await codedIndex(records) : await plainIndex(records), path.join(directory, 'all'));
    const { names, contents } = composeEntityFiles(entities, createNameTable());
    const files = [...contents].map(([name, content]) => ({ path: `${name}.json`, content: Buffer.from(content) }));
    writeIndexFiles(files, path.join(directory, 'entities/index'));
    const parts = [{ name: 'all', key: 'all', articles: records.length }];
    writeFileSync(path.join(directory, 'parts.json'), JSON.stringify({ engine: 'engine', parts, entities: names }));
  }
  coded = open();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

function open(mode: 'coded' | 'plain' = 'coded'): SearchApi {
  const script = pathToFileURL(path.join(root, mode, 'engine', 'pagefind.js')).href;
  return createQueryEngine(`${server.origin}/${mode}/`, () => import(script));
}

async function namedBy(text: string, request: Partial<SearchRequest> = {}, search = coded) {
  return (await search.find({ text, ...request })).entities?.map(({ name }) => name) ?? [];
}

describe('a search answers with what the query names', () => {
  test.each<[query: string, request: Partial<SearchRequest>, named: string[]]>([
    ['الياس مرقص', {}, ['إلياس مرقص']],
    ['مجتمع', {}, ['مجتمع']],
    ['قسم المجتمع', {}, ['مجتمع']],
    ['مقالات إلياس مرقص', {}, ['إلياس مرقص']],
    ['مرق', {}, []],
    ['مرق', { isTyping: true }, ['إلياس مرقص']],
    ['Elias', {}, ['إلياس مرقص']],
    ['مرقص', { filters: { section: ['رياضة'] } }, ['إلياس مرقص']],
    ['الماء', {}, []],
    ['في', {}, []],
    ['النهر', { from: 1 }, []],
  ])('%s %j', async (query, request, named) => {
    expect(await namedBy(query, request)).toEqual(named);
  });

  test('the whole name first, then by its beginning, then by the number of articles, four at most', async () => {
    expect(await namedBy('نهر')).toEqual(['النهر', 'النهر الخالد', 'نهر الأردن', 'ضفاف النهر']);
    expect(await namedBy('إلياس')).toEqual(['إلياس مرقص', 'ماري إلياس']);
  });

  test('and does not correct it', async () => {
    expect((await coded.find({ text: 'مجتمع' })).didYouMean).toBeUndefined();
    expect((await coded.find({ text: 'مهندص' })).didYouMean).toBe('مهندس');
  });

  test('also as the query was read from another keyboard', async () => {
    const answer = await coded.find({ text: 'lvrw' });
    expect(answer.readAs).toBe('مرقص');
    expect(answer.entities?.map(({ name }) => name)).toEqual(['إلياس مرقص']);
  });

  test('with the kind, the URL and the number of articles of each', async () => {
    const [found] = (await coded.find({ text: 'سلم النهر' })).entities ?? [];
    expect(found).toEqual({ kind: 'series', name: 'سلّم النهر', url: '/series/سلّم النهر/', count: 3 });
  });

  test('in an index of plain records too', async () => {
    const answer = await open('plain').find({ text: 'إلياس مرقص' });
    expect(answer.entities?.map(({ name }) => name)).toEqual(['إلياس مرقص']);
    expect(answer.exact).toBe(1);
  });
});

describe('the articles come', () => {
  const answerOfEntities = (answer: () => Promise<Response>) => {
    const reach = globalThis.fetch;
    vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) =>
      String(asked[0]).includes('/entities/') ? answer() : reach(...asked),
    );
  };

  test.each<[string, () => Promise<Response>]>([
    ['that is missing', async () => new Response('', { status: 404 })],
    ['that is broken', async () => new Response('[')],
    ['that never comes', () => new Promise(() => undefined)],
  ])('without entities from a file %s', async (_, answer) => {
    answerOfEntities(answer);
    const { exact, entities: named } = await open().find({ text: 'النهر' });
    expect({ exact, named }).toEqual({ exact: 1, named: undefined });
    vi.unstubAllGlobals();
  });

  test('and the next search asks again for a file that failed', async () => {
    const search = open();
    answerOfEntities(() => Promise.reject(new TypeError('offline')));
    expect(await namedBy('النهر', {}, search)).toEqual([]);
    vi.unstubAllGlobals();
    expect(await namedBy('ضفاف النهر', {}, search)).toEqual(['ضفاف النهر']);
  });
});
