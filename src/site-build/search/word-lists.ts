import { stripTashkeel } from '../../lib/arabic/normalize.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { isOffensive } from '../../lib/arabic/search/offensive-words.ts';
import { bucketOf, countBuckets } from '../../lib/arabic/search/word-buckets.ts';
import { highestFrequency, writeWordLine } from '../../lib/arabic/search/word-lines.ts';
import { normalizeWord } from '../../lib/arabic/search/words.ts';
import { compareText } from '../../lib/compare.ts';
import type { IndexFile } from './index-file.ts';

const shortestWord = 3;

/** A word as it is written, with its punctuation, and the records of a part that have it. */
export interface WrittenWord {
  written: string;
  base: string;
  /** How many records have it. */
  count: number;
  /** Whether a record has it in a name: of a writer, a tag, a series, a place. */
  isName: boolean;
}

/** The forms of a word that differ in what is written before it, or in hamza and the like. */
interface WordForms {
  /** In how many records each form is; a record with two of them counts twice. */
  count: number;
  isBare: boolean;
  hasArticle: boolean;
  isName: boolean;
  /** By each spelling, how many records have it. */
  spellings: Map<string, number>;
}

/**
 * Returns the files with the word lists of a part, for corrections and completions; see `writeWordLine`. Each word is in
 * two files, one chosen by its first two letters and one by its last two, so that a query word with one typing error
 * leads to at least one of them. Offensive words are in none: they are found, but never offered; nor is a word that no
 * record has bare or with the article, since what is left of it without proclitics may be no word.
 */
export function composeWordFiles(vocabulary: readonly WrittenWord[], records: number, names: NameTable): IndexFile[] {
  const buckets = countBuckets(records);
  const files = new Map<string, string[]>();
  for (const [base, { count, spellings, ...forms }] of collectForms(vocabulary, names)) {
    if ((!forms.isBare && !forms.hasArticle) || isOffensive(base)) continue;
    const frequency = Math.min(highestFrequency, Math.floor(Math.log2(count)));
    const line = writeWordLine({ shown: mostFrequent(spellings), frequency, ...forms });
    for (const file of bucketOf(base, buckets)) {
      const lines = files.get(file);
      if (lines === undefined) files.set(file, [line]);
      else lines.push(line);
    }
  }
  const fileNames = Array.from({ length: buckets }, (_, bucket) => [`first-${bucket}`, `last-${bucket}`]).flat();
  return fileNames.map((name) => ({
    path: `words/${name}.txt`,
    content: Buffer.from((files.get(name) ?? []).sort().join('\n')),
  }));
}

/** Gathers the written forms of each word, by its base as it is written. */
function collectForms(vocabulary: readonly WrittenWord[], names: NameTable): Map<string, WordForms> {
  const words = new Map<string, WordForms>();
  for (const { written, base, count, isName } of vocabulary) {
    const parted = partBefore(written, base, names);
    if (parted === undefined) continue;
    const forms = words.get(parted.base) ?? {
      count: 0,
      isBare: false,
      hasArticle: false,
      isName: false,
      spellings: new Map<string, number>(),
    };
    words.set(parted.base, forms);
    forms.count += count;
    forms.isName ||= isName;
    forms.isBare ||= parted.before === '';
    forms.hasArticle ||= /(?:ال|لل)$/.test(parted.before);
    forms.spellings.set(parted.shown, (forms.spellings.get(parted.shown) ?? 0) + count);
  }
  return words;
}

/**
 * Parts a written word into what stands before its base and the base as it is spelt: «والفلسفة» into «وال» and «فلسفة».
 * The base may be another spelling of a name. Returns undefined for short words and what has other signs than letters.
 */
function partBefore(
  written: string,
  base: string,
  names: NameTable,
): { before: string; shown: string; base: string } | undefined {
  const letters = stripTashkeel(written).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!/^\p{L}+$/u.test(letters)) return undefined;
  const word = normalizeWord(letters);
  if (word.length !== letters.length) return undefined;
  const isBase = (rest: string): boolean => rest === base || names.get(rest) === base;
  const length = Array.from({ length: word.length - shortestWord + 1 }, (_, start) => start).find((start) =>
    isBase(word.slice(start)),
  );
  if (length === undefined) return undefined;
  return { before: word.slice(0, length), shown: letters.slice(length), base: word.slice(length) };
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, count], [b, other]) => other - count || compareText(a, b));
  return first?.[0] ?? '';
}
