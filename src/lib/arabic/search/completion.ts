import type { IndexedWord } from './spelling.ts';

/** Returns the most frequent words that begin with `beginning` and are longer, at most `count`. */
export function completeWord(beginning: string, words: readonly IndexedWord[], count: number): IndexedWord[] {
  return words
    .filter(({ base }) => base.length > beginning.length && base.startsWith(beginning))
    .sort((a, b) => b.frequency - a.frequency || a.base.length - b.base.length || (a.base < b.base ? -1 : 1))
    .slice(0, count);
}
