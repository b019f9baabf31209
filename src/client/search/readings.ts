import type { QueryTerm } from '../../lib/arabic/search/analysis.ts';
import { completeWord, correctWord, type KnownWord } from '../../lib/arabic/search/spelling.ts';
import { commonest, countArticles, readBeginnings, readSimilarWords, type SearchedIndex } from './searched-index.ts';

/** A word that so few articles have may be one with proclitics. */
const rareWord = 20;
/** How many times commoner a word must be without its first letters, for both to be searched. */
const muchCommoner = 20;
const completionsSearched = 3;
const shortestToComplete = 3;
const shortestToCorrect = 4;

/** A term with the bases it is searched by. */
export interface Reading {
  term: QueryTerm;
  bases: { base: string; match?: 'corrected' | 'completed' }[];
  /** What the reader probably meant to type. */
  correction?: KnownWord;
}

/** Pagefind passes over words that it does not know, so that each word must be asked for by itself. */
export function readTerms(index: SearchedIndex, terms: readonly QueryTerm[]): Promise<Reading[]> {
  return Promise.all(terms.map((term) => readTerm(index, term)));
}

async function readTerm(index: SearchedIndex, term: QueryTerm): Promise<Reading> {
  const { base, alternatives } = term;
  const asTyped = { term, bases: [{ base }] };
  const own = await countArticles(index, base, 'word');
  if (alternatives.length > 0 && own < rareWord) {
    const { best, count } = await commonest(index, alternatives, 'word');
    if (best !== undefined && own === 0) return { term, bases: [{ base: best }] };
    if (best !== undefined && count >= own * muchCommoner) return { term, bases: [{ base }, { base: best }] };
  }
  if (own > 0 || (await countArticles(index, base, 'stem')) > 0) return asTyped;
  const { best } = await commonest(index, alternatives, 'stem');
  if (best !== undefined) return { term, bases: [{ base: best }] };
  if ((await countArticles(index, base, 'frame')) > 0) return asTyped;
  const correction = await correct(index, base);
  return correction ? { term, bases: [{ base: correction.base, match: 'corrected' }], correction } : asTyped;
}

async function correct(index: SearchedIndex, base: string): Promise<KnownWord | undefined> {
  return correctWord(base, await readSimilarWords(index, base));
}

/** Adds what may have been meant: words that are spelled nearly like those that nobody wrote, and ends of the last one. */
export async function widenReadings(
  index: SearchedIndex,
  readings: readonly Reading[],
  isTyping: boolean,
): Promise<Reading[]> {
  return Promise.all(
    readings.map(async (reading, place): Promise<Reading> => {
      const { base } = reading.term;
      const isLast = place === readings.length - 1;
      if (isTyping && isLast && base.length >= shortestToComplete) {
        const words = completeWord(base, await readBeginnings(index, base), completionsSearched);
        const completed = words.map((word) => ({ base: word.base, match: 'completed' as const }));
        return { ...reading, bases: [...reading.bases, ...completed] };
      }
      if (reading.correction || base.length < shortestToCorrect) return reading;
      if ((await countArticles(index, base, 'word')) > 0 || reading.bases[0]?.base !== base) return reading;
      const correction = await correct(index, base);
      if (!correction) return reading;
      const corrected = { base: correction.base, match: 'corrected' as const };
      return { ...reading, bases: [...reading.bases, corrected], correction };
    }),
  );
}

/** The query with its corrections; undefined where there are none. */
export function meantQuery(text: string, readings: readonly Reading[]): string | undefined {
  const corrected = readings.filter((reading) => reading.correction);
  if (corrected.length === 0) return undefined;
  return corrected.reduce(
    (query, { term, correction }) => query.replace(term.written, () => correction?.shown ?? term.written),
    text,
  );
}
