import type { QueryTerm } from '../../../lib/arabic/search/analysis.ts';
import { completeWord } from '../../../lib/arabic/search/completion.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import type { IndexedWord } from '../../../lib/arabic/search/spelling.ts';
import { pastStems } from '../../../lib/arabic/search/stems.ts';
import { normalizeWord } from '../../../lib/arabic/search/words.ts';
import {
  countArticles,
  countSequence,
  findMostFrequent,
  readBeginnings,
  readSimilarWords,
  type SearchIndex,
} from './search-index.ts';

/** A word in fewer articles than this is rare: it may really be a shorter word with proclitics. */
const rareWord = 20;
/**
 * A rare word is searched for together with its form without proclitics if that form is at least this many times as
 * frequent.
 */
const muchMoreFrequent = 20;
const maxCompletions = 3;
const shortestToComplete = 3;
const shortestToCorrect = 4;

/** A term of the query with the bases to search for. */
export interface ExpandedTerm extends QueryTerm {
  /** `match` marks guesses. */
  bases: { base: string; match?: 'corrected' | 'completed' }[];
  /** The words side by side to search for as well. */
  sequences: WordSequence[];
  /** The word that the reader probably meant to type. */
  correction?: IndexedWord;
  /** How many articles have the word as typed. */
  articles: number;
  /** No article has the word, neither whole nor by its stem, nor with other spaces. */
  isUnknown?: boolean;
}

/**
 * Chooses the bases to search for, by what the index contains. Each term is looked up in a query of its own: in a query
 * of several words, Pagefind skips those that it does not know.
 */
export function expandTerms(index: SearchIndex, terms: readonly QueryTerm[]): Promise<ExpandedTerm[]> {
  return Promise.all(terms.map((term) => expandTerm(index, term)));
}

/** Expands a term by its word, and by the other ways in which articles write a name or a compound that it is of. */
async function expandTerm(index: SearchIndex, term: QueryTerm): Promise<ExpandedTerm> {
  const occurring = async <Item>(items: readonly Item[], count: (item: Item) => Promise<number>): Promise<Item[]> => {
    const counts = await Promise.all(items.map(count));
    return items.filter((_, place) => counts[place] !== 0);
  };
  const joined = await occurring(term.joined, (base) => countArticles(index, base, 'stem'));
  const sequences = await occurring(term.parted, (words) => countSequence(index, words));
  const expanded = await expandWord(index, term, joined.length + sequences.length > 0);
  return { ...expanded, sequences, bases: [...expanded.bases, ...joined.map((base) => ({ base }))] };
}

/** `isKnown` tells that a word which no article has is no mistake. */
async function expandWord(index: SearchIndex, term: QueryTerm, isKnown: boolean): Promise<ExpandedTerm> {
  const { base, alternatives } = term;
  const own = await countArticles(index, base, 'word');
  const asTyped = { ...term, bases: [{ base }], sequences: [], articles: own };
  if (alternatives.length > 0 && own < rareWord) {
    const { best, count } = await findMostFrequent(index, alternatives, 'word');
    if (best !== undefined && own === 0) return { ...asTyped, bases: [{ base: best }] };
    if (best !== undefined && count >= own * muchMoreFrequent) return { ...asTyped, bases: [{ base }, { base: best }] };
  }
  if (own > 0) return asTyped;
  const past = await findMostFrequent(index, pastStems(base), 'stem');
  const bases = past.best === undefined ? asTyped.bases : [{ base }, { base: past.best }];
  if (past.best !== undefined || (await countArticles(index, base, 'stem')) > 0) return { ...asTyped, bases };
  const { best } = await findMostFrequent(index, alternatives, 'stem');
  if (best !== undefined) return { ...asTyped, bases: [{ base: best }] };
  return isKnown ? asTyped : { ...asTyped, isUnknown: true };
}

/** Corrects the words that no article has, unless articles have words with their skeletons. */
export function correctUnknown(index: SearchIndex, terms: readonly ExpandedTerm[]): Promise<ExpandedTerm[]> {
  return Promise.all(
    terms.map(async (term): Promise<ExpandedTerm> => {
      if (!term.isUnknown || (await countArticles(index, term.base, 'skeleton')) > 0) return term;
      const correction = await correct(index, term.base);
      return correction ? { ...term, bases: [{ base: correction.base, match: 'corrected' }], correction } : term;
    }),
  );
}

/** The spelling is loaded when a word is to be corrected, which most searches never need; without it nothing is. */
async function correct(index: SearchIndex, base: string): Promise<IndexedWord | undefined> {
  const [spelling, words] = await Promise.all([
    import('../../../lib/arabic/search/spelling.ts').catch(() => undefined),
    readSimilarWords(index, base),
  ]);
  return spelling?.correctWord(base, words);
}

/**
 * Adds guesses to the terms: corrections of words that no article has and, while typing, completions of the last word.
 */
export async function addGuesses(
  index: SearchIndex,
  terms: readonly ExpandedTerm[],
  isTyping: boolean,
): Promise<ExpandedTerm[]> {
  return Promise.all(
    terms.map((expanded, position) => {
      const isUnfinished = isTyping && position === terms.length - 1;
      return isUnfinished && expanded.base.length >= shortestToComplete
        ? addCompletions(index, expanded)
        : addCorrection(index, expanded);
    }),
  );
}

async function addCompletions(index: SearchIndex, expanded: ExpandedTerm): Promise<ExpandedTerm> {
  const { base } = expanded;
  const words = completeWord(base, await readBeginnings(index, base), maxCompletions);
  const completed = words.map((word) => ({ base: word.base, match: 'completed' as const }));
  return { ...expanded, bases: [...expanded.bases, ...completed] };
}

async function addCorrection(index: SearchIndex, expanded: ExpandedTerm): Promise<ExpandedTerm> {
  const { base } = expanded;
  if (expanded.correction || base.length < shortestToCorrect) return expanded;
  if (expanded.sequences.length > 0 || expanded.bases.length > 1) return expanded;
  if ((await countArticles(index, base, 'word')) > 0 || expanded.bases[0]?.base !== base) return expanded;
  const correction = await correct(index, base);
  if (!correction) return expanded;
  const corrected = { base: correction.base, match: 'corrected' as const };
  return { ...expanded, bases: [...expanded.bases, corrected], correction };
}

/** Returns the query with its corrections; undefined when there are none. */
export function correctQuery(text: string, terms: readonly ExpandedTerm[]): string | undefined {
  const corrected = terms.filter(({ correction }) => correction);
  if (corrected.length === 0) return undefined;
  return corrected.reduce(
    (query, { written, base, correction }) =>
      query.replace(written, () => beforeBase(written, base) + (correction?.shown ?? '')),
    text,
  );
}

/** Returns the article and the proclitics of a word as typed, which its base does not have. */
function beforeBase(written: string, base: string): string {
  const word = normalizeWord(written);
  return word.endsWith(base) ? word.slice(0, word.length - base.length) : '';
}
