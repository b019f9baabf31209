import { Tinypool } from 'tinypool';
import type { PartTask } from './worker-tasks.ts';

/** A worker thread that writes search indexes one after the other, since their analysis takes as long as rendering all pages. */
export interface SearchWorker {
  /** Starts the thread ahead of its first task, which would otherwise wait for it. */
  start(): void;
  writePart(task: PartTask): Promise<void>;
  writeEngine(directory: string): Promise<void>;
}

/** Creates a worker whose thread starts with its first task, unless it is started before. It keeps no program running. */
export function createSearchWorker(): SearchWorker {
  let pool: Tinypool | undefined;
  const startPool = (): Tinypool => {
    pool ??= new Tinypool({
      filename: new URL('worker-tasks.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: 1,
      // A thread that waits in Atomics never hears that Pagefind's child process has ended, which would stay as a zombie.
      useAtomics: false,
    });
    return pool;
  };
  return {
    start: () => void startPool(),
    writePart: (task) => startPool().run(task, { name: 'writePart' }),
    writeEngine: (directory) => startPool().run(directory, { name: 'writeEngine' }),
  };
}
