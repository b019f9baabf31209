import { digestText } from '../../lib/digest.ts';
import { searchFolder } from '../../lib/paths.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import type { Environment } from '../../library/environment.ts';
import { renderBody } from '../../library/library.ts';
import type { Article, Library, LibraryOptions } from '../../library/types.ts';
import type { Output, OutputFolder } from '../publish/output.ts';
import { composeSearchManifest, listSearchBundles, searchManifestFile } from './bundles.ts';
import type { SearchWorker } from './search-worker.ts';

/** The search index of all published articles in `/pagefind/`: its bundles, and the manifest that names them. */
export interface SearchPlan {
  folders: OutputFolder[];
  manifest: Output;
}

/** The sources that the bytes of an index depend on, besides those of the fingerprint. */
export const searchIndexSources = ['src/site-build/search', 'src/lib', 'src/model'];

/** Plans the search index; `options` are those that the library was opened with. */
export function planSearchIndex(
  library: Library,
  options: Environment & LibraryOptions,
  worker: SearchWorker,
): SearchPlan {
  const indexDigest = `${options.fingerprint} ${sourceDigest(options.engineDirectory, searchIndexSources)}`;
  const bundles = listSearchBundles(
    library,
    (article) => readIndexedBody(article, library, options),
    indexDigest,
    worker,
  );
  const manifest = composeSearchManifest(bundles, library);
  return {
    folders: bundles.map(({ name, key, articles, write }) => ({
      folder: `${searchFolder}/${name}`,
      key,
      size: articles,
      make: write,
    })),
    manifest: {
      path: `${searchFolder}/${searchManifestFile}`,
      key: digestText(manifest),
      make: async () => Buffer.from(manifest),
    },
  };
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
