import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createQueryEngine } from '../../../../../src/client/search/engine/query-engine.ts';
import type { MarkedText, SearchApi, SearchRequest } from '../../../../../src/client/search/types.ts';
import type { SearchRecord } from '../../../../../src/model/search-record.ts';
import {
  codedIndex,
  plainIndex,
  runtimeFiles,
  writeIndexFiles,
} from '../../../../../src/site-build/search/bundle-files.ts';
import { type StaticServer, serveDirectory } from '../../../../support/serve.ts';

const record = (number: number, title: string, text: string, fields: Partial<SearchRecord> = {}): SearchRecord => ({
  url: `/${number}/`,
  title,
  lead: '',
  headings: [],
  text,
  date: `${number} مارس`,
  instant: new Date(Date.UTC(2026, 2, number)).toISOString(),
  section: 'عالم',
  authors: ['سلمى حداد'],
  editors: [],
  year: '2026',
  tags: [],
  names: [],
  ...fields,
});

const aliases = [
  ['بروكسل', 'Brussels'],
  ['الصياد', 'قناص النيل'],
];

/** The index has two parts; the newer one is first. */
const parts: Record<string, SearchRecord[]> = {
  newer: [
    record(20, 'انتهاء المحادثات في جنيف', 'انتهت المُحَادَثَات،ولم يصدر بيان. حضرها وزير الخارجية.', {
      tags: ['جنيف'],
      names: ['سلمى حداد', 'إلياس مُرقص', 'جنيف'],
    }),
    record(19, 'القروض الجديدة', 'قال الوزير إن شروط القروض تغيّرت.', {
      section: 'اقتصاد',
      authors: ['نادر', 'سلمى حداد'],
    }),
    record(18, 'افتتاح مستشفى', 'دُشّن المستشفى أمس، وفيه مئة سرير. سيعلن المدير عن مستشفيات أخرى.'),
    record(17, 'تعليق', 'لا شيء هنا عن <b>السياسة</b> & غيرها.', { headings: ['أوكرانيا بعد عام'] }),
  ],
  older: [
    record(5, 'محادثة مع التمساح', 'رأى الصياد تمساحًا في النهر، وكتب عنه قصيدة.', { year: '2025' }),
    record(
      4,
      'الوزارة الجديدة',
      'أُعلنت الوزارة الجديدة. قال وزراء إن القرض لا يكفي. تُعرض في 12 نيسان أو في كانون الثاني.',
      {
        section: 'اقتصاد',
        year: '2025',
      },
    ),
    record(3, 'حلف الناتو', 'يجتمع حلف شمال الأطلسي في بروكسل، والحلف يضم دولًا من الشمال.', {
      year: '2025',
      lead: 'قمة بروكسل',
    }),
    record(
      2,
      'رحلة إلى أبو سمبل',
      'سافر أبوبكر مع عبد الكريم وآل عمران، و33 سائحًا، وطائرة Airbus وMiG-29 من طراز Type عند ATB.',
      {
        year: '2025',
      },
    ),
    record(1, 'ورشة ألماني-فرنسي', 'بيعت 2,750 بطاقة لموسم 2023/2024، وكتبت أ.ف.ب عن G-7 عند 9:15، وعن د.ليلى.', {
      year: '2025',
    }),
  ],
};

const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-engine-'));
let server: StaticServer;
let search: SearchApi;
let plain: SearchApi;

beforeAll(async () => {
  server = await serveDirectory(root);
  search = await openWritten('coded');
  plain = await openWritten('plain');
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

async function openWritten(mode: 'coded' | 'plain'): Promise<SearchApi> {
  const directory = path.join(root, mode);
  await writeIndexFiles(await runtimeFiles(mode === 'coded'), path.join(directory, 'engine'));
  for (const [name, records] of Object.entries(parts)) {
    const files = mode === 'coded' ? await codedIndex(records, aliases) : await plainIndex(records);
    await writeIndexFiles(files, path.join(directory, name));
  }
  const listed = Object.entries(parts).map(([name, { length }]) => ({ name, key: name, articles: length }));
  const manifest = { engine: 'engine', parts: listed, aliases };
  writeFileSync(path.join(directory, 'parts.json'), JSON.stringify(manifest));
  const script = pathToFileURL(path.join(directory, 'engine', 'pagefind.js')).href;
  return createQueryEngine(`${server.origin}/${mode}/`, () => import(script));
}

async function find(text: string, request: Partial<SearchRequest> = {}) {
  const answer = await search.find({ text, ...request });
  return { ...answer, exactUrls: urls(answer, 'exact'), nearUrls: urls(answer, 'near') };
}

function urls({ results }: Awaited<ReturnType<SearchApi['find']>>, wanted: 'exact' | 'near'): string[] {
  return results.filter(({ nearness }) => nearness === wanted).map(({ url }) => url);
}

describe('exact results', () => {
  test.each<[string, string[]]>([
    ['محادثات', ['/20/', '/5/']],
    ['والمحادثات', ['/20/', '/5/']],
    ['المُحَادثـــات', ['/20/', '/5/']],
    ['قرض', ['/19/', '/4/']],
    ['شروط قروض', ['/19/']],
    ['وزير', ['/19/', '/20/', '/4/']],
    ['الوزاره', ['/4/']],
    ['مستشفي', ['/18/']],
    ['سيعلن', ['/18/']],
    ['تماسيح', ['/5/']],
    ['قناص النيل', ['/5/']],
    ['NATO', ['/3/']],
    ['brussels', ['/3/']],
    ['اوكرانيا', ['/17/']],
    ['سرير مئة', ['/18/']],
    ['"حلف شمال الأطلسي"', ['/3/']],
    ['أبوسمبل', ['/2/']],
    ['أبو بكر', ['/2/']],
    ['عبدالكريم', ['/2/']],
    ['لعبدالكريم', ['/2/']],
    ['آل عمران', ['/2/']],
    ['آلعمران', ['/2/']],
    ['33', ['/2/']],
    ['airbus', ['/2/']],
    ['MiG29', ['/2/']],
    ['ألماني-فرنسي', ['/1/']],
    ['فرنسي', ['/1/']],
    ['2,750', ['/1/']],
    ['2023/2024', ['/1/']],
    ['2024', ['/1/']],
    ['أ.ف.ب', ['/1/']],
    ['G7', ['/1/']],
    ['9:15', ['/1/']],
    ['د.ليلى', ['/1/']],
    ['بنزين', []],
    ['الياس مرقص', ['/20/']],
    ['جنيف', ['/20/']],
  ])('of the query «%s» are %j', async (query, expected) => {
    expect((await find(query)).exactUrls.sort()).toEqual(expected.sort());
  });

  test('begin with articles that have the query in their titles', async () => {
    expect((await find('الوزارة الجديدة')).exactUrls[0]).toBe('/4/');
    expect((await find('محادثات')).exactUrls[0]).toBe('/20/');
  });

  test('are sorted from the newest if the request asks for it', async () => {
    expect((await find('وزير', { sort: 'date' })).exactUrls).toEqual(['/20/', '/19/', '/4/']);
  });

  test('are narrowed by filters', async () => {
    expect((await find('وزير', { filters: { section: ['اقتصاد'] } })).exactUrls.sort()).toEqual(['/19/', '/4/']);
    expect((await find('وزير', { filters: { section: ['اقتصاد', 'عالم'], year: ['2025'] } })).exactUrls).toEqual([
      '/4/',
    ]);
    expect((await find('وزير', { filters: { author: ['نادر'] } })).exactUrls).toEqual(['/19/']);
    expect((await find('محادثات', { filters: { tag: ['جنيف'], section: [] } })).exactUrls).toEqual(['/20/']);
    expect((await find('وزير', { filters: { section: ['لا وجود له'] } })).results).toEqual([]);
  });

  test('are counted by filter, the most frequent value first', async () => {
    const { filters, exact } = await find('وزير', { countFilters: true });
    expect(exact).toBe(3);
    expect(filters).toEqual({
      section: [
        { value: 'اقتصاد', count: 2 },
        { value: 'عالم', count: 1 },
      ],
      author: [
        { value: 'سلمى حداد', count: 3 },
        { value: 'نادر', count: 1 },
      ],
      year: [
        { value: '2026', count: 2 },
        { value: '2025', count: 1 },
      ],
      tag: [{ value: 'جنيف', count: 1 }],
    });
  });

  test('come in pages', async () => {
    const all = (await find('وزير')).exactUrls;
    const first = await find('وزير', { limit: 2, sort: 'date' });
    const second = await find('وزير', { limit: 2, from: 2, sort: 'date' });
    expect([...first.exactUrls, ...second.exactUrls].sort()).toEqual(all.sort());
    expect(second.exactUrls).toHaveLength(1);
  });
});

test('a verb in the present tense that no article has is exact where articles have its past', async () => {
  const { exact, results } = await find('يعلنون');
  expect(results.slice(0, exact).map(({ url }) => url)).toContain('/4/');
});

describe('near results', () => {
  test('have words with the same consonants or root', async () => {
    expect((await find('الوزاره')).nearUrls).toContain('/19/');
  });

  test('have most words of the query', async () => {
    const { exact, nearUrls } = await find('محادثات جنيف تمساح');
    expect(exact).toBe(0);
    expect(nearUrls.slice(0, 2).sort()).toEqual(['/20/', '/5/']);
  });
});

describe('spelling', () => {
  test('is corrected, and the correction is searched for', async () => {
    const { results, didYouMean } = await find('قصيدة التمساخ');
    expect(results[0]?.url).toBe('/5/');
    expect(didYouMean).toBe('قصيدة التمساح');
  });

  test('that had to be corrected has near results only, because no article has the typed word', async () => {
    const { results, exact, didYouMean } = await find('التمساخ');
    expect([results[0]?.url, results[0]?.nearness, exact, didYouMean]).toEqual(['/5/', 'near', 0, 'التمساح']);
  });

  test('that is right is not corrected', async () => {
    expect((await find('محادثات')).didYouMean).toBeUndefined();
  });
});

describe('typing', () => {
  test('finds words that begin with the last one', async () => {
    expect((await find('المستش', { isTyping: true })).results[0]?.url).toBe('/18/');
  });

  test('gets completions that are whole queries', async () => {
    expect(await search.complete('قال المستش')).toContain('قال المستشفى');
    expect(await search.complete('')).toEqual([]);
    expect(await search.complete('قال ')).toEqual([]);
  });
});

describe('a phrase in quotation marks', () => {
  test.each<[query: string, exact: string[], near: string[]]>([
    ['«حلف الناتو»', ['/3/'], []],
    ['"حلف شمال الاطلسي" في بروكسل', ['/3/'], []],
    ['«شمال حلف»', [], ['/3/']],
    ['«وزير الخارجية» «المحادثات»', ['/20/'], []],
    ['«الوزير الخارجية»', [], ['/20/']],
  ])('%s is found word for word', async (query, exact, near) => {
    const { exactUrls, nearUrls } = await find(query);
    expect([exactUrls, nearUrls]).toEqual([exact, near]);
  });
});

describe('by date', () => {
  test('articles with the very words come first, and those with their relatives are counted apart', async () => {
    const { exactUrls, relatives } = await find('قرض', { sort: 'date' });
    expect([exactUrls, relatives]).toEqual([['/4/', '/19/'], 1]);
    expect((await find('محادثات جنيف', { sort: 'date' })).relatives).toBeUndefined();
  });
});

describe('a space that is missing or too many', () => {
  test.each<[string, string[]]>([
    ['المستش فى', ['/18/']],
    ['مئةسرير', ['/18/']],
    ['الوزارةالجديدة', ['/4/']],
    ['وزيرالخارجية', ['/20/']],
    ['فيالنهر', ['/5/']],
    ['شروطالقروضتغيرت', []],
    ['مئةالنهر', []],
  ])('«%s» is read as articles have its words', async (query, expected) => {
    const { exactUrls, didYouMean } = await find(query);
    expect(exactUrls).toEqual(expected);
    expect(didYouMean).toBeUndefined();
  });
});

describe('a result', () => {
  const marked = ({ runs }: Pick<MarkedText, 'runs'> = { runs: [] }) =>
    runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

  test('marks whole words as written, and has date, section and authors', async () => {
    const [result] = (await find('محادثات جنيف')).results;
    expect(marked(result?.title)).toBe('انتهاء [المحادثات] في [جنيف]');
    expect(marked(result?.excerpt)).toBe('انتهت [المُحَادَثَات]،ولم يصدر بيان. حضرها وزير الخارجية.');
    expect(result).toMatchObject({
      url: '/20/',
      date: '20 مارس',
      section: 'عالم',
      authors: ['سلمى حداد'],
      nearness: 'exact',
    });
  });

  test('shows its headline as the article has it', async () => {
    const [result] = (await find('فرنسي')).results;
    expect(marked(result?.title)).toBe('ورشة ألماني-[فرنسي]');
    expect(marked(result?.excerpt)).toContain('2,750 بطاقة لموسم 2023/2024، وكتبت أ.ف.ب عن G-7 عند 9:15، وعن د.ليلى.');
  });

  test('has the isolates of the page', async () => {
    const [result] = (await find('فرنسي')).results;
    const text = marked(result?.excerpt).replace(/[[\]]/g, '');
    expect(result?.excerpt.isolates.map(({ start, end }) => text.slice(start, end))).toEqual(['G-7']);
  });

  test('shows markup as text', async () => {
    const [result] = (await find('السياسة')).results;
    expect(marked(result?.excerpt)).toContain('<b>[السياسة]</b> & غيرها');
  });
});

describe('a query', () => {
  test.each(['', ' ', 'في من', '؟!'])('«%s» finds nothing', async (query) => {
    expect(await search.find({ text: query })).toEqual({ results: [], exact: 0, near: 0 });
  });

  test.each([
    '<script>alert(1)</script>',
    '\u202eمحادثات\u202c',
    'محادثات\ud800',
    'محادثات '.repeat(2000),
    '"',
    '""',
    'constructor __proto__',
    'محادثات\u0000\u0007',
    '-x ~!@#$%^&*()_+{}|:"<>?',
  ])('with hostile contents does no harm: %j', async (query) => {
    const { results } = await search.find({ text: query, isTyping: true });
    expect(Array.isArray(results)).toBe(true);
    expect(await search.complete(query)).toBeInstanceOf(Array);
  });
});

test.each<[string, () => SearchApi]>([
  ['coded', () => search],
  ['plain', () => plain],
])('a name that only the names of an article have is in no result of %s records', async (_, api) => {
  const { results } = await api().find({ text: 'مرقص' });
  expect(results.map(({ url }) => url)).toEqual(['/20/']);
  expect(JSON.stringify(results)).not.toContain('مُرقص');
});

describe('an index of plain records', () => {
  test('is searched in all parts by Pagefind’s own analysis', async () => {
    const { results, exact } = await plain.find({ text: 'الوزير' });
    expect(exact).toBeGreaterThan(0);
    expect(results[0]?.excerpt.runs.some(({ marked }) => marked)).toBe(true);
    expect((await plain.find({ text: 'بروكسل' })).results.map(({ url }) => url)).toEqual(['/3/']);
    expect((await plain.find({ text: 'مرقص' })).results.map(({ url }) => url)).toEqual(['/20/']);
    expect(
      (await plain.find({ text: 'وزير', filters: { year: ['2025'] } })).results.map(({ url }) => url),
    ).not.toContain('/20/');
  });
});

test('opening the index takes a list from each part, with its key, and the WebAssembly once', async () => {
  const script = pathToFileURL(path.join(root, 'coded', 'engine', 'pagefind.js')).href;
  const asked: string[] = [];
  const reach = globalThis.fetch;
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    asked.push(String(request[0]).slice(`${server.origin}/coded/`.length));
    return reach(...request);
  });
  await createQueryEngine(`${server.origin}/coded/`, () => import(script)).find({ text: '' });
  vi.unstubAllGlobals();
  expect(asked.sort()).toEqual([
    'engine/wasm.unknown.pagefind?engine',
    'newer/pagefind.arb.pf_meta?newer',
    'older/pagefind.arb.pf_meta?older',
    'parts.json',
  ]);
});

describe('a search rejects, and the next one is right,', () => {
  test.each([
    ['an index chunk', /\.pf_index/, {}],
    ['a filter chunk', /\.pf_filter/, { filters: { section: ['عالم'] } }],
    ['a fragment', /\.pf_fragment/, {}],
    ['the metadata of a part', /newer\/.*\.pf_meta/, {}],
    ['a word list', /\/words\//, { text: 'التمساخ' }],
  ])('when %s could not be loaded', async (_, file, request: Partial<SearchRequest>) => {
    const [expected, script] = [await find('محادثات', request), path.join(root, 'coded', 'engine', 'pagefind.js')];
    const flaky = createQueryEngine(`${server.origin}/coded/`, () => import(pathToFileURL(script).href));
    const reach = globalThis.fetch;
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) =>
      file.test(String(asked[0])) ? new Response('', { status: 503 }) : reach(...asked),
    );
    await expect(flaky.find({ text: 'محادثات', ...request })).rejects.toBeDefined();
    vi.unstubAllGlobals();
    expect((await flaky.find({ text: 'محادثات', ...request })).results).toEqual(expected.results);
  });
});

test('an index that could not be reached is requested again from another URL', async () => {
  let attempts = 0;
  const script = pathToFileURL(path.join(root, 'coded', 'engine', 'pagefind.js')).href;
  const flaky = createQueryEngine(`${server.origin}/coded/`, (address) => {
    attempts += 1;
    if (attempts === 1) return Promise.reject(new Error('offline'));
    expect(address).toMatch(/\?1$/);
    return import(script);
  });
  await expect(flaky.find({ text: 'محادثات' })).rejects.toThrow('offline');
  expect((await flaky.find({ text: 'محادثات' })).exact).toBe(2);
});

describe('a word that no article has', () => {
  test.each([
    ['hglph]ehj', 'المحادثات', '/20/'],
    // Articles have its plural only.
    ['hglph]em', 'المحادثة', '/20/'],
    ['wizara', 'وزارة', '/4/'],
    ['el airbus wizara', 'el airbus وزارة', '/4/'],
    // The table has the name; articles have it in Latin letters.
    ['إيرباص', 'airbus', '/2/'],
    ['شهقلاعس', 'airbus', '/2/'],
  ])('«%s» is read as «%s», and the answer says so', async (query, readAs, url) => {
    const answer = await find(query);
    expect(answer.readAs).toBe(readAs);
    expect(answer.results.map((result) => result.url)).toContain(url);
  });

  test('is not read as a Latin word that begins otherwise or has few of its letters', async () => {
    expect((await find('عتييبة')).readAs).toBeUndefined();
  });

  test('is not read otherwise when articles have it', async () => {
    expect((await find('محادثات')).readAs).toBeUndefined();
    expect((await find('airbus')).readAs).toBeUndefined();
  });
});

test.each(['كانون الثاني', 'يناير', '12 نيسان', '12 أبريل'])(
  'a month is found by its other names: «%s»',
  async (query) => {
    expect((await find(query)).results[0]?.url).toBe('/4/');
  },
);
