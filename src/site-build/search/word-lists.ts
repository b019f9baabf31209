import { stripTashkeel } from '../../lib/arabic/normalize.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { isOffensive } from '../../lib/arabic/search/offensive-words.ts';
import { bucketOf, countBuckets } from '../../lib/arabic/search/word-buckets.ts';
import { writeWordLine } from '../../lib/arabic/search/word-lines.ts';
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

/** How many records have a spelling bare and with the article, and whether other things are before it. */
interface Spelling {
  bare: number;
  withArticle: number;
  hasPreposition: boolean;
  hasLam: boolean;
  hasBoth: boolean;
  hasConjunction: boolean;
}

/** The forms of a word that differ in what is written before it, or in hamza and the like. */
interface WordForms {
  /** How many records have a form without the article, and with it; a record with two forms counts twice. */
  indefinite: number;
  definite: number;
  isName: boolean;
  spellings: Map<string, Spelling>;
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
function linesOf({ indefinite, definite, isName, spellings }: WordForms): string[] {
  const bare = mostFrequent(spellings, 'bare');
  const withArticle = mostFrequent(spellings, 'withArticle');
  return [...spellings].flatMap(([shown, spelling]) => {
    if (shown !== bare && shown !== withArticle) return [];
    const counts = { bare: shown === bare ? indefinite : 0, definite: shown === withArticle ? definite : 0 };
    return [writeWordLine({ ...spelling, shown, ...counts, isName })];
  });
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
    const forms = words.get(parted.base) ?? { indefinite: 0, definite: 0, isName: false, spellings: new Map() };
    words.set(parted.base, forms);
    forms.isName ||= isName;
    const hasArticle = /(?:ال|لل)$/.test(parted.before);
    forms[hasArticle ? 'definite' : 'indefinite'] += count;
    addSpelling(forms.spellings, parted, hasArticle, count);
  }
  return words;
}

function addSpelling(
  spellings: WordForms['spellings'],
  { before, shown }: { before: string; shown: string },
  hasArticle: boolean,
  count: number,
): void {
  const spelling = spellings.get(shown) ?? {
    bare: 0,
    withArticle: 0,
    hasPreposition: false,
    hasLam: false,
    hasBoth: false,
    hasConjunction: false,
  };
  spellings.set(shown, spelling);
  if (before === '') spelling.bare += count;
  if (hasArticle) spelling.withArticle += count;
  spelling.hasPreposition ||= /^[وف]?[بك]$/.test(before);
  spelling.hasLam ||= /^[وف]?ل$/.test(before);
  spelling.hasBoth ||= /^[وف]?(?:بال|كال|لل|لال)$/.test(before);
  spelling.hasConjunction ||= /^[وف]/.test(before);
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
