import { baseOf } from './analysis.ts';
import type { Level } from './codes.ts';
import type { NameTable } from './names.ts';
import { stripArticle, stripEachProclitic } from './proclitics.ts';
import { consonantSkeleton, rootOf, stemOf } from './stems.ts';
import { findWords, normalizeWord, splitWords, type WordSpan } from './words.ts';

/** A piece of a text. Marked pieces match the query; they are whole words, as the author wrote them. */
export interface MarkedRun {
  text: string;
  marked: boolean;
}

const formOf: Record<Level, (base: string) => string> = {
  word: (base) => base,
  stem: stemOf,
  skeleton: (base) => consonantSkeleton(stemOf(base)),
  root: (base) => rootOf(stemOf(base)),
};

/** Creates a function that returns whether a word as written has the same form, at `level`, as one of the bases. */
export function createMatcher(
  bases: readonly string[],
  names: NameTable,
  level: Level = 'stem',
): (written: string) => boolean {
  const form = formOf[level];
  const wanted = new Set(bases.map(form));
  const known = new Map<string, boolean>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const base = baseOf(written, names);
    const word = normalizeWord(written);
    const stripped = base !== '' && stripArticle(word) === word ? stripEachProclitic(word) : [];
    const matches = base !== '' && [base, ...stripped.map(stripArticle)].some((reading) => wanted.has(form(reading)));
    known.set(written, matches);
    return matches;
  };
}

/** Marks the words of a text that match, without their punctuation. All else is left as it is. */
export function markText(text: string, matches: (written: string) => boolean): MarkedRun[] {
  const words = findWords(text);
  return markWords(text, words, (index) => {
    const { start = 0, end = 0 } = words[index] ?? {};
    return matches(text.slice(start, end));
  });
}

/** Marks the words of a text whose index `isMarked`, without their punctuation. All else is left as it is. */
export function markWords(text: string, words: readonly WordSpan[], isMarked: (index: number) => boolean): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let unmarkedFrom = 0;
  const addUnmarked = (end: number): void => {
    if (end > unmarkedFrom) runs.push({ text: text.slice(unmarkedFrom, end), marked: false });
  };
  for (const [index, { start, end }] of words.entries()) {
    if (!isMarked(index)) continue;
    const word = text.slice(start, end);
    const [, before = '', core = ''] = /^([^\p{L}\p{N}]*)(.*?)[^\p{L}\p{M}\p{N}]*$/su.exec(word) ?? [];
    if (core === '') continue;
    addUnmarked(start + before.length);
    runs.push({ text: core, marked: true });
    unmarkedFrom = start + before.length + core.length;
  }
  addUnmarked(text.length);
  return runs;
}

/** What may stand before the first word of a phrase and belong to it. */
const beforePhrase = '(?:^| )[وفبلك]{0,2}';

/**
 * Creates a function that returns whether a text has a phrase word for word: with its articles and in its order, but
 * whatever the hamza, ة, digits and tashkeel are. A phrase without letters and digits is in every text.
 */
export function createPhraseMatcher(phrase: string): (text: string) => boolean {
  const letters = lettersOf(phrase);
  if (letters === '') return () => true;
  const pattern = new RegExp(`${beforePhrase}${letters}(?: |$)`);
  return (text) => pattern.test(lettersOf(text));
}

function lettersOf(text: string): string {
  return splitWords(text)
    .map(normalizeWord)
    .filter((word) => word !== '')
    .join(' ');
}
