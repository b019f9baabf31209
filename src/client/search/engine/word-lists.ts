import { bucketOf, countBuckets } from '../../../lib/arabic/search/word-buckets.ts';
import { type ListedWord, readWordLines } from '../../../lib/arabic/search/word-lines.ts';
import type { IndexPart } from './index-part.ts';
import type { SearchIndex } from './search-index.ts';

/** Beginnings of words are read from this many parts, the largest ones. */
const partsForBeginnings = 3;

/** Reads the words that may be the right spelling of `base`: those that begin or end with the same two letters. */
export async function readSimilarWords({ parts }: SearchIndex, base: string): Promise<ListedWord[]> {
  return joinParts(
    await Promise.all(parts.map((part) => readLists(part, bucketOf(base, countBuckets(part.articles))))),
  );
}

/** Reads the words that begin with the first two letters of `base`. */
export async function readBeginnings({ parts }: SearchIndex, base: string): Promise<ListedWord[]> {
  const largest = parts.toSorted((a, b) => b.articles - a.articles).slice(0, partsForBeginnings);
  return joinParts(
    await Promise.all(largest.map((part) => readLists(part, [bucketOf(base, countBuckets(part.articles))[0]]))),
  );
}

/**
 * Returns how many articles must have a form for it to be offered to readers, unless it is of a name: in large archives,
 * words of a single article are typing errors for the most part.
 */
export function leastToOffer({ articles }: SearchIndex): number {
  if (articles < 300) return 1;
  return articles < 2000 ? 2 : 4;
}

const linesOfText = new Map<string, ListedWord[]>();

/** Reads lists of a part as one, each spelling of a word once. */
async function readLists(part: IndexPart, names: readonly string[]): Promise<Map<string, ListedWord>> {
  const texts = await Promise.all(names.map((name) => part.readList(name)));
  const words = texts.flatMap((text) => {
    const lines = linesOfText.get(text) ?? readWordLines(text);
    linesOfText.set(text, lines);
    return lines;
  });
  return new Map(words.map((word) => [word.shown, word]));
}

/** Joins the words of several parts, and adds up how many articles have each word. */
function joinParts(parts: readonly ReadonlyMap<string, ListedWord>[]): ListedWord[] {
  const words = new Map<string, ListedWord>();
  for (const part of parts) for (const [shown, word] of part) words.set(shown, joinWords(words.get(shown), word));
  return [...words.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

/** Joins what two parts say of a spelling. */
function joinWords(one: ListedWord | undefined, other: ListedWord): ListedWord {
  if (one === undefined) return other;
  return {
    ...one,
    bare: one.bare + other.bare,
    definite: one.definite + other.definite,
    hasPreposition: one.hasPreposition || other.hasPreposition,
    hasLam: one.hasLam || other.hasLam,
    hasBoth: one.hasBoth || other.hasBoth,
    hasConjunction: one.hasConjunction || other.hasConjunction,
    isName: one.isName || other.isName,
  };
}
