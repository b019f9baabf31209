import type { Places } from '../../schema/yaml/types.ts';
import type { Cache, CacheTable } from '../cache/cache.ts';
import type { ContentFile } from './content-files.ts';
import type { EntryKind, IndexEntry, KeptBody, ReadEntry } from './entries.ts';

/** The tables of the index on disk for files of one kind. Keys are content-relative file names. */
export interface EntryTables<Kind extends EntryKind> {
  entries: CacheTable<IndexEntry<Kind>>;
  /** The places of front matter keys in these files. */
  places: CacheTable<Places>;
  bodies: CacheTable<KeptBody>;
}

/** The names of the tables of the index on disk. */
export const entryTableNames = {
  articles: 'articles',
  pages: 'pages',
  live: 'live',
  places: 'places',
  bodies: 'bodies',
} as const;

const tableOfKind = {
  article: entryTableNames.articles,
  page: entryTableNames.pages,
  live: entryTableNames.live,
} as const satisfies Record<EntryKind, string>;

/**
 * Opens the tables. `cacheVersion` is a digest of everything besides the files that entries depend on: the engine and
 * the site's settings.
 */
export function openEntryTables<Kind extends EntryKind>(
  cache: Cache,
  kind: Kind,
  cacheVersion: string,
): EntryTables<Kind> {
  return {
    entries: cache.table(tableOfKind[kind], cacheVersion),
    places: cache.table(entryTableNames.places, cacheVersion),
    bodies: cache.table(entryTableNames.bodies, cacheVersion),
  };
}

/** Stores the entries of files in one transaction; `entries` are in the order of `files`. */
export function keepEntries<Kind extends EntryKind>(
  cache: Cache,
  tables: EntryTables<Kind>,
  files: readonly ContentFile[],
  entries: readonly ReadEntry<Kind>[],
): void {
  cache.transaction(() => {
    for (const [index, { entry, places, body }] of entries.entries()) {
      const { file } = files[index] as ContentFile;
      if (places) tables.places.set(file, places);
      tables.entries.set(file, entry);
      if (body) tables.bodies.set(file, body);
      else tables.bodies.delete(file);
    }
  });
}

export function forgetEntry<Kind extends EntryKind>(tables: EntryTables<Kind>, file: string): void {
  tables.entries.delete(file);
  tables.places.delete(file);
  tables.bodies.delete(file);
}
