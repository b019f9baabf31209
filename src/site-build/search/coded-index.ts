import { compareText } from '../../lib/compare.ts';
import { digestBytes } from '../../lib/digest.ts';
import { type CborWriter, createCborWriter } from './cbor.ts';
import { type CodedPart, codedLanguage } from './coded-records.ts';
import {
  composeFragmentFiles,
  createNamer,
  type Fragment,
  fragmentsInFile,
  type ListedRecord,
} from './fragment-files.ts';
import { type IndexFile, packFile } from './index-file.ts';
import { collectPostings } from './postings.ts';
import { composeWordChunks, type WordChunk } from './word-chunks.ts';

/** The version of Pagefind whose format this is; its script refuses no other, but warns of it. */
export const formatVersion = '1.6.0';
/** Characters that Pagefind's script keeps in queries: its default. */
const includeCharacters = ['_', '‿', '⁀', '⁔', '︳', '︴', '﹍', '﹎', '﹏', '＿'];
/** The number of words of each record, as the list of records has it: only Pagefind's ranking, which is not used, asks for it. */
const listedWords = 1;

/** A file of which the list of records and words knows the name. */
interface NamedFile {
  name: string;
  file: IndexFile;
}

interface WordFile extends NamedFile {
  from: string;
  to: string;
}

interface FilterFile extends NamedFile {
  filter: string;
}

/**
 * Writes the index of a part in the format of Pagefind, with the words, places and chunks that Pagefind itself would
 * write of these codes; see docs/decisions/0017-the-coded-index-is-written-here.md. `binary` names the WebAssembly.
 */
export function writeCodedIndex(
  { codes, fieldNames, records }: CodedPart,
  binary: string,
  inFile = fragmentsInFile,
): IndexFile[] {
  const shown = records.map((record) => record.shown);
  const words = composeWordFiles(composeWordChunks(codes, collectPostings(records, codes.length)));
  const filters = composeFilterFiles(shown);
  const fragments = composeFragmentFiles(shown, codedLanguage, inFile);
  const meta = composeMeta(fragments.listed, words, filters, fieldNames);
  return [
    ...[...words, ...filters].map(({ file }) => file),
    ...fragments.files,
    meta.file,
    composeEntry(meta.name, records.length, binary),
  ];
}

function composeWordFiles(chunks: readonly WordChunk[]): WordFile[] {
  const nameFile = createNamer(`${codedLanguage}_`);
  return chunks.map(({ from, to, bytes }) => {
    const name = nameFile(digestBytes(bytes));
    return { from, to, name, file: packFile(`index/${name}.pf_index`, bytes) };
  });
}

/** Writes a file for each filter: its values, each with the records that have it. */
function composeFilterFiles(fragments: readonly Fragment[]): FilterFile[] {
  const nameFile = createNamer(`${codedLanguage}_`);
  const writer = createCborWriter();
  return [...collectFilters(fragments)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([filter, values]) => {
      writer.array(2);
      writer.text(filter);
      writer.array(values.size);
      for (const [value, records] of [...values].sort(([a], [b]) => compareText(a, b))) {
        writer.array(2);
        writer.text(value);
        writer.array(records.length);
        for (const record of records) writer.integer(record);
      }
      const bytes = writer.take();
      const name = nameFile(digestBytes(bytes));
      return { filter, name, file: packFile(`filter/${name}.pf_filter`, bytes) };
    });
}

function collectFilters(fragments: readonly Fragment[]): Map<string, Map<string, number[]>> {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [record, fragment] of fragments.entries()) {
    for (const [filter, values] of Object.entries(fragment.filters)) {
      for (const value of values) {
        const known = filters.get(filter) ?? new Map<string, number[]>();
        filters.set(filter, known);
        const records = known.get(value) ?? [];
        known.set(value, records);
        records.push(record);
      }
    }
  }
  return filters;
}

/** Writes the list that browsers load first: all records, chunks of words, filters, and fields besides the text. */
function composeMeta(
  records: readonly ListedRecord[],
  words: readonly WordFile[],
  filters: readonly FilterFile[],
  fieldNames: readonly string[],
): NamedFile {
  const writer = createCborWriter();
  writer.array(6);
  writer.text(formatVersion);
  writer.array(records.length);
  for (const record of records) {
    writer.array(3);
    writer.text(record.name);
    writer.integer(listedWords);
    writer.text(record.file);
  }
  writeTexts(words, ({ from, to, name }) => [from, to, name], writer);
  writeTexts(filters, ({ filter, name }) => [filter, name], writer);
  // No sorted lists: records are in the order in which they are found.
  writer.array(0);
  writer.array(fieldNames.length);
  for (const field of fieldNames) writer.text(field);
  const bytes = writer.take();
  // Browsers know the name before they have read anything of the part, and ask for it with the part's key.
  return { name: codedLanguage, file: packFile(`pagefind.${codedLanguage}.pf_meta`, bytes) };
}

function writeTexts<Item>(items: readonly Item[], textsOf: (item: Item) => string[], writer: CborWriter): void {
  writer.array(items.length);
  for (const item of items) {
    const texts = textsOf(item);
    writer.array(texts.length);
    for (const text of texts) writer.text(text);
  }
}

function composeEntry(hash: string, count: number, binary: string): IndexFile {
  const languages = { [codedLanguage]: { hash, wasm: binary, page_count: count } };
  const entry = { version: formatVersion, languages, include_characters: includeCharacters };
  return { path: 'pagefind-entry.json', content: Buffer.from(JSON.stringify(entry)) };
}
