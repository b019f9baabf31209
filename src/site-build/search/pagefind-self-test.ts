import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeWord } from '../../lib/arabic/search/codes.ts';
import { swapLetters } from '../../lib/arabic/search/single-byte-letters.ts';
import { writeWhole } from '../../library/atomic-file.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import { codedIndex, runtimeFiles, runtimeName } from './bundle-files.ts';
import type { IndexFile } from './index-file.ts';

/** The parts of Pagefind's browser interface that the test uses: https://pagefind.app/docs/api/ */
interface Instance {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string | null, options?: Record<string, unknown>): Promise<{ results: Result[] }>;
}

interface Result {
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

const record: SearchRecord = {
  url: '/',
  title: 'خبر',
  lead: '',
  headings: [],
  text: '',
  date: '1 يناير 2026',
  instant: '2026-01-01T00:00:00.000Z',
  section: 'ثقافة',
  authors: [],
  editors: [],
  year: '2026',
  tags: [],
  names: [],
};

const records: SearchRecord[] = [
  { ...record, url: '/singular/', text: 'في الحريقِ، قال الشاهد' },
  { ...record, url: '/plural/', text: 'حرائق' },
  { ...record, url: '/kindred/', text: 'احتراق محترق', section: 'علوم' },
  { ...record, url: '/longer/', text: 'حرقوص' },
  { ...record, url: '/title/', title: 'وحريق', text: 'نص آخر' },
];

let verdict: Promise<boolean> | undefined;

/**
 * Whether Pagefind handles coded records as our search expects, which its documentation does not promise. It is tested
 * with a few records, at most once per process. A success is remembered in the file `mark`, so that the same engine is
 * not tested again; a failure is reported on the console, each time.
 */
export function isCodeSound(mark?: string): Promise<boolean> {
  verdict ??= judgeCode(mark);
  return verdict;
}

/** Tests coded records, unless the file `mark` remembers that they passed. */
export async function judgeCode(mark?: string, test: () => Promise<string | undefined> = findFault): Promise<boolean> {
  if (mark !== undefined && existsSync(mark)) return true;
  const fault = await test();
  if (fault === undefined) {
    if (mark !== undefined) await writeWhole(mark, '');
    return true;
  }
  console.warn(`Search falls back to Pagefind's own analysis of Arabic. This Pagefind fails the self-test: ${fault}`);
  return false;
}

/** Describes the first expectation that Pagefind fails; undefined if it meets all of them. */
export async function findFault(index = codedIndex): Promise<string | undefined> {
  try {
    const runtime = await runtimeFiles(true);
    const files = [...(await index(records)).map(placeIn('part')), ...runtime.map(placeIn(runtimeName))];
    return await serveFiles(files, (origin) => findFaultOf(runtime, origin));
  } catch (error) {
    return String(error);
  }
}

async function findFaultOf(runtime: readonly IndexFile[], origin: string): Promise<string | undefined> {
  const script = runtime.find((file) => file.path.endsWith('.js'))?.content ?? new Uint8Array();
  const { createInstance } = await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`);
  const open = async (basePath: string): Promise<Instance> => {
    const opened: Instance = createInstance({ basePath, baseUrl: '/', noWorker: true });
    await opened.options({ exactDiacritics: true, ranking: {} });
    return opened;
  };
  await open(`${origin}/${runtimeName}/`);
  const instance = await open(`${origin}/part/`);

  const list = async (query: string | null, options = {}): Promise<string[]> => {
    const { results } = await instance.search(query, options);
    return Promise.all(results.map(async (result) => (await result.data()).url));
  };
  const find = async (query: string | null, options = {}): Promise<string> =>
    (await list(query, options)).sort().join(' ');
  const answers: [what: string, found: string, expected: string][] = [
    ['words', await find(encodeWord('حريق', 'word')), '/singular/ /title/'],
    ['stems', await find(encodeWord('حريق', 'stem')), '/plural/ /singular/ /title/'],
    ['skeletons', await find(encodeWord('حرق', 'skeleton')), '/plural/ /singular/ /title/'],
    ['roots', await find(encodeWord('حرق', 'root')), '/plural/ /singular/ /title/'],
    ['stop words', await find(encodeWord('في', 'root')), ''],
    ['order', (await list(null)).join(' '), records.map(({ url }) => url).join(' ')],
    ['filters', await find(null, { filters: { section: 'علوم' } }), '/kindred/'],
  ];
  const wrong = answers.find(([, found, expected]) => found !== expected);
  if (wrong) return `${wrong[0]}: found “${wrong[1]}” instead of “${wrong[2]}”`;

  const { results } = await instance.search(encodeWord('حريق', 'word'));
  for (const { words, matchedMetaFields = [], data } of results) {
    const { url, content, meta } = await data();
    const marked = words.map((place) => swapLetters(content).split(' ')[place]).join(' ');
    if (url === '/singular/' && marked !== 'الحريقِ،') return `places of words: “${marked}” instead of “الحريقِ،”`;
    if (url === '/title/' && !matchedMetaFields.includes('title')) return 'words of titles are not told from others';
    if (url === '/title/' && meta.title !== 'وحريق') return `shown titles: “${meta.title}”`;
  }
  return undefined;
}

function placeIn(directory: string): (file: IndexFile) => IndexFile {
  return ({ path, content }) => ({ path: `/${directory}/${path}`, content });
}

async function serveFiles<Value>(files: readonly IndexFile[], use: (origin: string) => Promise<Value>): Promise<Value> {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const server = createServer(({ url = '/' }, response) => {
    const content = contents.get(new URL(url, 'http://localhost').pathname);
    response.writeHead(content ? 200 : 404).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
