import type { Level } from '../../../lib/arabic/search/codes.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import { createNameTable, type NameTable } from '../../../lib/arabic/search/names.ts';
import type { ListedWord } from '../../../lib/arabic/search/word-lines.ts';
import { createIndexPart, type IndexPart } from './index-part.ts';
import type { OpenIndex } from './open-index.ts';
import { findSequence } from './word-sequences.ts';

/** Completions are read from this many parts, the largest ones. */
const partsForCompletion = 3;

/** All parts of the index, searched as one. */
export interface SearchIndex {
  /** Newest first. */
  parts: IndexPart[];
  names: NameTable;
  /** The number of articles in all parts. */
  articles: number;
}

export function createSearchIndex({ parts, aliases }: OpenIndex): SearchIndex {
  return {
    parts: parts.map(createIndexPart),
    names: createNameTable(aliases),
    articles: parts.reduce((sum, part) => sum + part.articles, 0),
  };
}

/** Counts the articles, in all parts, that have a word. */
export async function countArticles(index: SearchIndex, base: string, level: Level): Promise<number> {
  const postings = await Promise.all(index.parts.map((part) => part.find(base, level)));
  return postings.reduce((sum, { size }) => sum + size, 0);
}

/** Counts the articles, in all parts, that have the words of a sequence side by side. */
export async function countSequence({ parts }: SearchIndex, words: WordSequence): Promise<number> {
  const postings = await Promise.all(parts.map((part) => findSequence(part, words, 'stem')));
  return postings.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Finds the base that most articles have, and how many have it. `best` is undefined when no article has any of the
 * bases.
 */
export async function findMostFrequent(
  index: SearchIndex,
  bases: readonly string[],
  level: Level,
): Promise<{ best: string | undefined; count: number }> {
  const counts = await Promise.all(bases.map((base) => countArticles(index, base, level)));
  const count = Math.max(0, ...counts);
  return { best: count > 0 ? bases[counts.indexOf(count)] : undefined, count };
}

/** Reads the words that may be the right spelling of `base`: those that begin or end with the same two letters. */
export async function readSimilarWords({ parts }: SearchIndex, base: string): Promise<ListedWord[]> {
  return mergeWords(await Promise.all(parts.map((part) => part.readSimilarWords(base))));
}

/** Reads the words that begin with the first two letters of `base`. */
export async function readBeginnings(index: SearchIndex, base: string): Promise<ListedWord[]> {
  const largest = index.parts.toSorted((a, b) => b.articles - a.articles).slice(0, partsForCompletion);
  return mergeWords(await Promise.all(largest.map((part) => part.readBeginnings(base))));
}

/** Joins the word lists of several parts, and adds up how many articles have each word. */
function mergeWords(lists: readonly ListedWord[][]): ListedWord[] {
  const words = new Map<string, ListedWord>();
  for (const word of new Set(lists.flat())) words.set(word.base, joinWords(words.get(word.base), word));
  return [...words.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

/** Joins what two lists say of a word. The more frequent spelling counts. */
function joinWords(one: ListedWord | undefined, other: ListedWord): ListedWord {
  if (one === undefined) return other;
  return {
    ...(other.frequency > one.frequency ? other : one),
    frequency: Math.log2(2 ** one.frequency + 2 ** other.frequency),
    isBare: one.isBare || other.isBare,
    hasArticle: one.hasArticle || other.hasArticle,
    isName: one.isName || other.isName,
  };
}

/**
 * Returns the frequency below which words are not offered to readers, unless they are of names: in large archives, words
 * of a single article are typing errors for the most part.
 */
export function leastToOffer({ articles }: SearchIndex): number {
  if (articles < 300) return 0;
  return articles < 2000 ? 1 : 2;
}
