import { workerData } from 'node:worker_threads';
import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type ReadEntry, type ReadingContext } from './entries.ts';

const read = createReader(workerData as ReadingContext);

/** One task of a pool of threads: reads a batch of files, in their order. */
export async function readBatch(batch: { kind: EntryKind; files: ContentFile[] }): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for (const file of batch.files) entries.push(await read(batch.kind, file));
  return entries;
}
