import { baseOf } from './analysis.ts';
import type { Level } from './codes.ts';
import type { NameTable } from './names.ts';
import { stripArticle, stripEachProclitic } from './proclitics.ts';
import { consonantSkeleton, rootOf, stemOf } from './stems.ts';
import { normalizeWord, splitWords } from './words.ts';

/** A run of a text; `marked` is what answers the query: always whole words, as the author wrote them. */
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

/** Tells whether a word as written is one of the bases, or shares as much with it as `level` asks for. */
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
    const rests = base !== '' && stripArticle(word) === word ? stripEachProclitic(word) : [];
    const matches = base !== '' && [base, ...rests.map(stripArticle)].some((reading) => wanted.has(form(reading)));
    known.set(written, matches);
    return matches;
  };
}

/** A text in runs, of which the words that match are marked, without the punctuation at them. */
export function markText(text: string, matches: (written: string) => boolean): MarkedRun[] {
  const words = splitWords(text);
  return markWords(words, (index) => matches(words[index] ?? ''));
}

/** Words joined by spaces, of which those at the marked places are marked. */
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
