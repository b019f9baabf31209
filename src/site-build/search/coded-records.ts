import { baseOf } from '../../lib/arabic/search/analysis.ts';
import { encodeWord } from '../../lib/arabic/search/codes.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { createSegmentation } from '../../lib/arabic/search/segmentation.ts';
import { separateWords } from '../../lib/arabic/search/shown-words.ts';
import { swapLetters } from '../../lib/arabic/search/single-byte-letters.ts';
import { splitWords } from '../../lib/arabic/search/words.ts';
import { digestValue } from '../../lib/digest.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import type { IndexRecord } from './pagefind-index.ts';

/**
 * The text of a fragment, in place of the indexed text. Both have the same number of words, so that Pagefind's word
 * positions are valid in both; see `separateWords`. The letters of `content` are swapped; see `swapLetters`.
 */
export interface ShownText {
  content: string;
  meta: Record<string, string>;
}

export interface CodedRecord {
  indexed: IndexRecord;
  shown: ShownText;
}

/** Standard Arabic in ISO 639-3. Pagefind has no stemmer for it, so it indexes our codes as they are. */
export const codedLanguage = 'arb';
export const plainLanguage = 'ar';

/** A word that Pagefind counts but does not index. It preserves the positions of the words after it. */
const placeholder = '-';

interface SplitRecord {
  title: string[];
  lead: string[];
  headings: string[];
  text: string[];
}

/** Encodes the records of one part. The segmentation of words depends only on the words of these records. */
export function encodeRecords(
  records: readonly SearchRecord[],
  names: NameTable,
): { coded: CodedRecord[]; vocabulary: Map<string, WordUse> } {
  const codeOf = createCoder(records, names);
  const vocabulary = new Map<string, WordUse>();
  // Texts are split a second time here, because keeping the words would take three times the memory of the texts.
  const coded = records.map((record): CodedRecord => {
    const { title, lead, headings, text } = splitRecord(record);
    const used = new Map<string, string>();
    const encode = (words: readonly string[]): string =>
      words
        .map((word) => {
          const { base, code } = codeOf(word);
          if (base !== '' && !used.has(base)) used.set(base, word);
          return code;
        })
        .join(' ');
    const meta: Record<string, string> = { title: encode(title), version: punctuationOf(record) };
    if (headings.length > 0) meta.headings = encode(headings);
    if (lead.length > 0) meta.lead = encode(lead);
    const content = encode(text) || placeholder;
    // No sort key: records are indexed newest first, and Pagefind keeps that order.
    const indexed = { ...sharedFields(record), content, language: codedLanguage, meta, sort: {} };
    for (const [base, word] of used) {
      const use = vocabulary.get(base);
      if (use) use.count += 1;
      else vocabulary.set(base, { word, count: 1 });
    }
    return {
      indexed,
      shown: { content: swapLetters(separateWords(record.text)), meta: shownMeta(record, record.title) },
    };
  });
  return { coded, vocabulary };
}

/**
 * Creates a function that returns the base and the code of a written word. Results are cached, so that each distinct
 * word is analysed only once.
 */
function createCoder(
  records: readonly SearchRecord[],
  names: NameTable,
): (word: string) => { base: string; code: string } {
  const counts = new Map<string, number>();
  for (const record of records) {
    const { title, lead, text } = splitRecord(record);
    for (const words of [title, lead, text]) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const segmentation = createSegmentation();
  for (const [word, count] of counts) segmentation.learn(word, count);
  const codes = new Map<string, { base: string; code: string }>();
  return (word) => {
    const before = codes.get(word);
    if (before !== undefined) return before;
    const base = baseOf(word, names, segmentation.segment);
    const coded = { base, code: base === '' ? placeholder : encodeWord(base) };
    codes.set(word, coded);
    return coded;
  };
}

function splitRecord(record: SearchRecord): SplitRecord {
  const { title, lead, headings, text } = record;
  return {
    title: splitWords(title),
    lead: splitWords(lead),
    headings: splitWords(headings.join('\n')),
    text: splitWords(text),
  };
}

export interface WordUse {
  /** The word as it was first written. */
  word: string;
  /** How many records have it. */
  count: number;
}

/**
 * Converts a record for Pagefind's own analysis of Arabic: the fallback if Pagefind fails the self-test of coded
 * records.
 */
export function plainRecord(record: SearchRecord): IndexRecord {
  const content = [record.lead, record.text].filter((part) => part !== '').join('\n') || record.title;
  return {
    ...sharedFields(record),
    content,
    language: plainLanguage,
    meta: shownMeta(record, record.title),
    sort: { date: record.instant },
  };
}

function sharedFields({ url, section, authors, editors, year, tags }: SearchRecord) {
  return {
    url,
    filters: {
      section: [section],
      author: [...authors, ...editors],
      year: [year],
      ...(tags.length > 0 && { tag: tags }),
    },
  };
}

function shownMeta({ date, section, authors }: SearchRecord, title: string): Record<string, string> {
  return { title, date, section, authors: authors.join('\n') };
}

const punctuation = '!?.:;,*()[]{}<>~';

/**
 * Returns a digest of a record, written in punctuation, which Pagefind does not index. Pagefind names a fragment after
 * the text that it receives, and browsers cache it under that name. With the digest in this text, the name changes even
 * if only a comma has changed.
 */
function punctuationOf(record: SearchRecord): string {
  return [...digestValue(record)].map((digit) => punctuation[Number.parseInt(digit, 16)]).join('');
}
