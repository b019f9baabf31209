import { findIsolates } from '../../lib/arabic/bidi.ts';
import type { Isolate } from '../../lib/arabic/isolates.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { separateSpans, writeIsolates } from '../../lib/arabic/search/shown-words.ts';
import { swapLetters } from '../../lib/arabic/search/single-byte-letters.ts';
import { findWords } from '../../lib/arabic/search/words.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import type { Fragment } from './fragment-files.ts';
import type { IndexRecord } from './pagefind-index.ts';
import type { CodedFields } from './postings.ts';
import type { WrittenWord } from './word-lists.ts';
import { analyseWords, numberWords, type WordTable } from './word-table.ts';

/**
 * A record as codes, and what is shown of it. The shown text has the same number of words, so that the positions of
 * codes are valid in it; see `separateSpans`. Its letters are swapped; see `swapLetters`.
 */
export interface CodedRecord extends CodedFields {
  shown: Fragment;
}

/** The records of a part. */
export interface CodedPart {
  /** Indexed from 1; the first is none. */
  codes: string[];
  /** The names of the fields that are searched besides the text. */
  fieldNames: string[];
  records: CodedRecord[];
  /** The words that are indexed, as they are written, each once. */
  vocabulary: WrittenWord[];
}

/** Standard Arabic in ISO 639-3. Pagefind has no stemmer for it, so it looks our codes up as they are. */
export const codedLanguage = 'arb';
export const plainLanguage = 'ar';

/** The fields that are searched besides the text, in the order of their names, in which Pagefind numbers them. */
const fields = ['headings', 'lead', 'names', 'title'] as const;
/** Encodes the records of one part. The segmentation of words depends only on the words of these records. */
export function encodeRecords(records: readonly SearchRecord[], names: NameTable): CodedPart {
  const table: WordTable = { numbers: new Map(), counts: [] };
  const read = records.map((record) => readRecord(record, table));
  const words = [...table.numbers.keys()];
  const { baseOfNumber, codes } = analyseWords(table, names);
  const uses = words.map((written, number) => ({
    written,
    base: baseOfNumber[number]?.base ?? '',
    count: 0,
    isName: false,
    lastRecord: -1,
  }));
  /** Replaces the numbers of words by those of their codes. */
  const encode = (numbers: Uint32Array, recordIndex: number, isName: boolean): void => {
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] as number;
      numbers[place] = baseOfNumber[number]?.code ?? 0;
      const use = uses[number] as (typeof uses)[number];
      if (isName) use.isName = true;
      if (use.lastRecord === recordIndex) continue;
      use.count += 1;
      use.lastRecord = recordIndex;
    }
  };
  for (const [index, record] of read.entries())
    for (const field of [...fields, 'text'] as const) encode(record[field], index, field === 'names');
  const used = fields.filter((field) => field === 'title' || read.some((record) => record[field].length > 0));
  return {
    codes,
    fieldNames: used,
    records: read.map((record) => ({
      text: record.text,
      fields: used.map((field) => record[field]),
      shown: record.shown,
    })),
    vocabulary: uses.filter(({ base }) => base !== ''),
  };
}

/** A record as numbers of words, and what its results show. */
type ReadRecord = Record<(typeof fields)[number] | 'text', Uint32Array> & { shown: Fragment };

function readRecord(record: SearchRecord, table: WordTable): ReadRecord {
  const { title, lead, text } = record;
  const headings = record.headings.join('\n');
  const names = record.names.join('\n');
  const spans = findWords(text);
  return {
    title: numberWords(title, findWords(title), table),
    headings: numberWords(headings, findWords(headings), table, { isLearnt: false }),
    lead: numberWords(lead, findWords(lead), table),
    names: numberWords(names, findWords(names), table, { isLearnt: false }),
    text: numberWords(text, spans, table),
    shown: {
      anchors: [],
      content: swapLetters(separateSpans(text, spans, isolatesOfBlocks(text))),
      filters: filtersOf(record),
      meta: shownMeta(record, writeIsolates(title, findIsolates(title))),
      url: record.url,
      // Pagefind divides by it.
      word_count: Math.max(1, spans.length),
    },
  };
}

/** Finds what is isolated in a text whose blocks are lines. */
function isolatesOfBlocks(text: string): Isolate[] {
  let offset = 0;
  return text.split('\n').flatMap((block) => {
    const start = offset;
    offset += block.length + 1;
    return findIsolates(block).map((isolate) => ({
      ...isolate,
      start: isolate.start + start,
      end: isolate.end + start,
    }));
  });
}

/**
 * Converts a record for Pagefind's own analysis of Arabic: the fallback if Pagefind fails the self-test of coded
 * records.
 */
export function plainRecord(record: SearchRecord): IndexRecord {
  const content = [record.lead, record.text].filter((part) => part !== '').join('\n') || record.title;
  return {
    url: record.url,
    filters: filtersOf(record),
    content,
    language: plainLanguage,
    // Pagefind searches it as it does the title.
    meta: { ...shownMeta(record, record.title), names: record.names.join('\n') },
    sort: { date: record.instant },
  };
}

function filtersOf({ section, authors, editors, year, tags }: SearchRecord): Record<string, string[]> {
  return {
    author: [...authors, ...editors],
    section: [section],
    ...(tags.length > 0 && { tag: tags }),
    year: [year],
  };
}

function shownMeta({ date, section, authors }: SearchRecord, title: string): Record<string, string> {
  return { title, date, section, authors: authors.join('\n') };
}
