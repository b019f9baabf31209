import { stripTashkeel } from '../../lib/arabic/normalize.ts';
import { bucketOf, countBuckets } from '../../lib/arabic/search/word-buckets.ts';
import { normalizeWord } from '../../lib/arabic/search/words.ts';
import type { IndexFile } from './index-file.ts';
import type { BaseUse } from './word-table.ts';

/** In parts with at least this many records, words of only one record are left out: most of them are typing errors. */
const largePart = 2000;
const shortestWord = 3;
const mostFrequent = 9;

/**
 * Returns the files with the word lists of a part, for corrections and completions. Each word is in two files, one
 * chosen by its first two letters and one by its last two, so that a query word with one typing error leads to at least
 * one of them. A line has the word without proclitics, followed by a digit: the binary logarithm of how many articles
 * have the word.
 */
export function composeWordFiles(vocabulary: readonly BaseUse[], records: number): IndexFile[] {
  const buckets = countBuckets(records);
  const least = records < largePart ? 1 : 2;
  const files = new Map<string, string[]>();
  for (const { base, word, count } of vocabulary) {
    if (count < least || base.length < shortestWord || /\d/.test(base)) continue;
    const line = `${shownForm(base, word)}${Math.min(mostFrequent, Math.floor(Math.log2(count)))}`;
    for (const file of bucketOf(base, buckets)) {
      const lines = files.get(file);
      if (lines === undefined) files.set(file, [line]);
      else lines.push(line);
    }
  }
  const names = Array.from({ length: buckets }, (_, bucket) => [`first-${bucket}`, `last-${bucket}`]).flat();
  return names.map((name) => ({
    path: `words/${name}.txt`,
    content: Buffer.from((files.get(name) ?? []).sort().join('\n')),
  }));
}

/**
 * Returns the end of a written word that normalises to its base: «فلسفة» for «والفلسفة». Returns the base if no end
 * does.
 */
function shownForm(base: string, word: string): string {
  const letters = stripTashkeel(word).replace(/[^\p{L}\p{N}]/gu, '');
  const end = letters.slice(-base.length);
  return normalizeWord(end) === base ? end : base;
}
