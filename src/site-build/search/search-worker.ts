import { Tinypool } from 'tinypool';
import type { PartTask } from './worker-tasks.ts';

let pool: Tinypool | undefined;

/**
 * Writes search indexes in a thread of its own, one after the other: their analysis takes as long as rendering the pages, which
 * goes on beside it. The thread keeps no program running.
 */
export const searchThread = {
  /** Starts the thread where an index will be wanted soon: it hears of a task when it has started and this thread has a turn. */
  begin(): void {
    thread();
  },
  writePart: (task: PartTask): Promise<void> => thread().run(task, { name: 'writePart' }),
  writeEngine: (directory: string): Promise<void> => thread().run(directory, { name: 'writeEngine' }),
};

function thread(): Tinypool {
  pool ??= new Tinypool({
    filename: new URL('worker-tasks.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    // Asleep between tasks, the thread would not hear that Pagefind's process has ended, which would stay as a zombie.
    useAtomics: false,
  });
  return pool;
}
