import type { NameTable } from '../../lib/arabic/search/names.ts';
import { separateSpans } from '../../lib/arabic/search/shown-words.ts';
import { swapLetters } from '../../lib/arabic/search/single-byte-letters.ts';
import { findWords } from '../../lib/arabic/search/words.ts';
import { digestValue } from '../../lib/digest.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import type { IndexRecord } from './pagefind-index.ts';
import { analyseWords, type BaseUse, numberWords, placeholder, type WordTable } from './word-table.ts';

/**
 * The text of a fragment, in place of the indexed text. Both have the same number of words, so that Pagefind's word
 * positions are valid in both; see `separateSpans`. The letters of `content` are swapped; see `swapLetters`.
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

/** A record as numbers of words, and what its results show. */
interface ReadRecord {
  title: Uint32Array;
  headings: Uint32Array;
  lead: Uint32Array;
  text: Uint32Array;
  shown: ShownText;
}

/**
 * Encodes the records of one part. The segmentation of words depends only on the words of these records. Returns also
 * the bases that the records have, each once.
 */
export function encodeRecords(
  records: readonly SearchRecord[],
  names: NameTable,
): { coded: CodedRecord[]; vocabulary: BaseUse[] } {
  const table: WordTable = { numbers: new Map(), counts: [] };
  const read = records.map((record) => readRecord(record, table));
  const written = [...table.numbers.keys()];
  const { baseOfNumber, bases } = analyseWords(table, names);
  const encode = (numbers: Uint32Array, recordIndex: number): string => {
    const codes: string[] = [];
    for (const number of numbers) {
      const use = baseOfNumber[number] as BaseUse;
      codes.push(use.code);
      if (use.lastRecord === recordIndex) continue;
      if (use.count === 0) use.word = written[number] as string;
      use.count += 1;
      use.lastRecord = recordIndex;
    }
    return codes.join(' ');
  };
  const coded = read.map(({ title, headings, lead, text, shown }, index): CodedRecord => {
    const record = records[index] as SearchRecord;
    const meta: Record<string, string> = { title: encode(title, index), version: punctuationOf(record) };
    if (headings.length > 0) meta.headings = encode(headings, index);
    if (lead.length > 0) meta.lead = encode(lead, index);
    const content = encode(text, index) || placeholder;
    // No sort key: records are indexed newest first, and Pagefind keeps that order.
    return { indexed: { ...sharedFields(record), content, language: codedLanguage, meta, sort: {} }, shown };
  });
  return { coded, vocabulary: [...bases.values()].filter(({ base }) => base !== '') };
}

function readRecord(record: SearchRecord, table: WordTable): ReadRecord {
  const { title, lead, text } = record;
  const headings = record.headings.join('\n');
  const spans = findWords(text);
  return {
    title: numberWords(title, findWords(title), table),
    headings: numberWords(headings, findWords(headings), table, { isLearnt: false }),
    lead: numberWords(lead, findWords(lead), table),
    text: numberWords(text, spans, table),
    shown: { content: swapLetters(separateSpans(text, spans)), meta: shownMeta(record, title) },
  };
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
