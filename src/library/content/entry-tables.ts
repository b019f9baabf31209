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

/** `cacheVersion` stands for all besides the files that decides what is read of them. */
export function openEntryTables<Kind extends EntryKind>(
  cache: Cache,
  kind: Kind,
  cacheVersion: string,
): EntryTables<Kind> {
  return {
    entries: cache.table(`${kind}s`, cacheVersion),
    places: cache.table('places', cacheVersion),
    bodies: cache.table('bodies', cacheVersion),
  };
}

/** Keeps what was read of files, all of it or nothing; `entries` are in the order of `files`. */
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
