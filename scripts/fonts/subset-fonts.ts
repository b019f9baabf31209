/**
 * Rebuilds src/fonts/*.woff2 from the original fonts. Needed only when a font or its character set changes.
 *
 *   npm install --no-save --ignore-scripts subset-font@2.9.0 fontverter@2.0.0 \
 *     @expo-google-fonts/noto-naskh-arabic@0.4.5 @ibm/plex-sans-arabic@1.1.0
 *   node scripts/fonts/subset-fonts.ts [output directory]
 *
 * These packages are not dependencies of Warraq, because their output is committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: 'truetype'; keepFeatures: string[]; noHinting: boolean; dropTables: string[] },
) => Promise<Buffer>;
interface FontConverter {
  convert(font: Buffer, format: 'woff2'): Promise<Buffer>;
}

interface Face {
  file: string;
  source: string;
  family: string;
  style: string;
  copyright: string;
  /** The characters to keep, written like CSS `unicode-range`. */
  unicodeRange: string;
  features: string[];
}

const require = createRequire(import.meta.url);
const outputDirectory = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../src/fonts'));

const notoCopyright = 'Copyright 2022 The Noto Project Authors (https://github.com/notofonts/arabic)';
const plexCopyright = 'Copyright © 2017 IBM Corp. with Reserved Font Name "Plex"';
const licence = 'SIL Open Font License 1.1';
const licenceUrl = 'https://openfontlicense.org';

/**
 * Arabic letters, tashkeel, ٠–٩ and punctuation; letters of other languages in names from Iran to Morocco; joiners and
 * bidi marks.
 */
const arabic =
  'U+060C, U+061B-061C, U+061F, U+0621-063A, U+0640-0655, U+0660-066D, U+0670-0671, U+067E, U+0686, U+0698, ' +
  'U+06A4-06A5, U+06A8-06A9, U+06AD, U+06AF, U+06CC, U+200C-200F';
/** Digits and punctuation that Arabic sentences, hashtags and forms contain. */
const common =
  'U+0021-002F, U+0030-003B, U+003D, U+003F, U+005B, U+005D, U+005F, U+00AB, U+00B0, U+00B7, U+00BB, U+00D7, ' +
  'U+2013-2014, U+2022, U+2026, U+2039-203A';
/** The letters of an English word; a reader pays for them with the first one. */
const latin = 'U+0040-005A, U+0061-007A, U+2019';
/** What no Arabic sentence needs, and hardly an English word: accents, and the signs of code and money. */
const latinMore =
  'U+003C, U+003E, U+005C, U+005E, U+0060, U+007B-007E, U+00A3, U+00A9, U+00C0, U+00C2, U+00C4, U+00C6-00CB, ' +
  'U+00CE-00CF, U+00D4, U+00D6, U+00D9, U+00DB-00DC, U+00E0, U+00E2, U+00E4, U+00E6-00EB, U+00EE-00EF, U+00F4, U+00F6, ' +
  'U+00F9, U+00FB-00FC, U+00FF, U+0152-0153, U+0178, U+2018, U+201C-201D, U+20AC';
const spaces = 'U+0020, U+00A0';
const arabicLine = `${spaces}, ${arabic}, ${common}`;

/** OpenType features that Arabic text needs. */
const arabicFeatures = ['init', 'medi', 'fina', 'isol', 'rlig', 'liga', 'calt', 'ccmp', 'mark', 'mkmk', 'kern', 'tnum'];
/** In Plex, `locl` picks the digits that suit Arabic script; in Noto it only serves Persian, Urdu, Sindhi and Kashmiri. */
const plexFeatures = [...arabicFeatures, 'locl'];

/** What a font of one weight has left of its axes, and what is left of the features where none is kept. */
const axisTables = ['STAT'];
const layoutTables = ['GDEF', 'GPOS', 'GSUB'];

const naskh = {
  family: 'Warraq Naskh',
  style: 'Regular',
  copyright: notoCopyright,
  source: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  features: arabicFeatures,
};
const sans = {
  family: 'Warraq Sans',
  style: 'Bold',
  copyright: plexCopyright,
  source: '@ibm/plex-sans-arabic/fonts/complete/woff2/IBMPlexSansArabic-Bold.woff2',
  features: plexFeatures,
};

const faces: Face[] = [
  { ...naskh, file: 'warraq-naskh-arabic.woff2', unicodeRange: arabicLine },
  { ...naskh, file: 'warraq-naskh-latin.woff2', unicodeRange: latin, features: [] },
  { ...naskh, file: 'warraq-naskh-latin-more.woff2', unicodeRange: latinMore, features: [] },
  { ...naskh, file: 'warraq-naskh-signs.woff2', unicodeRange: 'U+FD3E-FD3F, U+FDFA' },
  {
    ...naskh,
    file: 'warraq-naskh-bold.woff2',
    style: 'Bold',
    source: '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
    unicodeRange: `${arabicLine}, ${latin}, ${latinMore}`,
  },
  { ...sans, file: 'warraq-sans-arabic.woff2', unicodeRange: arabicLine },
  { ...sans, file: 'warraq-sans-latin.woff2', unicodeRange: latin, features: [] },
  { ...sans, file: 'warraq-sans-latin-more.woff2', unicodeRange: latinMore, features: [] },
];

function loadTools(): { subsetFont: SubsetFont; fontConverter: FontConverter } {
  try {
    return { subsetFont: require('subset-font'), fontConverter: require('fontverter') };
  } catch {
    console.error('Install the packages named at the head of scripts/fonts/subset-fonts.ts first.');
    process.exit(1);
  }
}

/** Lists the characters of a range: `ABC«` for `U+0041-0043, U+00AB`. */
function charactersOf(unicodeRange: string): string {
  return unicodeRange
    .split(', ')
    .flatMap((range) => {
      const [first, last] = range.slice('U+'.length).split('-') as [string, string?];
      const start = Number.parseInt(first, 16);
      const length = Number.parseInt(last ?? first, 16) - start + 1;
      return Array.from({ length }, (_, offset) => String.fromCodePoint(start + offset));
    })
    .join('');
}

interface Table {
  tag: string;
  data: Buffer;
}

/**
 * Sets our own family name, because Plex's licence reserves its name for unmodified files. Keeps the copyright and
 * licence notices. The layout of the file and of its table `name` is that of OpenType 1.9, chapters «Font file» and
 * «name — Naming table».
 */
function replaceNames(font: Buffer, face: Face): Buffer {
  const tables = readTables(font).map((table) =>
    table.tag === 'name' ? { tag: 'name', data: nameTable(ourNames(face)) } : table,
  );
  return writeTables(font.readUInt32BE(0), tables);
}

type NameRecord = [id: number, text: string];

function ourNames({ family, style, copyright }: Face): NameRecord[] {
  const postScriptName = `${family.replaceAll(' ', '')}-${style}`;
  return [
    [0, copyright],
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postScriptName],
    [13, licence],
    [14, licenceUrl],
  ];
}

const windowsPlatform = 3;
const unicodeBmp = 1;
const englishUnitedStates = 0x0409;

function nameTable(names: NameRecord[]): Buffer {
  const header = Buffer.alloc(6 + 12 * names.length);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [index, [id, text]] of names.entries()) {
    const encoded = Buffer.from(text, 'utf16le').swap16();
    const fields = [windowsPlatform, unicodeBmp, englishUnitedStates, id, encoded.length, offset];
    for (const [field, value] of fields.entries()) header.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    texts.push(encoded);
    offset += encoded.length;
  }
  return Buffer.concat([header, ...texts]);
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const record = 12 + 16 * index;
    const start = font.readUInt32BE(record + 8);
    return {
      tag: font.toString('latin1', record, record + 4),
      data: font.subarray(start, start + font.readUInt32BE(record + 12)),
    };
  });
}

/**
 * The offset in the table `head` of 0xB1B0AFBA minus the file's checksum. Checksums are computed with 0 in its place.
 */
const checksumAdjustment = 8;

function writeTables(version: number, tables: Table[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const entrySelector = Math.floor(Math.log2(tables.length));
  const searchRange = 16 * 2 ** entrySelector;
  directory.writeUInt32BE(version, 0);
  for (const [index, value] of [
    tables.length,
    searchRange,
    entrySelector,
    16 * tables.length - searchRange,
  ].entries()) {
    directory.writeUInt16BE(value, 4 + 2 * index);
  }
  const parts = [directory];
  let offset = directory.length;
  for (const [index, { tag, data }] of tables.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    if (tag === 'head') padded.writeUInt32BE(0, checksumAdjustment);
    const record = 12 + 16 * index;
    directory.write(tag, record, 'latin1');
    directory.writeUInt32BE(checksum(padded), record + 4);
    directory.writeUInt32BE(offset, record + 8);
    directory.writeUInt32BE(data.length, record + 12);
    parts.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat(parts);
  const head = 12 + 16 * tables.findIndex(({ tag }) => tag === 'head');
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, font.readUInt32BE(head + 8) + checksumAdjustment);
  return font;
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let offset = 0; offset < data.length; offset += 4) sum = (sum + data.readUInt32BE(offset)) >>> 0;
  return sum;
}

const { subsetFont, fontConverter } = loadTools();
for (const face of faces) {
  const original = await readFile(require.resolve(face.source));
  const subset = await subsetFont(original, charactersOf(face.unicodeRange), {
    targetFormat: 'truetype',
    keepFeatures: face.features,
    noHinting: true,
    dropTables: face.features.length === 0 ? [...axisTables, ...layoutTables] : axisTables,
  });
  const file = await fontConverter.convert(replaceNames(subset, face), 'woff2');
  await writeFile(path.join(outputDirectory, face.file), file);
  console.log(`${face.file}  ${file.length} bytes  ${face.unicodeRange}`);
}
