import type { Places } from '../../schema/yaml/types.ts';
import type { Cache, CacheTable } from '../cache/cache.ts';
import type { ContentFile } from './content-files.ts';
import type { EntryKind, IndexEntry, KeptBody, ReadEntry } from './entries.ts';

/** The index on disk of the files of one kind, by their content-relative names. */
export interface EntryTables<Kind extends EntryKind> {
  entries: CacheTable<IndexEntry<Kind>>;
  /** Where the keys of articles stand in their files. */
  places: CacheTable<Places>;
  bodies: CacheTable<KeptBody>;
}

/** The tables of the index on disk that hold what was read of content files. */
export const entryTableNames = { articles: 'articles', pages: 'pages', places: 'places', bodies: 'bodies' } as const;

/** `cacheVersion` is a digest of everything besides the files that decides what is read of them: engine and settings. */
export function openEntryTables<Kind extends EntryKind>(
  cache: Cache,
  kind: Kind,
  cacheVersion: string,
): EntryTables<Kind> {
  return {
    entries: cache.table(kind === 'article' ? entryTableNames.articles : entryTableNames.pages, cacheVersion),
    places: cache.table(entryTableNames.places, cacheVersion),
    bodies: cache.table(entryTableNames.bodies, cacheVersion),
  };
}

/** Keeps what was read of files in one transaction; `entries` are in the order of `files`. */
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
