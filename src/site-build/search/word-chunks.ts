import { compareText } from '../../lib/compare.ts';
import { type CborWriter, createCborWriter } from './cbor.ts';
import { fieldOf, type Postings, positionOf } from './postings.ts';

/** A file with some words of an index, the smallest unit that browsers load. */
export interface WordChunk {
  /** The beginnings of its first and of its last word, as long as it takes to tell chunks apart. */
  from: string;
  to: string;
  bytes: Uint8Array;
}

/**
 * How many word positions make a chunk. Pagefind's default of 20,000 suits an index without parts; smaller chunks make
 * searches cheaper, and cost more files and a longer list of chunks, which is loaded once. See
 * docs/decisions/0015-files-of-the-search-index.md.
 */
export const chunkSize = 1950;
/** The weight of words of the text, as Pagefind writes it: a negative number before their positions. */
const textWeight = -25;
const marks = /\p{Mn}/gu;

/** A word as Pagefind looks it up, and the codes that are the same word with other marks. */
interface Word {
  word: string;
  bytes: Buffer;
  /** The code that has no marks; 0 if there is none. */
  plain: number;
  /** In the order of the records that have them first. */
  variants: number[];
}

/** Writes the chunks of an index. `codes` are indexed from 1; the first is none. */
export function composeWordChunks(codes: readonly string[], postings: Postings): WordChunk[] {
  const writer = createCborWriter();
  const chunks: WordChunk[] = [];
  let words: Word[] = [];
  let size = 0;
  const close = () => {
    if (words.length === 0) return;
    const bytes = encodeChunk(words, codes, postings, writer);
    chunks.push({ from: words[0]?.word ?? '', to: words.at(-1)?.word ?? '', bytes });
    words = [];
    size = 0;
  };
  for (const word of listWords(codes, postings)) {
    words.push(word);
    size += measureWord(word, postings);
    if (size >= chunkSize) close();
  }
  close();
  shortenBorders(chunks);
  return chunks;
}

/** Lists the words of the codes, in the order of their bytes. */
function listWords(codes: readonly string[], { starts, records, places }: Postings): Word[] {
  const words = new Map<string, Word>();
  for (let code = 1; code < codes.length; code++) {
    if (starts[code] === starts[code + 1]) continue;
    const written = codes[code] ?? '';
    const word = written.normalize('NFD').replace(marks, '');
    const known = words.get(word) ?? { word, bytes: Buffer.from(word), plain: 0, variants: [] };
    words.set(word, known);
    if (word === written) known.plain = code;
    else known.variants.push(code);
  }
  const first = (code: number) => starts[code] ?? 0;
  const isInFieldsOnly = (code: number) => Number(fieldOf(places[first(code)] ?? 0) > 0);
  const compare = (a: number, b: number) =>
    (records[first(a)] ?? 0) - (records[first(b)] ?? 0) ||
    isInFieldsOnly(a) - isInFieldsOnly(b) ||
    compareText(codes[a] ?? '', codes[b] ?? '');
  for (const { variants } of words.values()) variants.sort(compare);
  return [...words.values()].sort((a, b) => Buffer.compare(a.bytes, b.bytes));
}

/** Counts what a word takes in a chunk, as Pagefind does. */
function measureWord({ plain, variants }: Word, postings: Postings): number {
  const sizes = variants.map((code) => measureCode(code, postings) + 1);
  return sizes.reduce((sum, size) => sum + size, plain === 0 ? 0 : measureCode(plain, postings));
}

function measureCode(code: number, postings: Postings): number {
  let size = 0;
  eachRecord(code, postings, (_record, start, end) => {
    size += 1 + end - start + countFields(postings.places, start, end);
  });
  return size;
}

/** Calls `use` with each record that has a code, and with where its places begin and end. */
function eachRecord(
  code: number,
  { starts, records }: Postings,
  use: (record: number, start: number, end: number) => void,
): void {
  const last = starts[code + 1] ?? 0;
  for (let start = starts[code] ?? 0; start < last; ) {
    const record = records[start] ?? 0;
    let end = start + 1;
    while (end < last && records[end] === record) end += 1;
    use(record, start, end);
    start = end;
  }
}

function countFields(places: Uint32Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (at === start || fieldOf(places[at] ?? 0) !== fieldOf(places[at - 1] ?? 0)) count += 1;
  }
  return count;
}

function encodeChunk(
  words: readonly Word[],
  codes: readonly string[],
  postings: Postings,
  writer: CborWriter,
): Uint8Array {
  writer.array(1);
  writer.array(words.length);
  for (const { word, plain, variants } of words) {
    writer.array(3);
    writer.text(word);
    if (plain === 0) writer.array(0);
    else encodeRecords(plain, postings, writer);
    writer.array(variants.length);
    for (const code of variants) {
      writer.array(2);
      writer.text(codes[code] ?? '');
      encodeRecords(code, postings, writer);
    }
  }
  return writer.take();
}

/** Writes the records of a code: each as the distance from the one before, its places in the text and in fields. */
function encodeRecords(code: number, postings: Postings, writer: CborWriter): void {
  const { places } = postings;
  let count = 0;
  eachRecord(code, postings, () => {
    count += 1;
  });
  writer.array(count);
  let before = 0;
  eachRecord(code, postings, (record, start, end) => {
    writer.array(3);
    writer.integer(record - before);
    before = record;
    let inFields = start;
    while (inFields < end && fieldOf(places[inFields] ?? 0) === 0) inFields += 1;
    encodePlaces(places, start, inFields, writer);
    encodePlaces(places, inFields, end, writer);
  });
}

/** Writes places, each as the distance from the one before in the same field; a negative number tells the field. */
function encodePlaces(places: Uint32Array, start: number, end: number, writer: CborWriter): void {
  writer.array(end - start + countFields(places, start, end));
  let field = -1;
  let before = 0;
  for (let at = start; at < end; at++) {
    const place = places[at] ?? 0;
    if (fieldOf(place) !== field) {
      field = fieldOf(place);
      writer.integer(field === 0 ? textWeight : -field);
      before = 0;
    }
    writer.integer(positionOf(place) - before);
    before = positionOf(place);
  }
}

/**
 * Shortens the borders between chunks to the first letter in which they differ. The end of a chunk stays whole if it
 * would otherwise come before the beginning.
 */
function shortenBorders(chunks: readonly WordChunk[]): void {
  for (const [index, next] of chunks.entries()) {
    const chunk = chunks[index - 1];
    if (chunk === undefined) continue;
    const [to, from] = [[...chunk.to], [...next.from]];
    let same = 0;
    while (same < to.length && to[same] === from[same]) same += 1;
    const end = to.slice(0, same + 1).join('');
    if (compareText(end, chunk.from) >= 0) chunk.to = end;
    next.from = from.slice(0, same + 1).join('');
  }
}
