import { digestText } from '../../lib/digest.ts';
import { searchFolder } from '../../lib/paths.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import type { Environment } from '../../library/environment.ts';
import { type Library, type LibraryOptions, renderBody } from '../../library/library.ts';
import type { Output, OutputFolder } from '../publish/output.ts';
import { composeSearchManifest, listSearchBundles, searchManifestFile } from './bundles.ts';

/** The search index of all published articles, in `/pagefind/`: its bundles, and the file that names them. */
export interface SearchPlan {
  folders: OutputFolder[];
  manifest: Output;
}

/** Whatever of the project decides the bytes of an index, beside what articles are read with. */
const sources = ['src/site-build/search', 'src/lib', 'src/model', 'package-lock.json'];

/** `options` are those that the library was opened with. */
export function planSearch(library: Library, options: Environment & LibraryOptions): SearchPlan {
  const engine = `${options.fingerprint} ${sourceDigest(options.projectDirectory, sources)}`;
  const bundles = listSearchBundles(library, ({ file }) => renderBody(file, options), engine);
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
