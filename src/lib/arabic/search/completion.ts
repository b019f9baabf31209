import { stripArticle, stripEachProclitic } from './proclitics.ts';
import { stemOf } from './stems.ts';
import { countArticlesOf, countWritten, type ListedWord, writeAfter } from './word-lines.ts';

/** A typed beginning of a word, normalised: what stands before the word itself, and its first letters. */
export interface Beginning {
  before: string;
  letters: string;
}

/** A word that a beginning may become. */
export interface Completion {
  base: string;
  /** As articles write it, with what was typed before it. */
  text: string;
  /** How many articles have the word in any form; see `ListedWord`. */
  articles: number;
}

const fewestLetters = 2;

/** Returns the ways to read a normalised word that is still being typed, the most likely first. */
export function readBeginning(typed: string): Beginning[] {
  const rests = [stripArticle(typed), typed, ...stripEachProclitic(typed)];
  return [...new Set(rests)]
    .filter((rest) => rest.length >= fewestLetters)
    .map((letters) => ({ before: typed.slice(0, typed.length - letters.length), letters }));
}

/**
 * Returns the most frequent words that a beginning may become, each as articles write it, at most `count`: of the forms of
 * one word, the most frequent. Forms that fewer than `least` articles have count only if they are of names.
 */
export function completeWord(
  { before, letters }: Beginning,
  words: readonly ListedWord[],
  { count, least }: { count: number; least: number },
): Completion[] {
  const found = new Map<string, Completion>();
  const longer = words.filter(
    (word) =>
      word.base.length > letters.length &&
      word.base.startsWith(letters) &&
      (word.isName || countWritten(before, word) >= least),
  );
  for (const word of longer.sort(byCountAfter(before))) {
    const text = writeAfter(before, word);
    const stem = stemOf(word.base);
    if (text === undefined || found.has(stem)) continue;
    found.set(stem, { base: word.base, text, articles: countArticlesOf(word) });
    if (found.size === count) break;
  }
  return [...found.values()];
}

function byCountAfter(before: string): (a: ListedWord, b: ListedWord) => number {
  return (a, b) =>
    countWritten(before, b) - countWritten(before, a) ||
    countArticlesOf(b) - countArticlesOf(a) ||
    a.base.length - b.base.length ||
    (a.base < b.base ? -1 : 1);
}
