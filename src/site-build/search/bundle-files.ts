import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createNameTable } from '../../lib/arabic/search/names.ts';
import { writeNamedFile } from '../../library/system-errors.ts';
import type { SearchRecord } from '../../model/search-record.ts';
import { writeCodedIndex } from './coded-index.ts';
import { codedLanguage, encodeRecords, plainLanguage, plainRecord } from './coded-records.ts';
import { fragmentsInFile } from './fragment-files.ts';
import type { IndexFile } from './index-file.ts';
import { indexRecords } from './pagefind-index.ts';
import { composeWordFiles } from './word-lists.ts';

/** The folder of the runtime, Pagefind's script and WebAssembly, which all parts share. Its name is part of published URLs. */
export const runtimeName = 'engine';

const runtimeScript = 'pagefind.js';
/**
 * The name of a placeholder in the runtime's bundle for the WebAssembly that all parts share. Pagefind loads
 * `wasm.<name>.pagefind` for each part, but goes on using the WebAssembly that it has loaded first. The name that parts
 * have is a path from them to the placeholder, so that browsers load 55 KB once instead of once for each part.
 */
const sharedBinary = 'shared';
const sharedBinaryPath = `/../../${runtimeName}/wasm.${sharedBinary}`;
const entryFile = 'pagefind-entry.json';

/** Makes the files of the runtime's bundle, for coded or for plain records. */
export async function runtimeFiles(isCoded: boolean): Promise<IndexFile[]> {
  const language = isCoded ? codedLanguage : plainLanguage;
  const binary = isCoded ? 'wasm.unknown.pagefind' : `wasm.${plainLanguage}.pagefind`;
  const files = await indexRecords([{ url: '/', content: 'نص', language, meta: {}, filters: {}, sort: {} }]);
  const shared = files.filter((file) => [runtimeScript, binary, entryFile].includes(file.path) || isMeta(file));
  if (shared.length !== 4) throw new Error(`Pagefind made only ${shared.map((file) => file.path).join(', ')}`);
  const placeholder = { path: `wasm.${sharedBinary}.pagefind`, content: Buffer.from('pagefind_dcd\n') };
  const script = shared.find((file) => file.path === runtimeScript);
  if (script) {
    const published = Buffer.from(script.content).toString();
    script.content = Buffer.from(exportAnswers(rejectFailures(published), isCoded ? 'coded' : 'plain'));
  }
  return [...shared, placeholder];
}

/**
 * Makes Pagefind's script reject a search of which it could not load a file. As published, it searches without the
 * words or filters in that file, so that readers would be told that nothing is found when the network fails.
 */
function rejectFailures(script: string): string {
  const swallowed = /("load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\s*\}\)/g;
  const loads = script.match(swallowed)?.length;
  if (loads !== 2) throw new Error(`Pagefind's script ignores failures in ${loads ?? 0} places instead of 2`);
  return script.replace(swallowed, '$1');
}

/**
 * Makes Pagefind's script look in a map before it fetches a file, and export that map, its version, and the kind of
 * records in the parts. Browsers put answers there that they know already, such as a part's entry, instead of sending
 * requests for them.
 */
function exportAnswers(script: string, records: 'coded' | 'plain'): string {
  const fetched = 'const response=await fetch(queued.input);';
  if (script.split(fetched).length !== 2) throw new Error('Pagefind’s script does not fetch its files in one place');
  const answered = 'const response=await(answers.get(queued.input)?.()??fetch(queued.input));';
  const exported = `export const answers=new Map(),records="${records}",version=pagefind_version;`;
  return `${script.replace(fetched, answered)}\n${exported}\n`;
}

/**
 * Makes the files of a part with plain records: the fallback if this version of Pagefind fails the self-test of coded
 * ones.
 */
export async function plainIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  return dataFiles(await indexRecords(records.map(plainRecord)));
}

/**
 * Makes the files of a part with coded records. Its fragments have the original text of the records, because results
 * are shown from them. `aliases` are the site's own spellings of names; `inFile` is the number of fragments in a file.
 */
export async function codedIndex(
  records: readonly SearchRecord[],
  aliases: readonly (readonly string[])[] = [],
  inFile = fragmentsInFile,
): Promise<IndexFile[]> {
  const names = createNameTable(aliases);
  const part = encodeRecords(records, names);
  return [
    ...writeCodedIndex(part, sharedBinaryPath, inFile),
    ...composeWordFiles(part.vocabulary, records.length, names),
  ];
}

function isMeta(file: IndexFile): boolean {
  return file.path.endsWith('.pf_meta');
}

/** Selects the files of a part, without scripts and WebAssembly, which are in the runtime's bundle. */
function dataFiles(files: readonly IndexFile[]): IndexFile[] {
  const data = files.filter((file) => /\.(pf_meta|pf_index|pf_filter|pf_fragment)$/.test(file.path));
  const entry = files.find((file) => file.path === entryFile);
  if (!entry) throw new Error(`Pagefind made no ${entryFile}`);
  return [...data, { path: entryFile, content: Buffer.from(shareBinary(Buffer.from(entry.content).toString())) }];
}

/** Redirects a part's WebAssembly to the placeholder. */
function shareBinary(entry: string): string {
  const parsed: { languages: Record<string, { wasm?: string | null }> } = JSON.parse(entry);
  for (const index of Object.values(parsed.languages)) index.wasm = sharedBinaryPath;
  return JSON.stringify(parsed);
}

/** Writes synchronously, which is faster than awaiting thousands of small files. */
export function writeIndexFiles(files: readonly IndexFile[], directory: string): void {
  const directories = new Set(files.map((file) => path.join(directory, path.posix.dirname(file.path))));
  for (const place of [directory, ...directories]) mkdirSync(place, { recursive: true });
  for (const file of files) writeNamedFile(path.join(directory, file.path), file.content);
}
