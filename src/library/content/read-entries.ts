import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Cache } from '../cache/cache.ts';
import { createMediaStores, digestOfText, hasSameMedia, type MediaStores } from './bodies.ts';
import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type IndexEntry, isInScope, type ReadingContext } from './entries.ts';
import { type EntryTables, forgetEntry, keepEntries, openEntryTables } from './entry-tables.ts';
import type { ReadingTask } from './read-batch.ts';

/** Called after each batch: `done` of the `total` files that had to be read have been read. */
export type ReadingProgress = (done: number, total: number) => void;

/** The context in which files are read, and the cache that stores their entries. */
export interface Reading {
  cache: Cache;
  /** See `openEntryTables`. */
  cacheVersion: string;
  context: ReadingContext;
  /** Whether entries are kept in memory, for a process that reads the same files again and again. */
  keepsEntries?: boolean | undefined;
  onProcessLost?: (() => void) | undefined;
}

/** The entries that this process keeps in memory, by the kind of file. */
const keptEntries = new WeakMap<Cache, Map<EntryKind, { cacheVersion: string; entries: Map<string, IndexEntry> }>>();

const batchSize = 64;
/** Below this many files, reading them in this process is faster than starting others. */
const minFilesForProcesses = 4 * batchSize;

/**
 * Returns the entries of files, in the order of `files`. An entry comes from the index on disk if the file and its
 * images and files have not changed; otherwise the file is read again and its entry stored. Entries of other files are removed
 * from the index.
 */
export async function readEntries<Kind extends EntryKind>(
  kind: Kind,
  files: readonly ContentFile[],
  reading: Reading,
  onProgress?: ReadingProgress,
  onRead?: (readAnew: number) => void,
): Promise<{ file: string; entry: IndexEntry<Kind> }[]> {
  const tables = openEntryTables(reading.cache, kind, reading.cacheVersion);
  const comparison = await compareWithIndex(files, entriesBefore(kind, tables, reading), reading.context);
  updateIndex(files, comparison, tables, reading.cache);
  const { unchanged, changed } = comparison;
  let done = 0;
  await readIntoIndex(kind, changed, reading, (count) => {
    done += count;
    onProgress?.(done, changed.length);
  });
  onRead?.(changed.length);
  const read = files.map(({ file }) => ({
    file,
    entry: unchanged.get(file) ?? (tables.entries.get(file) as IndexEntry<Kind>),
  }));
  if (reading.keepsEntries) {
    const kept = keptEntries.get(reading.cache) ?? new Map();
    const entries = new Map(read.map(({ file, entry }) => [file, entry]));
    keptEntries.set(reading.cache, kept.set(kind, { cacheVersion: reading.cacheVersion, entries }));
  }
  return read;
}

/** Returns the entries of the last reading: those in memory, or those in the index on disk. */
function entriesBefore<Kind extends EntryKind>(
  kind: Kind,
  { entries }: EntryTables<Kind>,
  { cache, cacheVersion }: Reading,
): ReadonlyMap<string, IndexEntry<Kind>> {
  const kept = keptEntries.get(cache)?.get(kind);
  if (kept?.cacheVersion === cacheVersion) return kept.entries as Map<string, IndexEntry<Kind>>;
  return new Map(entries.entries());
}

interface Comparison<Kind extends EntryKind> {
  /** The entries that are still valid, by file. */
  unchanged: Map<string, IndexEntry<Kind>>;
  /** The files that have to be read. */
  changed: ContentFile[];
  /** The files whose entries must be removed. */
  outdated: string[];
}

async function compareWithIndex<Kind extends EntryKind>(
  files: readonly ContentFile[],
  indexed: ReadonlyMap<string, IndexEntry<Kind>>,
  context: ReadingContext,
): Promise<Comparison<Kind>> {
  const stores = createMediaStores(context);
  const unchanged = new Map<string, IndexEntry<Kind>>();
  const changed: ContentFile[] = [];
  for (const source of files) {
    const entry = indexed.get(source.file);
    if (entry && (await isCurrent(entry, source, context, stores))) unchanged.set(source.file, entry);
    else changed.push(source);
  }
  const outdated = [...indexed.keys()].filter((file) => !unchanged.has(file));
  return { unchanged, changed, outdated };
}

/**
 * Whether an entry is still valid. Entries with problems in the body are not, because the fix may be in another file,
 * such as an image. Entries without a body are not if the file has problems or is in scope.
 */
async function isCurrent(entry: IndexEntry, source: ContentFile, context: ReadingContext, stores: MediaStores) {
  const { body, parsed } = entry;
  const date = 'date' in parsed.matter ? parsed.matter.date : undefined;
  if (!body && (parsed.problems.length > 0 || isInScope(source.file, date, context.scope))) return false;
  if (body && (body.problems.length > 0 || !(await hasSameMedia(body.media, stores)))) return false;
  if (entry.stamp === source.stamp && !context.isVerifying) return true;
  return entry.digest === digestOfText(readFileSync(source.absolute, 'utf8'), context.site);
}

/** Removes outdated entries, and updates the stamps of files that were touched but have the same text. */
function updateIndex<Kind extends EntryKind>(
  files: readonly ContentFile[],
  { unchanged, outdated }: Comparison<Kind>,
  tables: EntryTables<Kind>,
  cache: Cache,
): void {
  cache.transaction(() => {
    for (const file of outdated) forgetEntry(tables, file);
    for (const { file, stamp } of files) {
      const entry = unchanged.get(file);
      if (entry && entry.stamp !== stamp) tables.entries.set(file, Object.assign(entry, { stamp }));
    }
  });
}

/** Reads files into the index on disk: in this process if they are few, otherwise in child processes. */
async function readIntoIndex<Kind extends EntryKind>(
  kind: Kind,
  files: readonly ContentFile[],
  reading: Reading,
  onRead: (count: number) => void,
): Promise<void> {
  const batches: ContentFile[][] = [];
  for (let at = 0; at < files.length; at += batchSize) batches.push(files.slice(at, at + batchSize));
  if (files.length < minFilesForProcesses) await readHere(kind, batches, reading, onRead);
  else await readInProcesses(kind, batches, reading, onRead);
}

async function readHere<Kind extends EntryKind>(
  kind: Kind,
  batches: readonly ContentFile[][],
  { cache, cacheVersion, context }: Reading,
  onRead: (count: number) => void,
): Promise<void> {
  const read = createReader(context);
  const tables = openEntryTables(cache, kind, cacheVersion);
  for (const batch of batches) {
    keepEntries(cache, tables, batch, await Promise.all(batch.map((file) => read(kind, file))));
    onRead(batch.length);
  }
}

/**
 * Reads batches in child processes. Each process stores its entries in the cache itself, so that bodies are not sent to
 * this process.
 */
async function readInProcesses(
  kind: EntryKind,
  batches: readonly ContentFile[][],
  { cacheVersion, context, onProcessLost }: Reading,
  onRead: (count: number) => void,
): Promise<void> {
  const { startProcesses } = await import('../child-processes.ts');
  const count = os.availableParallelism();
  const processes = startProcesses(new URL('read-batch.ts', import.meta.url), count, onProcessLost);
  const queue = batches.values();
  const feed = async () => {
    for (const files of queue) {
      const task: ReadingTask = { kind, files, context, cacheVersion };
      await processes.run('readBatch', task);
      onRead(files.length);
    }
  };
  try {
    // Two tasks per process, so that no process is idle until it receives the next one.
    await Promise.all(Array.from({ length: 2 * count }, feed));
  } finally {
    await processes.end();
  }
}
