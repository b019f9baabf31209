import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createNameTable } from '../../../../src/lib/arabic/search/names.ts';
import type { SearchRecord } from '../../../../src/model/search-record.ts';
import { formatVersion, writeCodedIndex } from '../../../../src/site-build/search/coded-index.ts';
import { type CodedPart, codedLanguage, encodeRecords } from '../../../../src/site-build/search/coded-records.ts';
import { createNamer } from '../../../../src/site-build/search/fragment-files.ts';
import type { IndexFile } from '../../../../src/site-build/search/index-file.ts';
import { indexRecords } from '../../../../src/site-build/search/pagefind-index.ts';

const record: SearchRecord = {
  url: '/',
  title: 'خبر',
  lead: '',
  headings: [],
  text: '',
  date: '1 يناير 2026',
  instant: '2026-01-01T00:00:00.000Z',
  section: 'ثقافة',
  authors: [],
  editors: [],
  year: '2026',
  tags: [],
  names: [],
};

/** Words with one root and different marks, numbers, and words of other scripts. */
const words = [
  ...'حريق حرائق الحريق احتراق وحريق محترق حرق كتاب كتب مكتبة كاتب وزير وزارة وزراء محادثات ومحادثات عام سنة'.split(
    ' ',
  ),
  ...'covid19 g20 2026 3.5 йога ёлка 한국 हिन्दी 日本語 Œuvre ñandú ὀδύσσεια wi-fi عام2020 في على'.split(' '),
];

/** Writes `count` texts, in each of which the words have other places. */
function writeRecords(count: number, length: number): SearchRecord[] {
  const pick = (seed: number, of: number) =>
    Array.from(
      { length: of },
      (_, place) => words[(seed * 7 + place * place + ((place * seed) % 11)) % words.length],
    ).join(' ');
  return Array.from({ length: count }, (_, index) => ({
    ...record,
    url: `/${index}/`,
    title: pick(index, 5),
    lead: index % 3 === 0 ? pick(index + 1, 9) : '',
    headings: index % 4 === 0 ? [pick(index + 2, 3), pick(index, 2)] : [],
    text: pick(index + 3, length + (index % 17)),
    section: index % 2 === 0 ? 'ثقافة' : 'علوم',
    authors: index % 5 === 0 ? [] : ['سلمى', 'آدم'],
    tags: index % 6 === 0 ? ['تونس', 'إب'] : [],
    names: index % 5 === 0 ? [] : ['سلمى', 'آدم', pick(index, 2)],
  }));
}

/** Lets Pagefind index the same codes. */
function askPagefind({ codes, fieldNames, records }: CodedPart): Promise<IndexFile[]> {
  const write = (numbers: Uint32Array) => Array.from(numbers, (number) => codes[number] || '-').join(' ');
  return indexRecords(
    records.map(({ text, fields, shown }) => ({
      url: shown.url,
      content: write(text) || '-',
      language: codedLanguage,
      meta: Object.fromEntries(
        fields.flatMap((numbers, field) => (numbers.length > 0 ? [[fieldNames[field] ?? '', write(numbers)]] : [])),
      ),
      filters: shown.filters,
      sort: {},
    })),
  );
}

/** A record in the list of all records, in CBOR: its name, its number of words, and the length of its file's name. */
const listedRecord = /\x83[\x60-\x77](?:arb_|[\da-z]{1,3}).{1,3}?(?=[\x60-\x77]arb_group_)/gs;

/**
 * The contents of files, in any order, without the names that are made of digests and without the names and lengths of
 * records, which are shorter here.
 */
function contentsOf(files: readonly IndexFile[], end: string): string[] {
  return files
    .filter(({ path }) => path.endsWith(end))
    .map(({ content }) =>
      gunzipSync(content)
        .toString('latin1')
        .replace(/arb_(group_)?[\da-f]{7}/g, 'arb_$1')
        .replace(listedRecord, 'record'),
    )
    .sort();
}

describe('a coded index', () => {
  test.each<[string, SearchRecord[]]>([
    ['of one chunk', writeRecords(7, 20)],
    ['of many chunks', writeRecords(60, 300)],
    ['without headings and leads', writeRecords(8, 30).map((one) => ({ ...one, lead: '', headings: [] }))],
  ])('%s has what Pagefind itself writes of the same codes', async (_name, records) => {
    const part = encodeRecords(records, createNameTable());
    const [ours, theirs] = [writeCodedIndex(part, ''), await askPagefind(part)];
    for (const end of ['.pf_index', '.pf_filter', '.pf_meta']) {
      expect(contentsOf(ours, end), end).toEqual(contentsOf(theirs, end));
      expect(contentsOf(ours, end).length, end).toBeGreaterThan(0);
    }
  });

  test('has six articles in a file, each under the name that the list of records has', () => {
    const files = writeCodedIndex(encodeRecords(writeRecords(7, 3), createNameTable()), '');
    const read = (end: string) =>
      files.filter(({ path }) => path.endsWith(end)).map(({ content }) => gunzipSync(content).toString());
    const groups = read('.pf_fragment').map((text) => JSON.parse(text.slice('pagefind_dcd'.length)));
    expect(groups.map((group) => Object.values<{ url: string }>(group).map(({ url }) => url))).toEqual([
      ['/0/', '/1/', '/2/', '/3/', '/4/', '/5/'],
      ['/6/'],
    ]);
    const [meta] = read('.pf_meta');
    expect(groups.flatMap(Object.keys)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(meta?.match(/arb_group_[\da-f]{7}/g)).toHaveLength(7);
    for (const path of files.map((file) => file.path).filter((name) => name.endsWith('.pf_fragment')))
      expect(meta).toContain(path.slice('fragment/'.length, -'.pf_fragment'.length));
  });

  test('is of the version of Pagefind that is installed', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(dependencies.pagefind).toBe(formatVersion);
  });
});

test('names are longer where short ones are the same', () => {
  const name = createNamer('arb_');
  expect(['0123456789', '0123456888', 'abcdefghij'].map(name)).toEqual(['arb_0123456', 'arb_01234568', 'arb_abcdefg']);
});
