/**
 * The minutes that a text takes to read, rounded to whole minutes. 0 means less than one minute; undefined means that
 * there is nothing to read.
 */
export function readingMinutes(words: number, wordsPerMinute: number): number | undefined {
  if (words === 0) return undefined;
  return words < wordsPerMinute ? 0 : Math.round(words / wordsPerMinute);
}
