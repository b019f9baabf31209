import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Cache } from '../cache/cache.ts';
import { createImageStore, type ImageStore } from '../images/images.ts';
import { digestOfText, hasSameImages } from './bodies.ts';
import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type IndexEntry, isInScope, type ReadingContext } from './entries.ts';
import { forgetEntry, keepEntries, openEntryTables } from './entry-tables.ts';
import type { ReadingTask } from './entry-worker.ts';

/** Told after each batch: how many of the files that have to be read have been. */
export type ReadingProgress = (done: number, total: number) => void;

/** What files are read with, and where what was read is kept. */
export interface Reading {
  cache: Cache;
  /** See `openEntryTables`. */
  cacheVersion: string;
  context: ReadingContext;
}

const batchSize = 64;
/** Fewer files are read sooner than processes start. */
const minFilesForProcesses = 4 * batchSize;

/**
 * The entries of files, in their order: from the index on disk where the file's stamp and its images' are the same, or its text
 * is; read anew, and kept, where not. What the index holds of other files is removed.
 */
export async function readEntries<Kind extends EntryKind>(
  kind: Kind,
  files: readonly ContentFile[],
  reading: Reading,
  onProgress?: ReadingProgress,
): Promise<{ file: string; entry: IndexEntry<Kind> }[]> {
  const { cache, cacheVersion, context } = reading;
  const tables = openEntryTables(cache, kind, cacheVersion);
  const known = new Map(tables.entries.entries());
  const fresh = new Map<string, IndexEntry<Kind>>();
  const stale: ContentFile[] = [];
  const store = createImageStore(context);
  for (const source of files) {
    const kept = known.get(source.file);
    if (kept && (await isFresh(kept, source, context, store))) fresh.set(source.file, kept);
    else stale.push(source);
  }
  cache.transaction(() => {
    for (const file of known.keys()) if (!fresh.has(file)) forgetEntry(tables, file);
    for (const { file, stamp } of files) {
      const entry = fresh.get(file);
      if (entry && entry.stamp !== stamp) tables.entries.set(file, Object.assign(entry, { stamp }));
    }
  });
  let done = 0;
  await readAll(kind, stale, reading, (count) => {
    done += count;
    onProgress?.(done, stale.length);
  });
  return files.map(({ file }) => ({ file, entry: fresh.get(file) ?? (tables.entries.get(file) as IndexEntry<Kind>) }));
}

async function isFresh(kept: IndexEntry, source: ContentFile, context: ReadingContext, store: ImageStore) {
  const { body, parsed } = kept;
  const date = 'date' in parsed.matter ? parsed.matter.date : undefined;
  if (!body && (parsed.problems.length > 0 || isInScope(source.file, date, context.scope))) return false;
  if (body && (body.problems.length > 0 || !(await hasSameImages(body.images, store)))) return false;
  return (
    kept.stamp === source.stamp || kept.digest === digestOfText(readFileSync(source.absolute, 'utf8'), context.site)
  );
}

/** Reads files into the index on disk. */
async function readAll<Kind extends EntryKind>(
  kind: Kind,
  files: readonly ContentFile[],
  { cache, cacheVersion, context }: Reading,
  onRead: (count: number) => void,
): Promise<void> {
  const batches: ContentFile[][] = [];
  for (let at = 0; at < files.length; at += batchSize) batches.push(files.slice(at, at + batchSize));
  if (files.length < minFilesForProcesses) {
    const read = createReader(context);
    const tables = openEntryTables(cache, kind, cacheVersion);
    for (const batch of batches) {
      keepEntries(cache, tables, batch, await Promise.all(batch.map((file) => read(kind, file))));
      onRead(batch.length);
    }
    return;
  }
  const { startProcesses } = await import('../worker-processes.ts');
  const count = os.availableParallelism();
  const processes = startProcesses(new URL('entry-worker.ts', import.meta.url), count);
  try {
    let next = 0;
    const feed = async () => {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        const task: ReadingTask = { kind, files: batch, context, cacheVersion };
        await processes.run('readBatch', task);
        onRead(batch.length);
      }
    };
    await Promise.all(Array.from({ length: 2 * count }, feed));
  } finally {
    await processes.end();
  }
}
