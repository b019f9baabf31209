import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import * as pagefind from 'pagefind';
import { digestValue } from '../lib/digest.ts';
import type { Article, Library } from '../library/library.ts';
import type { SearchPart } from '../model/search-parts.ts';
import { composeSearchRecord } from '../model/search-record.ts';

/** Gives the text of an article's body: its prose without markup. */
export type ReadText = (article: Article) => Promise<string>;

interface IndexFile {
  /** Relative to the bundle, with `/`. */
  path: string;
  content: Uint8Array;
}

/** What browsers share over all parts: in a bundle of its own, as if it were a part of this name. */
export const engineName = 'engine';

const language = 'ar';
const engineScript = 'pagefind.js';
const engineBinary = `wasm.${language}.pagefind`;
const entryFile = 'pagefind-entry.json';
/** How many articles Pagefind is given at once. */
const batch = 64;

/** Pagefind's process is one for all of its module: whoever closes it would end the index of another. */
const oneAtATime = pLimit(1);

/**
 * A digest of all that the bytes of a part follow from: its name, its articles (whose digests are of their whole files),
 * the names and settings that are shown with them, and the engine. `fingerprint` stands for the sources of the engine and the versions of its packages.
 */
export function searchPartKey(part: SearchPart, library: Library, fingerprint: string): string {
  const { timeZone, months, digits, permalink } = library.site;
  const sections = new Map(library.categories.map(({ id, name }) => [id, name]));
  const authors = new Map(library.authors.map(({ id, name }) => [id, name]));
  return digestValue({
    fingerprint,
    name: part.name,
    settings: [timeZone, months, digits, permalink],
    articles: part.articles.map((article) => [
      article.id,
      article.slug,
      article.digest,
      sections.get(article.category),
      article.authors.map((id) => authors.get(id)),
    ]),
  });
}

/** A digest of all that the bytes of the engine's own bundle follow from. */
export function searchEngineKey(fingerprint: string): string {
  return digestValue({ fingerprint, name: engineName });
}

/**
 * Writes the index of one part into `directory`, which is made if it is not there and else must be empty: the same files for
 * the same articles, whenever and in whatever order parts are written. Throws where Pagefind refuses an article.
 */
export async function writeSearchPart(
  part: SearchPart,
  directory: string,
  library: Library,
  readText: ReadText,
): Promise<void> {
  const files = await oneAtATime(() => indexPart(part, library, readText));
  const entry = files.find((file) => file.path === entryFile);
  if (!entry) throw new Error(`Pagefind made no ${entryFile} for ${part.name}`);
  entry.content = Buffer.from(shareBinary(Buffer.from(entry.content).toString()));
  const data = /\.(pf_meta|pf_index|pf_filter|pf_fragment)$/;
  await writeFiles(
    files.filter((file) => file === entry || data.test(file.path)),
    directory,
  );
}

/** Writes what browsers search with, Pagefind's script and its WebAssembly, into `directory`, made if it is not there. */
export async function writeSearchEngine(directory: string): Promise<void> {
  const files = await oneAtATime(() =>
    withIndex(async (index) => {
      refuse(await index.addCustomRecord({ url: '/', content: 'نص', language }), engineName);
    }),
  );
  const shared = files.filter((file) => file.path === engineScript || file.path === engineBinary);
  if (shared.length !== 2) throw new Error(`Pagefind made no ${engineScript} or no ${engineBinary}`);
  await writeFiles(shared, directory);
}

function indexPart({ articles }: SearchPart, library: Library, readText: ReadText): Promise<IndexFile[]> {
  return withIndex(async (index) => {
    for (let start = 0; start < articles.length; start += batch) {
      const shelf = articles.slice(start, start + batch);
      const texts = await Promise.all(shelf.map(readText));
      // Pagefind numbers articles in the order in which they arrive.
      const added = shelf.map((article, place) => {
        const { url, title, date, filters, sortDate } = composeSearchRecord(article, library);
        return index.addCustomRecord({
          url,
          content: texts[place] || title,
          language,
          meta: { title, date },
          filters,
          sort: { date: sortDate },
        });
      });
      for (const [place, answer] of (await Promise.all(added)).entries()) refuse(answer, shelf[place]?.file ?? '');
    }
  });
}

/** The files of an index that `fill` fills. Pagefind runs in a process of its own, so that its memory ends with it. */
async function withIndex(fill: (index: pagefind.PagefindIndex) => Promise<void>): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    await fill(index);
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind made no files: ${failures.join('; ')}`);
    return files;
  } finally {
    await pagefind.close();
  }
}

/** Pagefind looks for `wasm.<name>.pagefind` in each bundle: this name leads to the one in the engine's bundle. */
function shareBinary(entry: string): string {
  const parsed: { languages: Record<string, { wasm: string }> } = JSON.parse(entry);
  for (const index of Object.values(parsed.languages)) index.wasm = `/../../${engineName}/wasm.${index.wasm}`;
  return JSON.stringify(parsed);
}

async function writeFiles(files: readonly IndexFile[], directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const directories = new Set(files.map((file) => path.join(directory, path.posix.dirname(file.path))));
  for (const place of directories) await mkdir(place, { recursive: true });
  for (const file of files) await writeFile(path.join(directory, file.path), file.content);
}

function refuse({ errors }: { errors: string[] }, place: string): void {
  if (errors.length > 0) throw new Error(`Pagefind refused ${place}: ${errors.join('; ')}`);
}
