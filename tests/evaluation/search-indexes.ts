import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openIndex } from '../../src/client/search/engine/open-index.ts';
import type { PagefindModule } from '../../src/client/search/engine/pagefind-api.ts';
import { createQueryEngine } from '../../src/client/search/engine/query-engine.ts';
import type { SearchAnswer, SearchRequest } from '../../src/client/search/types.ts';
import { divideIntoParts } from '../../src/model/search-parts.ts';
import {
  codedIndex,
  plainIndex,
  runtimeFiles,
  runtimeName,
  writeIndexFiles,
} from '../../src/site-build/search/bundle-files.ts';
import { fragmentsInFileOf } from '../../src/site-build/search/fragment-files.ts';
import { serveDirectory } from '../support/serve.ts';
import { type CorpusDocument, idOf, toRecord } from './search-corpus.ts';

/** Finds the ids of at most ten documents, best first. */
export type FindIds = (query: string) => Promise<string[]>;

export interface EvaluatedIndexes {
  /** Pagefind with its own analysis, the whole corpus in one index. */
  plain: FindIds;
  /** Our index, in the parts that a site with these documents would have. */
  ours: FindIds;
  /** The completions of ours. */
  complete(text: string): Promise<string[]>;
  /** The whole answer of ours. */
  answer(text: string, options?: Partial<SearchRequest>): Promise<SearchAnswer>;
  /** How long each index took to build. */
  seconds: { plain: number; ours: number };
  close(): Promise<void>;
}

const resultsCounted = 10;

/** Writes both indexes of a corpus, `plain` and `ours`, into a temporary directory; returns how long each took. */
export async function writeIndexes(
  corpus: readonly CorpusDocument[],
): Promise<{ directory: string; seconds: EvaluatedIndexes['seconds'] }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'warraq-evaluation-'));
  const archive = corpus.map((document) => ({ ...document, bodyLength: document.body.length }));
  const seconds = {
    plain: await measure(() => writeIndex(path.join(directory, 'plain'), [{ name: 'all', articles: corpus }], false)),
    ours: await measure(() => writeIndex(path.join(directory, 'ours'), divideIntoParts(archive, 'UTC'), true)),
  };
  return { directory, seconds };
}

/** Builds both indexes of a corpus and serves them. */
export async function buildIndexes(corpus: readonly CorpusDocument[]): Promise<EvaluatedIndexes> {
  const { directory, seconds } = await writeIndexes(corpus);
  const server = await serveDirectory(directory);
  const loadScript = async (name: string): Promise<PagefindModule> =>
    import(pathToFileURL(path.join(directory, name, runtimeName, 'pagefind.js')).href);
  const plain = await openIndex(`${server.origin}/plain/`, () => loadScript('plain'));
  const ours = createQueryEngine(`${server.origin}/ours/`, () => loadScript('ours'));
  return {
    plain: async (query) => {
      const { results } = (await plain.parts[0]?.instance.search(query)) ?? { results: [] };
      const pages = await Promise.all(results.slice(0, resultsCounted).map((result) => result.data()));
      return pages.map(({ url }) => idOf(url));
    },
    ours: async (text) => {
      const { results } = await ours.find({ text, limit: resultsCounted });
      return results.map(({ url }) => idOf(url));
    },
    complete: (text) => ours.complete(text),
    answer: (text, options) => ours.find({ text, limit: resultsCounted, ...options }),
    seconds,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function writeIndex(
  directory: string,
  parts: readonly { name: string; articles: readonly CorpusDocument[] }[],
  isCoded: boolean,
): Promise<void> {
  writeIndexFiles(await runtimeFiles(isCoded), path.join(directory, runtimeName));
  const inFile = fragmentsInFileOf(parts.reduce((sum, { articles }) => sum + articles.length, 0));
  for (const { name, articles } of parts) {
    const records = articles.map(toRecord);
    const files = isCoded ? await codedIndex(records, [], inFile) : await plainIndex(records);
    writeIndexFiles(files, path.join(directory, name));
  }
  const manifest = {
    engine: 'engine',
    parts: parts.map(({ name, articles }) => ({ name, key: name, articles: articles.length })),
  };
  await writeFile(path.join(directory, 'parts.json'), JSON.stringify(manifest));
}

async function measure(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
