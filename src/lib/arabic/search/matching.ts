import { baseOf } from './analysis.ts';
import type { Level } from './codes.ts';
import type { NameTable } from './names.ts';
import { stripArticle, stripEachProclitic } from './proclitics.ts';
import { consonantSkeleton, rootOf, stemOf } from './stems.ts';
import { normalizeWord, splitWords } from './words.ts';

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

/** Marks the words of a text that match, without their punctuation. */
export function markText(text: string, matches: (written: string) => boolean): MarkedRun[] {
  const words = splitWords(text);
  return markWords(words, (index) => matches(words[index] ?? ''));
}

/** Joins words with spaces and marks those whose index `isMarked`, without their punctuation. */
export function markWords(words: readonly string[], isMarked: (index: number) => boolean): MarkedRun[] {
  const runs: MarkedRun[] = [];
  const add = (text: string, marked: boolean): void => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.marked === marked && !marked) last.text += text;
    else runs.push({ text, marked });
  };
  for (const [index, word] of words.entries()) {
    if (index > 0) add(' ', false);
    const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(word) ?? [];
    if (core === '' || !isMarked(index)) add(word, false);
    else {
      add(before, false);
      add(core, true);
      add(after, false);
    }
  }
  return runs;
}
