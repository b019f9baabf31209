import { foldForMatching } from '../../src/lib/arabic/normalize.ts';

/**
 * Whether a text has one of the words or phrases, as readers read them: without tashkeel and tatweel, with one form of alef,
 * of ya and of ta marbuta. A word is found with its clitics («والأحمق»), and not inside a longer word.
 */
export function createWordFilter(words: readonly string[]): (text: string) => boolean {
  const folded = words.map(foldForMatching).filter((word) => word !== '');
  if (folded.length === 0) return () => false;
  const anyWord = folded.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])[وفبكل]{0,2}(?:ال|لل)?(?:${anyWord})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => pattern.test(foldForMatching(text));
}

/** Whether a name is one of the reserved ones, whatever signs it is written with. */
export function createNameFilter(names: readonly string[]): (name: string) => boolean {
  const keys = new Set(names.map(keyOf).filter((key) => key !== ''));
  return (name) => keys.has(keyOf(name));
}

function keyOf(name: string): string {
  return foldForMatching(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a file: one in each line, and `#` before a remark. */
export function readWords(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}
