import path from 'node:path';
import { createNameTable } from '../../lib/arabic/search/names.ts';
import { digestText, digestValue } from '../../lib/digest.ts';
import { searchFolder } from '../../lib/paths.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import type { Environment } from '../../library/environment.ts';
import { renderBody } from '../../library/library.ts';
import type { Article, Library, LibraryOptions } from '../../library/types.ts';
import { listSearchEntities } from '../../model/search-entities.ts';
import type { Output, OutputFolder } from '../publish/output.ts';
import { composeSearchManifest, listSearchBundles, searchManifestFile } from './bundles.ts';
import { composeEntityFiles } from './entity-files.ts';
import type { SearchWorker } from './search-worker.ts';

/** The search index of all published articles in `/pagefind/`: its bundles, and the files beside them. */
export interface SearchPlan {
  folders: OutputFolder[];
  /** The files with entities, and the manifest that names these and the bundles. */
  files: Output[];
}

/** The sources that the bytes of an index depend on, besides those of the fingerprint. */
export const searchIndexSources = ['src/site-build/search', 'src/lib', 'src/model'];

/** Digests the sources and packages that the bytes of an index depend on. */
export function searchIndexDigest({ engineDirectory, fingerprint }: Environment): string {
  return `${fingerprint} ${sourceDigest(engineDirectory, searchIndexSources)}`;
}

/**
 * Returns the file that remembers that this engine's coded records were tested on this machine; see `isCodeSound`. It lies
 * beside the renderers, which are made for the engine too, and is removed with them.
 */
export function searchCodeMark({ renderersDirectory }: Environment, indexDigest: string): string {
  const machine = [process.version, process.platform, process.arch];
  return path.join(renderersDirectory, `search-${digestValue([indexDigest, ...machine])}`);
}

/**
 * Plans the search index; `options` are those that the library was opened with, and `indexDigest` is what
 * `searchIndexDigest` returns.
 */
export function planSearchIndex(
  library: Library,
  options: Environment & LibraryOptions,
  indexDigest: string,
  worker: SearchWorker,
): SearchPlan {
  const bundles = listSearchBundles(
    library,
    (article) => readIndexedBody(article, library, options),
    indexDigest,
    worker,
  );
  const entities = composeEntityFiles(listSearchEntities(library), createNameTable(library.searchAliases));
  const manifest = composeSearchManifest(bundles, library, entities.names);
  return {
    folders: bundles.map(({ name, key, articles, write }) => ({
      folder: `${searchFolder}/${name}`,
      key,
      size: articles,
      make: write,
    })),
    files: [
      ...[...entities.contents].map(([name, content]) => outputOf(`entities/index/${name}.json`, content)),
      outputOf(searchManifestFile, manifest),
    ],
  };
}

function outputOf(file: string, content: string): Output {
  return { path: `${searchFolder}/${file}`, key: digestText(content), make: async () => Buffer.from(content) };
}

/**
 * Reads what the index has of an article's text: with all entries of its live coverage, once that is closed. An entry
 * of coverage that goes on must not change the newest part of the index, the largest file that readers load.
 */
async function readIndexedBody(article: Article, { live }: Library, options: Environment & LibraryOptions) {
  const body = await renderBody(article.file, options);
  const coverage = live.get(article.id);
  if (coverage?.state !== 'closed') return body;
  const entries = await Promise.all(coverage.entries.map(({ file }) => renderBody(file, options)));
  const titles = coverage.entries.flatMap(({ title }) => title ?? []);
  return {
    text: [body, ...entries].map(({ text }) => text).join('\n'),
    headings: [...body.headings, ...titles.map((text) => ({ text }))],
  };
}
