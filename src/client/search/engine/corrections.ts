import { correctWord, countSlips } from '../../../lib/arabic/search/spelling.ts';
import { countArticlesOf, type ListedWord, writeAfter, writeAlone } from '../../../lib/arabic/search/word-lines.ts';
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
  const words = await listOffered(index, base);
  const found = correctWord(base, words);
  const spellings = words.filter((word) => word.base === found?.base);
  return found && { base: index.names.get(found.base) ?? found.base, text: spell(spellings, written, base) };
}

/** Whether a word is a single slip away from one that is offered, so that it is no name in other letters. */
export async function isSlip(index: SearchIndex, base: string): Promise<boolean> {
  const found = correctWord(base, await listOffered(index, base));
  return found !== undefined && countSlips(base, found.base) <= 1;
}

async function listOffered(index: SearchIndex, base: string): Promise<ListedWord[]> {
  const least = leastToOffer(index);
  const similar = await readSimilarWords(index, base);
  return similar.filter((word) => word.isName || countArticlesOf(word) >= least);
}

/**
 * Spells a correction with the article and the proclitics that were typed before the wrong word, as articles have it.
 * `spellings` are those of the one word that was found.
 */
function spell(spellings: readonly ListedWord[], written: string, base: string): string {
  const typed = normalizeWord(written);
  const before = typed.endsWith(base) ? typed.slice(0, typed.length - base.length) : '';
  const [asTyped] = spellings.flatMap((word) => writeAfter(before, word) ?? []);
  return asTyped ?? spellings.map(writeAlone)[0] ?? written;
}

/**
 * Returns the query with its corrections; undefined when there are none to show. Letters that touch others, as in
 * «المخضرةم», are only a part of what was typed, and with a part corrected the whole would be no word.
 */
export function correctQuery(text: string, terms: readonly ExpandedTerm[]): string | undefined {
  let corrected = text;
  for (const { written, correction } of terms) {
    const letters = written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
    const start = correction ? findAlone(corrected, letters) : -1;
    if (start === -1 || !correction) continue;
    corrected = corrected.slice(0, start) + correction.text + corrected.slice(start + letters.length);
  }
  return corrected === text ? undefined : corrected;
}

/** Returns where letters stand in a text without others before and after them; -1 if nowhere. */
function findAlone(text: string, letters: string): number {
  for (let start = text.indexOf(letters); start !== -1; start = text.indexOf(letters, start + 1)) {
    const isAlone =
      !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, start)) &&
      !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(start + letters.length));
    if (isAlone) return start;
  }
  return -1;
}
