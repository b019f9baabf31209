import { Tinypool } from 'tinypool';
import type { PartTask } from './search-worker.ts';

const idleMilliseconds = 1000;

let pool: Tinypool | undefined;

/**
 * Writes search indexes in a thread of its own, one after the other: their analysis takes as long as rendering the pages, which
 * goes on beside it. The thread ends when it has had nothing to do for a while, and keeps no program running.
 */
export const searchThread = {
  writePart: (task: PartTask): Promise<void> => thread().run(task, { name: 'writePart' }),
  writeEngine: (directory: string): Promise<void> => thread().run(directory, { name: 'writeEngine' }),
};

function thread(): Tinypool {
  pool ??= new Tinypool({
    filename: new URL('search-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
  });
  return pool;
}
