import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openCache } from '../library/cache/cache.ts';
import { stampOf } from '../library/file-stamps.ts';
import { listFiles } from '../library/list-files.ts';
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
  /** Relative to `public/`, with `/`. */
  file: string;
  absolute: string;
  path: string;
  ids: readonly string[];
  references: readonly string[];
}

type KeptPage = Pick<PublicPage, 'ids' | 'references'> & { stamp: string };

/** Reads the links of the pages in `public/`, from the cache if a page has not changed. */
export async function readPublicFiles(
  { publicDirectory, cacheDirectory, fingerprint, isVerifying }: LibraryOptions,
  siteUrl: string,
): Promise<PublicFiles> {
  const files = listFiles(publicDirectory, ({ name }) => name !== '.git');
  const table = openCache(cacheDirectory).table<KeptPage>(
    'public-pages',
    `${fingerprint}\n${publicDirectory}\n${siteUrl}`,
  );
  const pages: PublicPage[] = [];
  for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
    const absolute = path.join(publicDirectory, file);
    const stamp = stampOf(absolute);
    const known = table.get(file);
    const kept = known?.stamp === stamp && !isVerifying ? known : await read(absolute, stamp, siteUrl);
    if (kept !== known) table.set(file, kept);
    pages.push({ file, absolute, path: pagePath(file.normalize('NFC')), ids: kept.ids, references: kept.references });
  }
  return { paths: new Set(files.map((file) => pagePath(file.normalize('NFC')))), pages };
}

async function read(absolute: string, stamp: string, siteUrl: string): Promise<KeptPage> {
  const { ids, references } = collectLinks(await readFile(absolute, 'utf8'), siteUrl);
  return { stamp, ids: [...ids], references };
}
