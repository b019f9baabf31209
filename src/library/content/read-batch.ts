import { openCache } from '../cache/cache.ts';
import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type ReadEntry, type ReadingContext } from './entries.ts';
import { keepEntries, openEntryTables } from './entry-tables.ts';

export interface ReadingTask {
  kind: EntryKind;
  files: ContentFile[];
  /** The same in all tasks of a process. */
  context: ReadingContext;
  cacheVersion: string;
}

let read: ReturnType<typeof createReader> | undefined;

/** Reads a batch of files into the index on disk. Runs in a process of `startProcesses`. */
export async function readBatch({ kind, files, context, cacheVersion }: ReadingTask): Promise<void> {
  read ??= createReader(context);
  const entries: ReadEntry[] = [];
  for (const file of files) entries.push(await read(kind, file));
  const cache = openCache(context.cacheDirectory);
  keepEntries(cache, openEntryTables(cache, kind, cacheVersion), files, entries);
}
