import type { QueryTerm } from '../../../lib/arabic/search/analysis.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import { pastStems } from '../../../lib/arabic/search/stems.ts';
import { countArticles, countSequence, findMostFrequent, type SearchIndex } from './search-index.ts';

/** A word in fewer articles than this is rare: it may really be a shorter word with proclitics. */
const rareWord = 20;
/**
 * A rare word is searched for together with its form without proclitics if that form is at least this many times as
 * frequent.
 */
const muchMoreFrequent = 20;

/** A term of the query with the bases to search for. */
export interface ExpandedTerm extends QueryTerm {
  /** `match` marks guesses. */
  bases: { base: string; match?: 'corrected' | 'completed' }[];
  /** The words side by side to search for as well. */
  sequences: WordSequence[];
  /** The word that the reader probably meant to type, and how to show it. */
  correction?: { base: string; text: string };
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
