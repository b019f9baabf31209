import { Tinypool } from 'tinypool';
import { isLoss, ProcessLost, retryLost } from '../../library/child-processes.ts';
import type { PartTask } from './worker-tasks.ts';

/**
 * A worker thread that writes search indexes one after the other, beside rendering, which goes on in the main thread.
 */
export interface SearchWorker {
  /** Starts the thread ahead of its first task, which would otherwise wait until it has started. */
  start(): void;
  writePart(task: Omit<PartTask, 'codeMark'>): Promise<void>;
  writeRuntime(directory: string): Promise<void>;
}

/**
 * Creates a worker. Its thread starts with `start` or with its first task, and does not keep the process alive. `codeMark` is the
 * file that `isCodeSound` remembers its success in. `onLost` is called before a task runs again whose thread died.
 */
export function createSearchWorker(codeMark?: string, onLost: () => void = () => undefined): SearchWorker {
  let pool: Tinypool | undefined;
  const startPool = (): Tinypool => {
    pool ??= new Tinypool({
      filename: new URL('worker-tasks.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: 1,
      // A thread that waits in Atomics is not notified when Pagefind's child process ends, so that the child would
      // remain as a zombie.
      useAtomics: false,
    });
    return pool;
  };
  const run = (task: unknown, name: string): Promise<void> =>
    retryLost(async () => {
      try {
        await startPool().run(task, { name });
      } catch (error) {
        throw isLoss(error) ? new ProcessLost('The search worker died.', { cause: error }) : error;
      }
    }, onLost);
  return {
    start: () => void startPool(),
    writePart: (task) => run({ ...task, codeMark }, 'writePart'),
    writeRuntime: (directory) => run({ directory, codeMark }, 'writeRuntime'),
  };
}
