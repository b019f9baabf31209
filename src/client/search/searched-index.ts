import type { Level } from '../../lib/arabic/search/codes.ts';
import { createNameTable, type NameTable } from '../../lib/arabic/search/names.ts';
import type { KnownWord } from '../../lib/arabic/search/spelling.ts';
import type { OpenIndex } from './pagefind.ts';
import { createPartIndex, type PartIndex } from './part-index.ts';

/** Completions are read from the largest parts. */
const partsForCompletion = 3;

/** All parts of the index, searched as one. */
export interface SearchedIndex {
  /** Newest first. */
  parts: PartIndex[];
  names: NameTable;
  /** How many articles there are in all parts. */
  articles: number;
}

export function createSearchedIndex({ parts, aliases }: OpenIndex): SearchedIndex {
  return {
    parts: parts.map(createPartIndex),
    names: createNameTable(aliases),
    articles: parts.reduce((sum, part) => sum + part.articles, 0),
  };
}

/** How many articles have a word. */
export async function countArticles(index: SearchedIndex, base: string, level: Level): Promise<number> {
  const postings = await Promise.all(index.parts.map((part) => part.find(base, level)));
  return postings.reduce((sum, { size }) => sum + size, 0);
}

/** The base that most articles have, and how many; undefined where none has any. */
export async function commonest(
  index: SearchedIndex,
  bases: readonly string[],
  level: Level,
): Promise<{ best: string | undefined; count: number }> {
  const counts = await Promise.all(bases.map((base) => countArticles(index, base, level)));
  const count = Math.max(0, ...counts);
  return { best: count > 0 ? bases[counts.indexOf(count)] : undefined, count };
}

/** The words that are spelled nearly like one: those that begin or end as it does. */
export async function readSimilarWords({ parts }: SearchedIndex, base: string): Promise<KnownWord[]> {
  return mergeWords(await Promise.all(parts.map((part) => part.readWords(base))));
}

/** The words that begin with the first two letters of one. */
export async function readBeginnings(index: SearchedIndex, base: string): Promise<KnownWord[]> {
  const largest = index.parts.toSorted((a, b) => b.articles - a.articles).slice(0, partsForCompletion);
  return mergeWords(await Promise.all(largest.map((part) => part.readBeginnings(base))));
}

/** The words of several parts, each once; a word is as frequent as where it is most frequent. */
function mergeWords(lists: readonly KnownWord[][]): KnownWord[] {
  const words = new Map<string, KnownWord>();
  for (const word of lists.flat()) {
    const before = words.get(word.base);
    if (before === undefined || before.frequency < word.frequency) words.set(word.base, word);
  }
  return [...words.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}
