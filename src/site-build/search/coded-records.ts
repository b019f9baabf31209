import { baseOf } from '../../lib/arabic/search/analysis.ts';
import { encodeWord } from '../../lib/arabic/search/codes.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { createSegmentation } from '../../lib/arabic/search/segmentation.ts';
import { splitWords } from '../../lib/arabic/search/words.ts';
import { digestValue } from '../../lib/digest.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import type { IndexRecord } from './pagefind-index.ts';

/** What a fragment shows, in the place of what was indexed: word for word, so that Pagefind's positions hold. */
export interface ShownText {
  content: string;
  meta: Record<string, string>;
}

export interface CodedRecord {
  indexed: IndexRecord;
  shown: ShownText;
}

/** A language without a stemmer in Pagefind (Standard Arabic, ISO 639-3): the analysis is ours. */
export const codedLanguage = 'arb';
export const plainLanguage = 'ar';

/** Keeps the place of a word and indexes nothing. */
const nothing = '-';

interface SplitRecord {
  title: string[];
  lead: string[];
  headings: string[];
  text: string[];
}

/** What is indexed and what is shown of each record. Words are segmented by what these records show, and by nothing else. */
export function encodeRecords(
  records: readonly SearchRecord[],
  names: NameTable,
): { coded: CodedRecord[]; vocabulary: Map<string, WordUse> } {
  const codeOf = createCoder(records, names);
  const vocabulary = new Map<string, WordUse>();
  // Split a second time: the words of thousands of records take three times the memory of their texts.
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
    const content = encode(text) || nothing;
    // No order of dates: records are given newest first, and found in the order in which they are given.
    const indexed = { ...sharedFields(record), content, language: codedLanguage, meta, sort: {} };
    for (const [base, word] of used) {
      const use = vocabulary.get(base);
      if (use) use.count += 1;
      else vocabulary.set(base, { word, count: 1 });
    }
    return { indexed, shown: { content: text.join(' '), meta: shownMeta(record, title.join(' ')) } };
  });
  return { coded, vocabulary };
}

/** The base and the code of a word as written, found once for each of the words that the records have. */
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
    const coded = { base, code: base === '' ? nothing : encodeWord(base) };
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
  /** As it was first written. */
  word: string;
  /** In how many records. */
  count: number;
}

/** A record as Pagefind indexes and shows it by itself: what there is when the coded form cannot be relied on. */
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

function sharedFields({ url, section, authors, year, tags }: SearchRecord) {
  return {
    url,
    filters: { section: [section], author: authors, year: [year], ...(tags.length > 0 && { tag: tags }) },
  };
}

function shownMeta({ date, section, authors }: SearchRecord, title: string): Record<string, string> {
  return { title, date, section, authors: authors.join('\n') };
}

const punctuation = '!?.:;,*()[]{}<>~';

/**
 * A digest of a record in punctuation, which indexes nothing: Pagefind names a fragment by what it indexed, and browsers keep
 * it under that name, so that a comma that was mended must change the name too.
 */
function punctuationOf(record: SearchRecord): string {
  return [...digestValue(record)].map((digit) => punctuation[Number.parseInt(digit, 16)]).join('');
}
