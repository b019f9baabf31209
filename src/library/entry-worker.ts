import type { ContentFile } from './content-files.ts';
import { createReader, type EntryKind, type ReadEntry, type ReadingContext } from './entries.ts';

export interface ReadingTask {
  kind: EntryKind;
  files: ContentFile[];
  /** The same in all tasks of a process. */
  context: ReadingContext;
}

let read: ReturnType<typeof createReader> | undefined;

/** One task of a pool of processes: reads a batch of files, in their order. */
export async function readBatch({ kind, files, context }: ReadingTask): Promise<ReadEntry[]> {
  read ??= createReader(context);
  const entries: ReadEntry[] = [];
  for (const file of files) entries.push(await read(kind, file));
  return entries;
}
