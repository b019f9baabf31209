import { encodeWord, type Level } from '../../lib/arabic/search/codes.ts';
import type { KnownWord } from '../../lib/arabic/search/spelling.ts';
import { bucketOf, countBuckets } from '../../lib/arabic/search/word-buckets.ts';
import { normalizeWord } from '../../lib/arabic/search/words.ts';
import type { OpenPart, PagefindFragment, PagefindResult } from './pagefind.ts';

/** An article that a word was found in. */
export interface Posting {
  /** The numbers of the words of its text that match, in order. */
  places: number[];
  inTitle: boolean;
  inLead: boolean;
  inHeadings: boolean;
}

export type Postings = ReadonlyMap<string, Posting>;

/** One part of the index: articles by words, dates and filters. What was asked for once is not asked for again. */
export interface PartIndex {
  articles: number;
  /** The articles that have a word, by their ids in this part. */
  find(base: string, level: Level): Promise<Postings>;
  /** The rank of each article by date, which is the order of the index: 0 is the newest. */
  rankByDate(): Promise<ReadonlyMap<string, number>>;
  /** The values of each filter, with the articles that have them. */
  readFilters(): Promise<Record<string, Map<string, ReadonlySet<string>>>>;
  /** What an article that was found shows. */
  read(id: string): Promise<PagefindFragment>;
  /** The words that begin or end with the same two letters as the given one. */
  readWords(base: string): Promise<KnownWord[]>;
  /** The words that begin with the same two letters as the given one. */
  readBeginnings(base: string): Promise<KnownWord[]>;
}

export function createPartIndex({ base: address, articles, key, instance }: OpenPart): PartIndex {
  const results = new Map<string, PagefindResult>();
  const buckets = countBuckets(articles);

  function remember(found: readonly PagefindResult[]): readonly PagefindResult[] {
    for (const result of found) if (!results.has(result.id)) results.set(result.id, result);
    return found;
  }

  const find = once(async (code: string): Promise<Postings> => {
    const answer = await instance.search(code);
    return new Map(
      remember(answer.results).map(({ id, words, matchedMetaFields = [] }) => [
        id,
        {
          places: words,
          inTitle: matchedMetaFields.includes('title'),
          inLead: matchedMetaFields.includes('lead'),
          inHeadings: matchedMetaFields.includes('headings'),
        },
      ]),
    );
  });

  const rankByDate = once(async (): Promise<ReadonlyMap<string, number>> => {
    const answer = await instance.search(null);
    return new Map(remember(answer.results).map(({ id }, rank) => [id, rank]));
  });

  const readFilters = once(async () => {
    const filters: Record<string, Map<string, ReadonlySet<string>>> = {};
    for (const [name, values] of Object.entries(await instance.filters())) {
      const sets = new Map<string, ReadonlySet<string>>();
      for (const value of Object.keys(values)) {
        const answer = await instance.search(null, { filters: { [name]: value } });
        sets.set(value, new Set(remember(answer.results).map(({ id }) => id)));
      }
      filters[name] = sets;
    }
    return filters;
  });

  const readBucket = once(async (file: string): Promise<KnownWord[]> => {
    const response = await fetch(`${address}words/${file}.txt?${key}`);
    const text = response.ok ? await response.text() : '';
    return text === ''
      ? []
      : text.split('\n').map((line) => {
          const shown = line.slice(0, -1);
          return { shown, base: normalizeWord(shown), frequency: Number(line.slice(-1)) };
        });
  });

  return {
    articles,
    find: (base, level) => find(encodeWord(base, level)),
    rankByDate: () => rankByDate(''),
    readFilters: () => readFilters(''),
    read: async (id) => {
      const result = results.get(id);
      if (!result) throw new Error(`${id} was never found in ${address}`);
      return result.data();
    },
    readWords: async (base) => (await Promise.all(bucketOf(base, buckets).map(readBucket))).flat(),
    readBeginnings: (base) => readBucket(bucketOf(base, buckets)[0]),
  };
}

/** A function that is asked once for each argument; a failure is not kept. */
function once<Value>(ask: (argument: string) => Promise<Value>): (argument: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (argument) => {
    const before = answers.get(argument);
    if (before !== undefined) return before;
    const answer = ask(argument);
    answers.set(argument, answer);
    answer.catch(() => answers.delete(argument));
    return answer;
  };
}
