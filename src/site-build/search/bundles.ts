import type { Library } from '../../library/types.ts';
import { divideIntoParts } from '../../model/search-parts.ts';
import { engineName } from './bundle-files.ts';
import { type ReadBody, searchEngineKey, searchPartKey, writeSearchPart } from './part-bundle.ts';
import type { SearchWorker } from './search-worker.ts';

/** A directory of the search index: the engine, or a part of the archive. */
export interface SearchBundle {
  name: string;
  /** How many articles it holds: none in the engine's. */
  articles: number;
  /** Digest of all that its bytes follow from: the same key, the same files. */
  key: string;
  /** Writes its files into a directory that is empty or not there; nobody else writes to it. */
  write(directory: string): Promise<void>;
}

/** Names the bundles of an index, in a file beside their directories. */
export const searchManifestFile = 'parts.json';

/**
 * The bundles of a site's search index, each a directory of its name: the engine, then the parts, newest first. Nothing is
 * read or written before a bundle's `write` is called. `fingerprint` stands for the engine's sources and packages.
 */
export function listSearchBundles(
  library: Library,
  readBody: ReadBody,
  fingerprint: string,
  worker: SearchWorker,
): SearchBundle[] {
  const engine: SearchBundle = {
    name: engineName,
    articles: 0,
    key: searchEngineKey(fingerprint),
    write: worker.writeEngine,
  };
  const parts = divideIntoParts(library.articles, library.site.timeZone).map((part) => ({
    name: part.name,
    articles: part.articles.length,
    key: searchPartKey(part, library, fingerprint),
    write: (directory: string) => writeSearchPart(part, directory, library, readBody, worker),
  }));
  return [engine, ...parts];
}

/**
 * What browsers read first, in JSON: the parts, newest first, with their keys and sizes. Changes only when a part does, or the
 * site's own spellings of names, which are in it too.
 */
export function composeSearchManifest(bundles: readonly SearchBundle[], { searchAliases }: Library): string {
  const engine = bundles.find(({ name }) => name === engineName)?.key;
  const parts = bundles
    .filter(({ name }) => name !== engineName)
    .map(({ name, key, articles }) => ({ name, key, articles }));
  return `${JSON.stringify({ engine, parts, ...(searchAliases.length > 0 && { aliases: searchAliases }) })}\n`;
}
