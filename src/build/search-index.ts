import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Environment } from '../library/environment.ts';
import { openLibrary, renderBody } from '../library/library.ts';
import { composeSearchManifest, listSearchBundles, searchManifestFile } from './search-bundles.ts';

/** Writes the search index of all published articles to `/pagefind/`. Any failure of Pagefind ends the build. */
export function searchIndex(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:search-index',
    hooks: {
      'astro:build:done': async () => {
        const library = await openLibrary(environment);
        const directory = path.join(environment.outputDirectory, 'pagefind');
        const bundles = listSearchBundles(
          library,
          ({ file }) => renderBody(file, environment),
          environment.fingerprint,
        );
        await rm(directory, { recursive: true, force: true });
        await mkdir(directory, { recursive: true });
        for (const bundle of bundles) await bundle.write(path.join(directory, bundle.name));
        await writeFile(path.join(directory, searchManifestFile), composeSearchManifest(bundles, library));
      },
    },
  };
}
