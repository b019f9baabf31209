import type { Level } from '../../../lib/arabic/search/codes.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import { createNameTable, type NameTable } from '../../../lib/arabic/search/names.ts';
import { createIndexPart, type IndexPart } from './index-part.ts';
import type { OpenIndex } from './open-index.ts';
import { findSequence } from './word-sequences.ts';

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
