import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Places } from '../schema/places.ts';
import { digestOfText, hasSameImages } from './bodies.ts';
import type { CacheTable } from './cache.ts';
import type { ContentFile } from './content-files.ts';
import {
  createReader,
  type EntryKind,
  type IndexEntry,
  isInScope,
  type KeptBody,
  type ReadEntry,
  type ReadingContext,
} from './entries.ts';
import type { ReadingTask } from './entry-worker.ts';
import { createImageStore, type ImageStore } from './images.ts';

/** Told after each batch: how many of the files that have to be read have been. */
export type ReadingProgress = (done: number, total: number) => void;

export interface EntryTables<Kind extends EntryKind> {
  entries: CacheTable<IndexEntry<Kind>>;
  /** Where the keys of articles stand in their files. */
  places: CacheTable<Places>;
  bodies: CacheTable<KeptBody>;
  /** Runs its work as one change of the tables. */
  transaction(work: () => void): void;
}

const batchSize = 64;
/** Fewer files are read sooner than processes start. */
const worthProcesses = 4 * batchSize;

/**
 * The entries of files, in their order: from the tables where the file's stamp and its images' are the same, or its text is;
 * read anew, and kept, where not. What the tables hold of other files is removed.
 */
export async function readEntries<Kind extends EntryKind>(
  kind: Kind,
  files: readonly ContentFile[],
  tables: EntryTables<Kind>,
  context: ReadingContext,
  onProgress?: ReadingProgress,
): Promise<{ file: string; entry: IndexEntry<Kind> }[]> {
  const known = new Map(tables.entries.entries());
  const fresh = new Map<string, IndexEntry<Kind>>();
  const stale: ContentFile[] = [];
  const store = createImageStore(context);
  for (const source of files) {
    const kept = known.get(source.file);
    if (kept && (await isFresh(kept, source, context, store))) fresh.set(source.file, kept);
    else stale.push(source);
  }
  const keep = (source: ContentFile, { entry, places, body }: ReadEntry<Kind>) => {
    fresh.set(source.file, entry);
    if (places) tables.places.set(source.file, places);
    tables.entries.set(source.file, entry);
    if (body) tables.bodies.set(source.file, body);
    else tables.bodies.delete(source.file);
  };
  tables.transaction(() => {
    for (const file of known.keys()) {
      if (fresh.has(file)) continue;
      tables.entries.delete(file);
      tables.places.delete(file);
      tables.bodies.delete(file);
    }
    for (const { file, stamp } of files) {
      const entry = fresh.get(file);
      if (entry && entry.stamp !== stamp) tables.entries.set(file, Object.assign(entry, { stamp }));
    }
  });
  let done = 0;
  await readAll(kind, stale, context, (batch, entries) => {
    tables.transaction(() => {
      for (const [index, source] of batch.entries()) keep(source, entries[index] as ReadEntry<Kind>);
    });
    done += batch.length;
    onProgress?.(done, stale.length);
  });
  return files.map(({ file }) => ({ file, entry: fresh.get(file) as IndexEntry<Kind> }));
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

async function readAll(
  kind: EntryKind,
  files: readonly ContentFile[],
  context: ReadingContext,
  keep: (batch: ContentFile[], entries: ReadEntry[]) => void,
): Promise<void> {
  const batches: ContentFile[][] = [];
  for (let at = 0; at < files.length; at += batchSize) batches.push(files.slice(at, at + batchSize));
  if (files.length < worthProcesses) {
    const read = createReader(context);
    for (const batch of batches) keep(batch, await Promise.all(batch.map((file) => read(kind, file))));
    return;
  }
  const { startProcesses } = await import('./processes.ts');
  const count = os.availableParallelism();
  const processes = startProcesses(new URL('entry-worker.ts', import.meta.url), count);
  try {
    let next = 0;
    const feed = async () => {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        const task: ReadingTask = { kind, files: batch, context };
        keep(batch, await processes.run('readBatch', task));
      }
    };
    await Promise.all(Array.from({ length: 2 * count }, feed));
  } finally {
    await processes.end();
  }
}
