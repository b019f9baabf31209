import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Cache } from '../cache/cache.ts';
import { sizeInStamp } from '../file-stamps.ts';
import { createMediaStores, digestOfText, hasSameMedia } from './bodies.ts';
import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type IndexEntry, isInScope, type ReadingContext } from './entries.ts';
import { type EntryTables, forgetEntry, keepEntries, openEntryTables } from './entry-tables.ts';
import type { ReadingTask } from './read-batch.ts';
import { listCleanBlobs } from './tracked-files.ts';

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
/** Below this many files, reading them is faster than asking Git about all. */
const minFilesForGit = batchSize;

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
  updateIndex(comparison, tables, reading.cache);
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
  /** The files with valid entries that were read, because their stamps have changed. */
  touched: ContentFile[];
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
  const compareText = await openTextComparison(files, indexed, context);
  const stores = createMediaStores(context, context.site);
  const unchanged = new Map<string, IndexEntry<Kind>>();
  const touched: ContentFile[] = [];
  const changed: ContentFile[] = [];
  for (const source of files) {
    const entry = indexed.get(source.file);
    const text = entry && isUsable(entry, source, context) ? compareText(entry, source) : 'changed';
    // No await for a body without images and files: most have none, and an archive has many of them.
    if (entry && text !== 'changed' && (!showsMedia(entry) || (await hasSameMedia(entry.body.media, stores)))) {
      unchanged.set(source.file, entry);
      if (text === 'touched') touched.push(source);
    } else changed.push(source);
  }
  const outdated = [...indexed.keys()].filter((file) => !unchanged.has(file));
  return { unchanged, touched, changed, outdated };
}

/**
 * Compares the text of a file with the one that its entry was made from: by their stamps, by Git, or by reading it. A file that was
 * read and has the same text is `touched`.
 */
type CompareText = (entry: IndexEntry, source: ContentFile) => 'same' | 'touched' | 'changed';

/**
 * Opens the comparison. If many stamps have changed, as those of all files do in a checkout on a CI service, Git is asked
 * which files are still the blobs that were read. A filter of Git, such as another line ending, changes the size too.
 */
async function openTextComparison(
  files: readonly ContentFile[],
  indexed: ReadonlyMap<string, IndexEntry>,
  { contentDirectory, site, isVerifying = false }: ReadingContext,
): Promise<CompareText> {
  const restamped = files.filter(({ file, stamp }) => (indexed.get(file)?.stamp ?? stamp) !== stamp);
  const isGitAsked = !isVerifying && restamped.length >= minFilesForGit;
  const blobs = isGitAsked ? await listCleanBlobs(contentDirectory) : undefined;
  return (entry, { file, absolute, stamp }) => {
    if (entry.stamp === stamp && !isVerifying) return 'same';
    const isSameBlob = blobs !== undefined && blobs.get(file) === entry.blob;
    if (isSameBlob && sizeInStamp(entry.stamp) === sizeInStamp(stamp)) return 'same';
    return entry.digest === digestOfText(readFileSync(absolute, 'utf8'), site) ? 'touched' : 'changed';
  };
}

type EntryWithMedia = IndexEntry & { body: NonNullable<IndexEntry['body']> };

function showsMedia<Kind extends EntryKind>(entry: IndexEntry<Kind>): entry is IndexEntry<Kind> & EntryWithMedia {
  const { images, files } = entry.body?.media ?? { images: {}, files: {} };
  return Object.keys(images).length + Object.keys(files).length > 0;
}

/**
 * Whether an entry can be used if the text is still the same. Entries with problems in the body cannot, because the fix
 * may be in another file, such as an image. Entries without a body cannot if the file has problems or is in scope.
 */
function isUsable({ body, parsed }: IndexEntry, { file }: ContentFile, { scope }: ReadingContext): boolean {
  if (body) return body.problems.length === 0;
  const date = 'date' in parsed.matter ? parsed.matter.date : undefined;
  return parsed.problems.length === 0 && !isInScope(file, date, scope);
}

/** Removes outdated entries, and updates the stamps of files that were touched, on the disk and in `unchanged`. */
function updateIndex<Kind extends EntryKind>(
  { unchanged, touched, outdated }: Comparison<Kind>,
  tables: EntryTables<Kind>,
  cache: Cache,
): void {
  cache.transaction(() => {
    for (const file of outdated) forgetEntry(tables, file);
    for (const { file, stamp } of touched) {
      const entry = { ...(unchanged.get(file) as IndexEntry<Kind>), stamp };
      unchanged.set(file, entry);
      tables.entries.set(file, entry);
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
