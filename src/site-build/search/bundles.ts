import type { Library } from '../../library/types.ts';
import { divideIntoParts } from '../../model/search-parts.ts';
import { runtimeName } from './bundle-files.ts';
import { type ReadBody, searchPartKey, searchRuntimeKey, writeSearchPart } from './part-bundle.ts';
import type { SearchWorker } from './search-worker.ts';

/** A directory of the search index: the runtime (what browsers search with) or a part of the archive. */
export interface SearchBundle {
  name: string;
  /** How many articles it holds; 0 for the runtime. */
  articles: number;
  /** Digest of everything that its bytes depend on. */
  key: string;
  /** Writes its files into a directory that is empty or does not exist. */
  write(directory: string): Promise<void>;
}

/** The file beside the bundles that names them. */
export const searchManifestFile = 'parts.json';

/**
 * Lists the bundles of a site's search index: the runtime, then the parts, newest first. Nothing is read or written
 * before a bundle's `write` is called. `indexDigest` is a digest of the sources and packages that the bytes of an index
 * depend on.
 */
export function listSearchBundles(
  library: Library,
  readBody: ReadBody,
  indexDigest: string,
  worker: SearchWorker,
): SearchBundle[] {
  const runtime: SearchBundle = {
    name: runtimeName,
    articles: 0,
    key: searchRuntimeKey(indexDigest),
    write: worker.writeRuntime,
  };
  const parts = divideIntoParts(library.articles, library.site.timeZone).map((part) => ({
    name: part.name,
    articles: part.articles.length,
    key: searchPartKey(part, library, indexDigest),
    write: (directory: string) => writeSearchPart(part, directory, library, readBody, worker),
  }));
  return [runtime, ...parts];
}

/**
 * Writes the JSON that browsers load first: the parts, newest first, with their keys and numbers of articles, the site's
 * own spellings of names, and the names of the files with entities.
 */
export function composeSearchManifest(
  bundles: readonly SearchBundle[],
  { searchAliases }: Library,
  entities: readonly string[],
): string {
  const runtimeKey = bundles.find(({ name }) => name === runtimeName)?.key;
  const parts = bundles
    .filter(({ name }) => name !== runtimeName)
    .map(({ name, key, articles }) => ({ name, key, articles }));
  const aliases = searchAliases.length > 0 && { aliases: searchAliases };
  return `${JSON.stringify({ engine: runtimeKey, parts, ...aliases, entities })}\n`;
}
