import { brotliDecompressSync } from 'node:zlib';
import { basicLetters } from '../../lib/arabic/characters.ts';

/** What is read of a font: only what tells whether Arabic can be set in it, and its weight. */
interface FontFacts {
  /** The lowest and the highest weight. */
  weight: [number, number];
  hasArabic: boolean;
}

const arabicLetters = [...basicLetters].map((letter) => letter.charCodeAt(0));

const headerLength = 48;
/** In bytes: the largest font that is unpacked, several times as large as one with all of Arabic and Latin. */
const largestFont = 32e6;
/** https://www.w3.org/TR/WOFF2/#table_dir_format: the index in the list of known tags; 63 stands for any other tag. */
const knownTags: Readonly<Record<number, string>> = { 0: 'cmap', 6: 'OS/2', 10: 'glyf', 11: 'loca', 47: 'fvar' };
const otherTag = 63;
const regularWeight: [number, number] = [400, 400];

/**
 * Reads a WOFF2 font (https://www.w3.org/TR/WOFF2/). Undefined if the bytes are not a whole one, or a collection of
 * several fonts.
 */
export function readWoff2(bytes: Uint8Array): FontFacts | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerLength || file.toString('latin1', 0, 4) !== 'wOF2') return undefined;
  if (file.readUInt32BE(8) !== file.length || file.toString('latin1', 4, 8) === 'ttcf') return undefined;
  try {
    const tables = unpackTables(file);
    const cmap = tables.get('cmap');
    if (cmap === undefined) return undefined;
    return { weight: readWeight(tables), hasArabic: arabicLetters.every(glyphFinder(cmap)) };
  } catch {
    return undefined;
  }
}

/** Whether a WOFF2 font has a glyph for every letter and sign of a text that leaves ink. */
export function hasLetters(bytes: Uint8Array, text: string): boolean {
  const cmap = readWoff2(bytes) && unpackTables(Buffer.from(bytes)).get('cmap');
  if (cmap === undefined) return false;
  const hasGlyph = glyphFinder(cmap);
  return [...text].every((letter) => /[\p{Z}\p{C}]/u.test(letter) || hasGlyph(letter.codePointAt(0) as number));
}

/** Unpacks the tables whose format a WOFF2 file leaves as it is. Throws if the file is not as it says. */
function unpackTables(file: Buffer): Map<string, Buffer> {
  const count = file.readUInt16BE(12);
  const compressedLength = file.readUInt32BE(20);
  const entries: { tag: string; length: number }[] = [];
  let at = headerLength;
  const readNumber = (): number => {
    for (let value = 0, read = 0; read < 5; read++) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 128) return value;
    }
    throw new RangeError();
  };
  for (let index = 0; index < count; index++) {
    const flags = file.readUInt8(at++);
    const known = flags & 63;
    const tag = known === otherTag ? file.toString('latin1', at, at + 4) : (knownTags[known] ?? '');
    if (known === otherTag) at += 4;
    const length = readNumber();
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
    entries.push({ tag, length: isTransformed ? readNumber() : length });
  }
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  const packed = file.subarray(at, at + compressedLength);
  if (packed.length < compressedLength || total > largestFont) throw new RangeError();
  const unpacked = brotliDecompressSync(packed, { maxOutputLength: Math.max(total, 1) });
  if (unpacked.length !== total) throw new RangeError();
  const tables = new Map<string, Buffer>();
  let start = 0;
  for (const { tag, length } of entries) {
    tables.set(tag, unpacked.subarray(start, start + length));
    start += length;
  }
  return tables;
}

/** Reads the weight axis of a variable font, else the weight class (OpenType, tables `fvar` and `OS/2`). */
function readWeight(tables: ReadonlyMap<string, Buffer>): [number, number] {
  const fvar = tables.get('fvar');
  if (fvar !== undefined) {
    const [first, count, size] = [fvar.readUInt16BE(4), fvar.readUInt16BE(8), fvar.readUInt16BE(10)];
    for (let at = first; at < first + count * size; at += size) {
      if (fvar.toString('latin1', at, at + 4) === 'wght') return [fvar.readInt16BE(at + 4), fvar.readInt16BE(at + 12)];
    }
  }
  const weight = tables.get('OS/2')?.readUInt16BE(4);
  return weight === undefined || weight < 1 || weight > 1000 ? regularWeight : [weight, weight];
}

/** Returns a function that tells whether the font has a glyph for a code point (OpenType, `cmap`, formats 4 and 12). */
function glyphFinder(cmap: Buffer): (codePoint: number) => boolean {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const finders = [...new Set(subtables)].map((start) => {
    const format = cmap.readUInt16BE(start);
    if (format === 4) return (codePoint: number) => isInSegments(cmap.subarray(start), codePoint);
    if (format === 12) return (codePoint: number) => isInGroups(cmap.subarray(start), codePoint);
    return () => false;
  });
  return (codePoint) => finders.some((hasGlyph) => hasGlyph(codePoint));
}

/** Reads format 4: four lists of as many numbers, for the ends, starts, deltas and offsets of segments. */
function isInSegments(subtable: Buffer, codePoint: number): boolean {
  const listLength = subtable.readUInt16BE(6);
  const [ends, starts] = [14, 16 + listLength];
  for (let at = 0; at < listLength; at += 2) {
    if (codePoint > subtable.readUInt16BE(ends + at)) continue;
    const start = subtable.readUInt16BE(starts + at);
    if (codePoint < start) return false;
    const delta = subtable.readUInt16BE(starts + listLength + at);
    const offsetAt = starts + 2 * listLength + at;
    const offset = subtable.readUInt16BE(offsetAt);
    const glyph = offset === 0 ? codePoint : subtable.readUInt16BE(offsetAt + offset + 2 * (codePoint - start));
    return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0;
  }
  return false;
}

/** Reads format 12: groups of a first and a last code point. */
function isInGroups(subtable: Buffer, codePoint: number): boolean {
  const count = Math.min(subtable.readUInt32BE(12), Math.floor((subtable.length - 16) / 12));
  for (let at = 16; at < 16 + count * 12; at += 12) {
    if (codePoint >= subtable.readUInt32BE(at) && codePoint <= subtable.readUInt32BE(at + 4)) return true;
  }
  return false;
}
