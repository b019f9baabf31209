import { readFile } from 'node:fs/promises';
import { isRootedPath } from '../lib/base-path.ts';
import { compareText } from '../lib/compare.ts';
import { openCache } from '../library/cache/cache.ts';
import { stampOf } from '../library/file-stamps.ts';
import { listPublicFiles } from '../library/public-files.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { resolveHref } from '../model/internal-links.ts';
import { basePath, frontPagePath } from '../model/urls.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
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

/**
 * Returns the site as the pages of `public/` know it: they are published as they are, so that their links have the path
 * of the site that readers know, also on a staging site at another path.
 */
export function siteOfPublicPages({ url, stagingOf = url }: Pick<Site, 'url' | 'stagingOf'>): Pick<Site, 'url'> {
  return { url: stagingOf };
}

/** Tells, if the site is staged at another path, of a page in `public/` whose links lead to the path of the real site. */
export function describeStagedLinks({ site }: Library, { pages }: PublicFiles): string[] {
  const real = siteOfPublicPages(site);
  if (basePath(real) === basePath(site)) return [];
  const leadsAway = (reference: string) =>
    isRootedPath(reference) && resolveHref(reference, frontPagePath, real.url)?.path.startsWith('/../') === false;
  const [first] = pages.flatMap(({ file, references }) => {
    const reference = references.find(leadsAway);
    return reference === undefined ? [] : [commandStrings.build.linkOfPublished(file, reference)];
  });
  return first === undefined ? [] : [first];
}

/** Reads the links of the pages in `public/`, from the cache if a page has not changed. */
export async function readPublicFiles(options: LibraryOptions, site: Site): Promise<PublicFiles> {
  const { url: siteUrl } = siteOfPublicPages(site);
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
