import { foldForMatching } from '../../src/lib/arabic/normalize.ts';

/**
 * Returns a test for texts that contain one of the words or phrases. Texts and words are compared without tashkeel and
 * tatweel, with one form of alef, of ya and of ta marbuta. A word matches with clitics before it («والأحمق»), but not
 * as part of a longer word.
 */
export function createWordFilter(words: readonly string[]): (text: string) => boolean {
  const folded = words.map(foldForMatching).filter((word) => word !== '');
  if (folded.length === 0) return () => false;
  const anyWord = folded.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])[وفبكل]{0,2}(?:ال|لل)?(?:${anyWord})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => pattern.test(foldForMatching(text));
}

/** Reads a list with one word or phrase on each line. `#` begins a comment. */
export function readWords(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}
