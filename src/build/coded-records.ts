import { baseOf } from '../lib/arabic/search/analysis.ts';
import { encodeWord } from '../lib/arabic/search/codes.ts';
import type { NameTable } from '../lib/arabic/search/names.ts';
import { createSegmentation } from '../lib/arabic/search/segmentation.ts';
import { splitWords } from '../lib/arabic/search/words.ts';
import { digestValue } from '../lib/digest.ts';
import type { SearchRecord } from '../model/search-record.ts';
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

/** What is indexed and what is shown of each record. Words are segmented by what these records show, and by nothing else. */
export function encodeRecords(
  records: readonly SearchRecord[],
  names: NameTable,
): { coded: CodedRecord[]; vocabulary: Map<string, WordUse> } {
  const segmentation = createSegmentation();
  for (const record of records) for (const text of textsOf(record)) segmentation.learn(splitWords(text));
  const bases = new Map<string, string>();
  const vocabulary = new Map<string, WordUse>();
  const findBase = (word: string): string => {
    const known = bases.get(word);
    if (known !== undefined) return known;
    const base = baseOf(word, names, segmentation.segment);
    bases.set(word, base);
    return base;
  };
  const codes = new Map<string, string>();
  const encode = (words: readonly string[], used: Map<string, string>): string =>
    words
      .map((word) => {
        const base = findBase(word);
        if (base === '') return nothing;
        if (!used.has(base)) used.set(base, word);
        const code = codes.get(base) ?? encodeWord(base);
        codes.set(base, code);
        return code;
      })
      .join(' ');
  const coded = records.map((record) => {
    const used = new Map<string, string>();
    const title = splitWords(record.title);
    const text = splitWords(record.text);
    const meta: Record<string, string> = { title: encode(title, used), version: punctuationOf(record) };
    if (record.headings.length > 0) meta.headings = encode(splitWords(record.headings.join(' ')), used);
    if (record.lead !== '') meta.lead = encode(splitWords(record.lead), used);
    const indexed = { ...recordBasis(record), content: encode(text, used) || nothing, language: codedLanguage, meta };
    for (const [base, word] of used) {
      const use = vocabulary.get(base);
      if (use) use.count += 1;
      else vocabulary.set(base, { word, count: 1 });
    }
    return { indexed, shown: { content: text.join(' '), meta: shownMeta(record, title.join(' ')) } };
  });
  return { coded, vocabulary };
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
  return { ...recordBasis(record), content, language: plainLanguage, meta: shownMeta(record, record.title) };
}

function recordBasis({ url, section, authors, year, tags, instant }: SearchRecord) {
  return {
    url,
    filters: { section: [section], author: authors, year: [year], ...(tags.length > 0 && { tag: tags }) },
    sort: { date: instant },
  };
}

function shownMeta({ date, section, authors }: SearchRecord, title: string): Record<string, string> {
  return { title, date, section, authors: authors.join('\n') };
}

function textsOf({ title, lead, text }: SearchRecord): string[] {
  return [title, lead, text];
}

const punctuation = '!?.:;,*()[]{}<>~';

/**
 * A digest of a record in punctuation, which indexes nothing: Pagefind names a fragment by what it indexed, and browsers keep
 * it under that name, so that a comma that was mended must change the name too.
 */
function punctuationOf(record: SearchRecord): string {
  return [...digestValue(record)].map((digit) => punctuation[Number.parseInt(digit, 16)]).join('');
}
