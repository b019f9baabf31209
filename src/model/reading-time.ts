/**
 * Whole minutes that a text takes at a number of words per minute, to the nearest: 0 is less than one minute, which is said
 * so; undefined where there is nothing to read.
 */
export function readingMinutes(words: number, wordsPerMinute: number): number | undefined {
  if (words === 0) return undefined;
  return words < wordsPerMinute ? 0 : Math.round(words / wordsPerMinute);
}
