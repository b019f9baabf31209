import { digestText, digestValue } from '../../lib/digest.ts';
import type { Article, Library } from '../../library/types.ts';
import type { SearchPart } from '../../model/search-parts.ts';
import { composeSearchRecord, type IndexedBody, type SearchRecord } from '../../model/search-record.ts';
import { runtimeName } from './bundle-files.ts';
import { fragmentsInFileOf } from './fragment-files.ts';
import type { SearchWorker } from './search-worker.ts';

/** How many bodies are read in parallel. Between batches, the event loop renders pages. */
const batchSize = 64;

/** Returns the body of an article. */
export type ReadBody = (article: Article) => Promise<IndexedBody>;

/**
 * Digests everything that the bytes of a part depend on: its name, its articles (whose digests cover their whole
 * files), the names, tags and settings that are shown with them, the size of the archive, and `indexDigest`, the digest of the sources and packages
 * that write an index.
 */
export function searchPartKey(part: SearchPart, library: Library, indexDigest: string): string {
  const { timeZone, months, digits, permalink } = library.site;
  const sections = new Map(library.categories.map(({ id, name }) => [id, name]));
  const authors = new Map(library.authors.map(({ id, name }) => [id, name]));
  const series = new Map(library.series.map(({ id, title }) => [id, title]));
  const articles = part.articles.map((article) => [
    article.id,
    article.slug,
    article.digest,
    sections.get(article.category),
    article.authors.map((id) => authors.get(id)),
    article.reporters.map(({ name, author }) => [name, author]),
    series.get(article.series ?? ''),
    ...(library.tags.length > 0 ? [article.tags] : []),
  ]);
  const settings = [timeZone, months, digits, permalink, fragmentsInFileOf(library.articles.length)];
  return digestText(JSON.stringify([indexDigest, part.name, settings, library.searchAliases, articles]));
}

/** Digests everything that the bytes of the runtime's bundle depend on. */
export function searchRuntimeKey(indexDigest: string): string {
  return digestValue({ indexDigest, name: runtimeName });
}

/**
 * Writes the index of one part into `directory`, which is empty or does not exist. The same articles produce the same
 * files, in whatever order parts are written. Rejects if Pagefind refuses an article.
 */
export async function writeSearchPart(
  part: SearchPart,
  directory: string,
  library: Library,
  readBody: ReadBody,
  worker: SearchWorker,
): Promise<void> {
  const compose = async (article: Article) => composeSearchRecord(article, library, await readBody(article));
  const records: SearchRecord[] = [];
  for (let start = 0; start < part.articles.length; start += batchSize) {
    records.push(...(await Promise.all(part.articles.slice(start, start + batchSize).map(compose))));
  }
  const inFile = fragmentsInFileOf(library.articles.length);
  await worker.writePart({ directory, records, aliases: library.searchAliases, inFile });
}
