import { correctWord } from '../../../lib/arabic/search/spelling.ts';
import { type ListedWord, writeAfter, writeAlone } from '../../../lib/arabic/search/word-lines.ts';
import { normalizeWord } from '../../../lib/arabic/search/words.ts';
import type { ExpandedTerm } from './query-expansion.ts';
import { countArticles, type SearchIndex } from './search-index.ts';
import { leastToOffer, readSimilarWords } from './word-lists.ts';

const shortestToCorrect = 4;

/** Corrects the words that no article has, unless articles have words with their skeletons. */
export function correctUnknown(index: SearchIndex, terms: readonly ExpandedTerm[]): Promise<ExpandedTerm[]> {
  return Promise.all(
    terms.map(async (term): Promise<ExpandedTerm> => {
      if (!term.isUnknown || (await countArticles(index, term.base, 'skeleton')) > 0) return term;
      const correction = await findCorrection(index, term);
      return correction ? { ...term, bases: [{ base: correction.base, match: 'corrected' }], correction } : term;
    }),
  );
}

/** Adds corrections to words that no article has in that form, such as relatives of a word that few articles have. */
export function addCorrections(index: SearchIndex, terms: readonly ExpandedTerm[]): Promise<ExpandedTerm[]> {
  return Promise.all(
    terms.map(async (term): Promise<ExpandedTerm> => {
      const { base, bases, correction, sequences, articles } = term;
      const isRead = sequences.length > 0 || bases.length > 1 || bases[0]?.base !== base;
      if (correction || base.length < shortestToCorrect || isRead || articles > 0) return term;
      const found = await findCorrection(index, term);
      if (!found) return term;
      return { ...term, bases: [...bases, { base: found.base, match: 'corrected' }], correction: found };
    }),
  );
}

/** Finds the word that was probably meant. The spellings of a known name are no mistakes, and nor are Latin words. */
async function findCorrection(
  index: SearchIndex,
  { base, written }: ExpandedTerm,
): Promise<ExpandedTerm['correction']> {
  if (/[a-z]/.test(base) || index.names.has(base)) return undefined;
  const least = leastToOffer(index);
  const words = (await readSimilarWords(index, base)).filter(({ frequency, isName }) => isName || frequency >= least);
  const found = correctWord(base, words);
  return found && { base: index.names.get(found.base) ?? found.base, text: spell(found, written, base) };
}

/** Spells a correction with the article and the proclitics that were typed before the wrong word, as articles have it. */
function spell(word: ListedWord, written: string, base: string): string {
  const typed = normalizeWord(written);
  const before = typed.endsWith(base) ? typed.slice(0, typed.length - base.length) : '';
  return writeAfter(before, word) ?? writeAlone(word);
}
