import { baseOf } from '../../../lib/arabic/search/analysis.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import { isStopWord } from '../../../lib/arabic/search/stop-words.ts';
import { countArticlesOf } from '../../../lib/arabic/search/word-lines.ts';
import { normalizeWord } from '../../../lib/arabic/search/words.ts';
import type { ExpandedTerm } from './query-expansion.ts';
import { countArticles, countSequence, type SearchIndex } from './search-index.ts';
import { readSimilarWords } from './word-lists.ts';

const shortestFirst = 2;
const shortestLast = 3;
/** How many ways of parting a word are looked up. */
const maxWays = 4;
/** Where a word with the article begins inside another: «رئيسالجمهورية», «الرئيسوالوزير». */
const beforeArticle = /(?<=..)(?=و?(?:ال|لل)...)/u;

/**
 * Reads the words that no article has as written with a space too many or too few: joined with a neighbour, if articles
 * have the joined word, or parted, if articles have the parts side by side. A word that is `unfinished` is not parted.
 */
export async function mendSpaces(
  index: SearchIndex,
  terms: readonly ExpandedTerm[],
  unfinished: ExpandedTerm | undefined,
): Promise<ExpandedTerm[]> {
  const joined = await joinNeighbours(index, terms);
  return Promise.all(
    joined.map(async (term): Promise<ExpandedTerm> => {
      if (!term.isUnknown || term.written === unfinished?.written) return term;
      const parted = await partWord(index, term);
      return parted ? { ...term, ...parted, isUnknown: false } : term;
    }),
  );
}

async function joinNeighbours(index: SearchIndex, terms: readonly ExpandedTerm[]): Promise<ExpandedTerm[]> {
  const possible = [...new Set(terms.flatMap(({ isUnknown, withNeighbours }) => (isUnknown ? withNeighbours : [])))];
  const counts = await Promise.all(possible.map((base) => countArticles(index, base, 'word')));
  const attested = possible.filter((_, place) => counts[place] !== 0);
  return terms.map((term) => {
    const own = term.withNeighbours.filter((base) => attested.includes(base));
    if (own.length === 0) return term;
    return { ...term, bases: [...term.bases, ...own.map((base) => ({ base }))], isUnknown: false };
  });
}

/** Parts a word in the likeliest way in which articles have its parts side by side. */
async function partWord(
  index: SearchIndex,
  { base, written }: ExpandedTerm,
): Promise<Pick<ExpandedTerm, 'bases' | 'sequences'> | undefined> {
  const word = normalizeWord(written);
  if (/[^\u0621-\u064a]/.test(word)) return undefined;
  const ways = [...listArticles(index, word), ...(await listAttested(index, base, word))].slice(0, maxWays);
  for (const sequence of ways) {
    const [[last = ''] = []] = sequence.slice(-1);
    if (sequence.length === 1 && (await countArticles(index, last, 'word')) > 0)
      return { bases: [{ base: last }], sequences: [] };
    if (sequence.length > 1 && (await countSequence(index, sequence)) > 0) return { bases: [], sequences: [sequence] };
  }
  return undefined;
}

/** The word parted before each article inside it, and before the last one only. */
function listArticles(index: SearchIndex, word: string): WordSequence[] {
  const parts = word.split(beforeArticle);
  if (parts.length === 1) return [];
  const ways = [parts, [parts.slice(0, -1).join(''), parts.at(-1) ?? '']];
  return ways.slice(0, parts.length - 1).map((way) => toSequence(index, way));
}

/**
 * The ways to part a word in two that the word lists know, the most frequent first. The first part begins as the word
 * does and the last one ends as it does, so that the lists of the word itself have both.
 */
async function listAttested(index: SearchIndex, base: string, word: string): Promise<WordSequence[]> {
  const articlesOf = new Map<string, number>();
  for (const known of await readSimilarWords(index, base)) {
    articlesOf.set(known.base, (articlesOf.get(known.base) ?? 0) + countArticlesOf(known));
  }
  return Array.from({ length: Math.max(0, word.length - shortestFirst - shortestLast + 1) }, (_, place) => {
    const at = place + shortestFirst;
    const parts = [word.slice(0, at), word.slice(at)];
    const known = parts.map((part) => {
      const own = baseOf(part, index.names);
      return isStopWord(part) ? Number.POSITIVE_INFINITY : (articlesOf.get(own) ?? 0);
    });
    return { parts, articles: Math.min(...known) };
  })
    .filter(({ articles }) => articles > 0 && articles < Number.POSITIVE_INFINITY)
    .sort((a, b) => b.articles - a.articles)
    .map(({ parts }) => toSequence(index, parts));
}

/** The bases of words, without stop words. */
function toSequence(index: SearchIndex, words: readonly string[]): WordSequence {
  return words
    .map((word) => baseOf(word, index.names))
    .filter((base) => base !== '')
    .map((base) => [base]);
}
