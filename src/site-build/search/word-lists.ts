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
  isName: boolean;
  hasPreposition: boolean;
  /** By each spelling, how many records have it bare, and with the article. */
  spellings: Map<string, { bare: number; withArticle: number }>;
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
  for (const [base, forms] of collectForms(vocabulary, names)) {
    if (isOffensive(base)) continue;
    for (const file of bucketOf(base, buckets)) files.set(file, [...(files.get(file) ?? []), ...linesOf(forms)]);
  }
  const fileNames = Array.from({ length: buckets }, (_, bucket) => [`first-${bucket}`, `last-${bucket}`]).flat();
  return fileNames.map((name) => ({
    path: `words/${name}.txt`,
    content: Buffer.from((files.get(name) ?? []).sort().join('\n')),
  }));
}

/** Returns the lines of a word: two if it is spelt otherwise with the article, as «جرى» and «الجري» are. */
function linesOf({ count, isName, hasPreposition, spellings }: WordForms): string[] {
  const bare = mostFrequent(spellings, 'bare');
  const withArticle = mostFrequent(spellings, 'withArticle');
  const frequency = Math.min(highestFrequency, Math.floor(Math.log2(count)));
  return [...new Set([bare, withArticle])].flatMap((shown) =>
    shown === undefined
      ? []
      : [
          writeWordLine({
            shown,
            frequency,
            isBare: shown === bare,
            hasArticle: shown === withArticle,
            hasPreposition,
            isName,
          }),
        ],
  );
}

function mostFrequent(spellings: WordForms['spellings'], form: 'bare' | 'withArticle'): string | undefined {
  const [first] = [...spellings]
    .filter(([, counts]) => counts[form] > 0)
    .sort(([a, counts], [b, others]) => others[form] - counts[form] || compareText(a, b));
  return first?.[0];
}

/** Gathers the written forms of each word, by its base as it is written. */
function collectForms(vocabulary: readonly WrittenWord[], names: NameTable): Map<string, WordForms> {
  const words = new Map<string, WordForms>();
  for (const { written, base, count, isName } of vocabulary) {
    const parted = partBefore(written, base, names);
    if (parted === undefined) continue;
    const forms = words.get(parted.base) ?? { count: 0, isName: false, hasPreposition: false, spellings: new Map() };
    words.set(parted.base, forms);
    forms.count += count;
    forms.isName ||= isName;
    forms.hasPreposition ||= /^[وف]?[بلك]$/.test(parted.before);
    const spelling = forms.spellings.get(parted.shown) ?? { bare: 0, withArticle: 0 };
    forms.spellings.set(parted.shown, spelling);
    if (parted.before === '') spelling.bare += count;
    if (/(?:ال|لل)$/.test(parted.before)) spelling.withArticle += count;
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
