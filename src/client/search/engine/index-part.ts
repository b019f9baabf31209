import { encodeWord, type Level } from '../../../lib/arabic/search/codes.ts';
import { memoize } from './memoize.ts';
import type { OpenPart } from './open-index.ts';
import type { PagefindFragment, PagefindInstance, PagefindResult } from './pagefind-api.ts';

/** Where a word occurs in an article. */
export interface Posting {
  /** The indexes of the matching words in the article's text, ascending. */
  places: number[];
  /** The metadata fields that contain the word too: `title`, `names`, `lead`, `headings`. */
  fields: string[];
}

/** The articles that have a word, by their ids in this part. */
export type Postings = ReadonlyMap<string, Posting>;

/** One part of the index. Its answers are cached, so that each request is sent once. */
export interface IndexPart {
  articles: number;
  find(base: string, level: Level): Promise<Postings>;
  /** Returns the rank of each article by date: 0 is the newest. */
  rankByDate(): Promise<ReadonlyMap<string, number>>;
  /** Counts the articles by the name of each filter and its values. */
  countFilters(): Promise<Record<string, Record<string, number>>>;
  /** Returns the ids of the articles that have a value of a filter, given as JSON: `{"tag":"نهر"}`. */
  findFiltered(filter: string): Promise<ReadonlySet<string>>;
  /** Loads what a result shows of an article. Rejects for an article that no search has found before. */
  read(id: string): Promise<PagefindFragment>;
  /** Reads the word list of a name, see `bucketOf`. */
  readList(name: string): Promise<string>;
}

type Ask = (...query: Parameters<PagefindInstance['search']>) => Promise<PagefindResult[]>;

export function createIndexPart({ base: address, articles, key, instance }: OpenPart): IndexPart {
  const resultsById = new Map<string, PagefindResult>();
  const ask: Ask = async (...query) => {
    const { results } = await instance.search(...query);
    for (const result of results) if (!resultsById.has(result.id)) resultsById.set(result.id, result);
    return results;
  };
  const find = memoize(async (code) => toPostings(await ask(code)));
  const rankByDate = memoize(async () => new Map((await ask(null)).map(({ id }, rank) => [id, rank])));
  const countFilters = memoize(() => instance.filters());
  return {
    articles,
    find: (base, level) => find(encodeWord(base, level)),
    rankByDate: () => rankByDate(''),
    countFilters: () => countFilters(''),
    findFiltered: memoize(async (filter) => {
      return new Set((await ask(null, { filters: JSON.parse(filter) })).map(({ id }) => id));
    }),
    read: async (id) => (resultsById.get(id) as PagefindResult).data(),
    readList: memoize((name) => fetchList(`${address}words/${name}.txt?${key}`)),
  };
}

function toPostings(results: readonly PagefindResult[]): Postings {
  return new Map(
    results.map(({ id, words, matchedMetaFields = [] }) => [id, { places: words, fields: matchedMetaFields }]),
  );
}

/** Reads a word list. Where no word belongs there is no list: hosts answer 404, or 403. */
async function fetchList(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.status > 404) throw response;
  return response.ok ? response.text() : '';
}
