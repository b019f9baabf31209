import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';
import type { SearchApi } from '../../src/client/search/types.ts';
import { serveDirectory } from '../support/serve.ts';
import { readCorpus } from './search-corpus.ts';
import { writeIndexes } from './search-indexes.ts';
import { drawKnownItems } from './search-known-items.ts';
import { type Connection, type SlowServer, serveSlowly } from './slow-server.ts';

const usage = `npm run eval:search-cost -- --corpus FILE [--queries COUNT] [--seed NUMBER]

  --corpus   documents, a JSON object a line: id, title, body, date; may be gzipped
  --queries  how many queries to draw from titles: 24 by default
  --seed     1 by default

Measures in a browser, for the search and for plain Pagefind, what the first search of a reader costs, also after the
field has had the focus, and what further ones cost: requests, kilobytes as hosts send them, processor time of page and worker, and the time to the results on a
fast connection and on one of 400 kbit/s with 150 ms. Medians.`;

const slow: Connection = { bytesPerSecond: 400_000 / 8, latencyMs: 150 };
const resultsShown = 5;
/** How many of the queries are first searches, each in a new profile. */
const firstSearches = 6;

interface Cost {
  requests: number;
  kilobytes: number;
  processorMs: number;
  ms: number;
}

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, queries: { type: 'string' }, seed: { type: 'string' } },
});
if (values.corpus === undefined) {
  console.error(usage);
  process.exit(2);
}
const corpus = readCorpus(values.corpus);
const queries = drawKnownItems(corpus, Number(values.queries ?? 24), Number(values.seed ?? 1)).map(({ text }) => text);
const { directory } = await writeIndexes(corpus);
await bundlePage(directory);
const files = await serveDirectory(directory);
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu'],
  headless: true,
});
console.log(`${corpus.length} documents, ${queries.length} queries: median (worst)\n`);
console.log('                            requests        KB     CPU ms        ms');
for (const [speed, connection] of [
  ['fast', undefined],
  ['slow', slow],
] as const) {
  const server = await serveSlowly(files.origin, connection);
  for (const index of ['plain', 'ours']) {
    const { first, focused, following } = await measureIndex(server, index);
    console.log(`${`${index}, ${speed}, first`.padEnd(26)} ${line(first)}`);
    console.log(`${`${index}, ${speed}, after focus`.padEnd(26)} ${line(focused)}`);
    console.log(`${`${index}, ${speed}, following`.padEnd(26)} ${line(following)}`);
  }
  server.close();
}
await browser.close();
await files.close();
process.exit();

/** Bundles the search as pages have it, with its worker, into `page/`. */
async function bundlePage(into: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: '/page/',
    worker: { format: 'es' },
    build: {
      outDir: path.join(into, 'page'),
      target: 'esnext',
      modulePreload: false,
      rollupOptions: {
        input: path.join(import.meta.dirname, 'search-cost-page.ts'),
        output: { entryFileNames: 'search.js' },
      },
    },
  });
  writeFileSync(path.join(into, 'index.html'), '<!doctype html><script type="module" src="/page/search.js"></script>');
}

async function measureIndex(
  server: SlowServer,
  index: string,
): Promise<{ first: Cost[]; focused: Cost[]; following: Cost[] }> {
  const first: Cost[] = [];
  const focused: Cost[] = [];
  for (const text of queries.slice(0, firstSearches)) {
    const page = await openPage(server);
    first.push(await measureSearch(server, page, index, text));
    await page.context().close();
    const warm = await openPage(server);
    await warm.evaluate(openIndexOf, `/${index}/`);
    focused.push(await measureSearch(server, warm, index, text));
    await warm.context().close();
  }
  const page = await openPage(server);
  const following: Cost[] = [];
  for (const text of queries) following.push(await measureSearch(server, page, index, text));
  await page.context().close();
  return { first, focused, following: following.slice(1) };
}

/** Opens the index, as the search page does when its field gets the focus. */
async function openIndexOf(base: string): Promise<void> {
  const shared = globalThis as unknown as { createSearchClient(base: string): SearchApi; client?: SearchApi };
  shared.client ??= shared.createSearchClient(base);
  await shared.client.complete('');
}

async function openPage(server: SlowServer): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/`);
  await page.waitForFunction(() => 'createSearchClient' in globalThis);
  return page;
}

async function measureSearch(server: SlowServer, page: Page, index: string, text: string): Promise<Cost> {
  server.takeRequests();
  const before = await processorMs(browser);
  const ms = await page.evaluate(
    async ([base, query, limit]) => {
      const shared = globalThis as unknown as { createSearchClient(base: string): SearchApi; client?: SearchApi };
      const start = performance.now();
      shared.client ??= shared.createSearchClient(base);
      await shared.client.find({ text: query, limit });
      return performance.now() - start;
    },
    [`/${index}/`, text, resultsShown] as const,
  );
  const requests = server.takeRequests();
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  return {
    requests: requests.length,
    kilobytes: bytes / 1000,
    processorMs: (await processorMs(browser)) - before,
    ms,
  };
}

/** The processor time that all pages and workers of a browser have used. */
async function processorMs(of: Browser): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

function line(costs: readonly Cost[]): string {
  const column = (of: (cost: Cost) => number): string => {
    const sorted = costs.map(of).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return `${median.toFixed(0)} (${(sorted.at(-1) ?? 0).toFixed(0)})`.padStart(10);
  };
  return [
    column(({ requests }) => requests),
    column(({ kilobytes }) => kilobytes),
    column(({ processorMs: time }) => time),
    column(({ ms }) => ms),
  ].join(' ');
}
