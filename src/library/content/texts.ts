import { digestText } from '../../lib/digest.ts';
import { isRemoteImage, placeMedia } from '../../lib/media-addresses.ts';
import { timeSpanOf } from '../../lib/years.ts';
import { withoutLateGuesses } from '../../schema/future-dates.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Cache } from '../cache/cache.ts';
import { isWithdrawn } from '../publication.ts';
import type { CommentTerms, Library, LibraryOptions, RemoteImages } from '../types.ts';
import { bodySettingsKey, digestWithMedia, type MediaIdentities } from './bodies.ts';
import type { ListedContent } from './content-files.ts';
import type { EntryKind, IndexEntry, ReadingContext } from './entries.ts';
import { type EntryTables, openEntryTables } from './entry-tables.ts';
import { readEntries } from './read-entries.ts';

/** The file of a text, with its entry in the index on disk. */
export interface IndexedFile<Kind extends EntryKind> {
  file: string;
  entry: IndexEntry<Kind>;
}

/** The articles, standalone pages and entries of live coverage, as their files have them. */
export interface Texts {
  articles: IndexedFile<'article'>[];
  pages: IndexedFile<'page'>[];
  live: IndexedFile<'live'>[];
  tables: EntryTables<'article'>;
  /** See `openEntryTables`. */
  cacheVersion: string;
  problems: Problem[];
}

/**
 * Returns the entries of articles, standalone pages and live coverage: from the index on disk, or from files that are
 * read and rendered now.
 */
export async function readTexts(
  files: ListedContent,
  site: ReadingContext['site'],
  cache: Cache,
  options: LibraryOptions,
): Promise<Texts> {
  const { contentDirectory, publicDirectory, cacheDirectory, scope, fingerprint, isVerifying, imageSigning } = options;
  const cacheVersion = digestText([fingerprint, site.timeZone, bodySettingsKey(site)].join('\n'));
  const context = {
    contentDirectory,
    publicDirectory,
    cacheDirectory,
    isVerifying,
    imageSigning,
    site,
    ...(scope && { scope: { ...timeSpanOf(scope.years, site.timeZone), files: scope.files } }),
  };
  const { staysOpen: keepsEntries, onProcessLost } = options;
  const reading = { cache, cacheVersion, context, keepsEntries, onProcessLost };
  const articles = await readEntries('article', files.articles, reading, options.onReading, options.onArticlesRead);
  const pages = await readEntries('page', files.pages, reading);
  const live = await readEntries('live', files.live, reading);
  const inFrontMatter = [...articles, ...pages, ...live].flatMap(({ entry }) =>
    withoutLateGuesses(entry.parsed.problems, options.now, site.timeZone),
  );
  // The body of a withdrawn article is not shown, and its pictures may be deleted with it.
  const shown = articles.filter(({ entry }) => !isWithdrawn(entry.parsed.matter, options.now));
  const inBodies = [...shown, ...pages, ...live].flatMap(({ entry }) => entry.body?.problems ?? []);
  const problems = [...inFrontMatter, ...inBodies];
  return { articles, pages, live, tables: openEntryTables(cache, 'article', cacheVersion), cacheVersion, problems };
}

/** Digests a file's text together with its images and files. */
export function digestOf({ digest, body }: { digest: string; body?: { media: MediaIdentities } | undefined }): string {
  return digestWithMedia(digest, body?.media);
}

/** Returns the digests that cached bodies must have to be valid, by content-relative file. */
export function bodyDigestsOf({ articles, pages, live }: Texts, terms: CommentTerms | undefined): Map<string, string> {
  const digests = new Map([...articles, ...pages, ...live].map(({ file, entry }) => [file, entry.digest]));
  if (terms) digests.set(terms.file, terms.digest);
  return digests;
}

/** Returns those of the attachments that no body links to. */
export function unlinkedFiles(attachments: readonly string[], texts: Texts, terms?: CommentTerms): string[] {
  const inBodies = [...texts.articles, ...texts.pages, ...texts.live].flatMap(({ entry }) => entry.body?.files ?? []);
  const linked = new Set([...inBodies, ...(terms?.bodyFiles ?? [])].map(({ source }) => source));
  return attachments.filter((file) => !linked.has(file));
}

/**
 * Finds the images of other sites in texts, and in `others`, which name images too. `base` is the address of the folder
 * that they name by `/media/…`.
 */
export function findRemoteImages(
  { articles, pages, live }: Texts,
  base: string | undefined,
  others: readonly { file: string; image?: string | undefined }[],
): RemoteImages {
  const found = new Map<string, string>();
  const see = (file: string, addresses: readonly (string | undefined)[]): void => {
    for (const written of addresses) {
      const address = placeMedia(written ?? '', base);
      if (isRemoteImage(address) && !found.has(address)) found.set(address, file);
    }
  };
  const texts = [...articles, ...pages, ...live];
  for (const { file, entry } of texts) {
    const { matter } = entry.parsed;
    see(file, ['image' in matter ? matter.image?.src : undefined, ...Object.keys(entry.body?.media.images ?? {})]);
  }
  for (const { file, image } of others) see(file, [image]);
  return {
    images: [...found].map(([address, file]) => ({ address, file })),
    isPartial: texts.some(({ entry }) => entry.body === undefined),
  };
}

/** Returns the images and files of all that a library shows, as `identifyMedia` takes them. */
export function mediaOfAll({
  articles,
  authors,
  series,
  live,
}: Pick<Library, 'articles' | 'authors' | 'series' | 'live'>): {
  images: string[];
  files: string[];
} {
  const texts = [...articles, ...[...live.values()].flatMap((coverage) => coverage.entries)];
  const shown = [...articles, ...series].map(({ picture }) => picture);
  const pictures = [...shown, ...authors.map(({ portrait }) => portrait)];
  return {
    images: [...texts.flatMap(({ bodyImages }) => bodyImages), ...pictures.flatMap((picture) => picture?.source ?? [])],
    files: texts.flatMap(({ bodyFiles }) => bodyFiles.map(({ source }) => source)),
  };
}
