import { digestText, digestValue } from '../../lib/digest.ts';
import type { Article, Library } from '../../library/library.ts';
import type { RenderedBody } from '../../markdown/types.ts';
import type { SearchPart } from '../../model/search-parts.ts';
import { composeSearchRecord, type SearchRecord } from '../../model/search-record.ts';
import { engineName } from './bundle-files.ts';
import { searchThread } from './search-worker.ts';

/** Articles that are read at once: each wait takes its turn behind the pages that are rendered meanwhile. */
const batch = 64;

/** Gives the body of an article. */
export type ReadBody = (article: Article) => Promise<Pick<RenderedBody, 'text' | 'headings'>>;

/**
 * A digest of all that the bytes of a part follow from: its name, its articles (whose digests are of their whole files),
 * the names and settings that are shown with them, and the engine. `fingerprint` stands for the sources of the engine and the
 * versions of its packages.
 */
export function searchPartKey(part: SearchPart, library: Library, fingerprint: string): string {
  const { timeZone, months, digits, permalink } = library.site;
  const sections = new Map(library.categories.map(({ id, name }) => [id, name]));
  const authors = new Map(library.authors.map(({ id, name }) => [id, name]));
  const articles = part.articles.map((article) => [
    article.id,
    article.slug,
    article.digest,
    sections.get(article.category),
    article.authors.map((id) => authors.get(id)),
  ]);
  const settings = [timeZone, months, digits, permalink];
  return digestText(JSON.stringify([fingerprint, part.name, settings, library.searchAliases, articles]));
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
  readBody: ReadBody,
): Promise<void> {
  const compose = async (article: Article) => composeSearchRecord(article, library, await readBody(article));
  const records: SearchRecord[] = [];
  for (let start = 0; start < part.articles.length; start += batch) {
    records.push(...(await Promise.all(part.articles.slice(start, start + batch).map(compose))));
  }
  await searchThread.writePart({ directory, records, aliases: library.searchAliases });
}

/** Writes what browsers search with, Pagefind's script and its WebAssembly, into `directory`, made if it is not there. */
export async function writeSearchEngine(directory: string): Promise<void> {
  await searchThread.writeEngine(directory);
}
