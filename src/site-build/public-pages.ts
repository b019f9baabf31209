import { readFile } from 'node:fs/promises';
import { compareText } from '../lib/compare.ts';
import { openCache } from '../library/cache/cache.ts';
import { stampOf } from '../library/file-stamps.ts';
import { listPublicFiles } from '../library/public-files.ts';
import type { LibraryOptions } from '../library/types.ts';
import { collectLinks } from './page-links.ts';
import { pagePath } from './publish/output.ts';

/** The files in `public/`, which the site has as they are. */
export interface PublicFiles {
  /** Paths in the site; that of `x/index.html` is `/x/`. */
  paths: ReadonlySet<string>;
  pages: readonly PublicPage[];
}

/** A page that the newsroom wrote itself. */
export interface PublicPage {
  /** As messages name it: `public/…`. */
  file: string;
  path: string;
  ids: readonly string[];
  references: readonly string[];
}

type KeptPage = Pick<PublicPage, 'ids' | 'references'> & { stamp: string };

/** Reads the links of the pages in `public/`, from the cache if a page has not changed. */
export async function readPublicFiles(options: LibraryOptions, siteUrl: string): Promise<PublicFiles> {
  const { cacheDirectory, fingerprint, isVerifying } = options;
  const { files } = listPublicFiles(options);
  const table = openCache(cacheDirectory).table<KeptPage>('public-pages', `${fingerprint}\n${siteUrl}`);
  const pages: PublicPage[] = [];
  for (const { file, absolute, path } of files.filter((found) => found.path.endsWith('.html')).sort(byPath)) {
    const stamp = stampOf(absolute);
    const known = table.get(absolute);
    const kept = known?.stamp === stamp && !isVerifying ? known : await read(absolute, stamp, siteUrl);
    if (kept !== known) table.set(absolute, kept);
    pages.push({ file, path: pagePath(path), ids: kept.ids, references: kept.references });
  }
  return { paths: new Set(files.map(({ path }) => pagePath(path))), pages };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return compareText(a.path, b.path);
}

async function read(absolute: string, stamp: string, siteUrl: string): Promise<KeptPage> {
  const { ids, references } = collectLinks(await readFile(absolute, 'utf8'), siteUrl);
  return { stamp, ids: [...ids], references };
}
