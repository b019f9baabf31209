/**
 * Returns the reading time of a text, rounded to whole minutes. 0 means less than one minute; undefined means that the
 * text has no words.
 */
export function readingMinutes(words: number, wordsPerMinute: number): number | undefined {
  if (words === 0) return undefined;
  return words < wordsPerMinute ? 0 : Math.round(words / wordsPerMinute);
}
