import { Tinypool } from 'tinypool';

/** Child processes that run the functions of one module. Arguments and results are cloned. */
export interface Processes {
  /**
   * Runs the exported function `name` with `task` in one of the processes. If that process dies, the task runs a second time;
   * rejects with a `ProcessLost` if the second one dies too.
   */
  run<Task, Result>(name: string, task: Task): Promise<Result>;
  /** Ends the processes; resolves when they are gone. */
  end(): Promise<void>;
}

/** A child process or worker thread died before it finished its task: killed from outside, or out of memory. */
export class ProcessLost extends Error {
  override readonly name = 'ProcessLost';
}

/**
 * Starts `count` child processes. Processes rather than threads, because V8 does not return the memory of ended
 * threads: after 10,000 articles, a build would hold half a gigabyte until its end. `onLost` is called before
 * tasks run a second time: once for all tasks of a process.
 */
export function startProcesses(
  module: URL,
  count: number,
  onLost: () => void = () => undefined,
  work: ProcessWork = {},
): Processes {
  const pool = createPool(module, count, work);
  // A process that dies between two tasks is replaced; without a listener its `error` event would end this process.
  pool.on('error', () => undefined);
  // Tinypool unrefs its children, even those that it waits for: without a timer this process would exit in the middle.
  const keepAlive = setInterval(() => undefined, 60_000);
  const onTaskLost = oncePerTurn(onLost);
  return {
    run: (name, task) => retryLost(() => runTask(pool, name, task), onTaskLost),
    async end() {
      try {
        await Promise.race([pool.destroy(), delay(longestEndMs)]);
      } finally {
        clearInterval(keepAlive);
      }
    },
  };
}

/** Returns a function that calls `listener` once, however often it is called before Node goes on to other events. */
function oncePerTurn(listener: () => void): () => void {
  let isCalled = false;
  return () => {
    if (isCalled) return;
    isCalled = true;
    setImmediate(() => {
      isCalled = false;
    });
    listener();
  };
}

/** How much a process does at the same time. */
interface ProcessWork {
  /** Default: one. */
  tasks?: number;
  /** The number of threads that native code runs in; default: 4, whatever the machine has. */
  nativeThreads?: number;
}

function createPool(module: URL, count: number, { tasks = 1, nativeThreads }: ProcessWork): Tinypool {
  const threads = nativeThreads === undefined ? {} : { UV_THREADPOOL_SIZE: String(nativeThreads) };
  try {
    return new Tinypool({
      runtime: 'child_process',
      filename: module.href,
      env: { ...(process.env as Record<string, string>), ...threads },
      serialization: 'advanced',
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: tasks,
    });
  } catch (error) {
    // If the system starts no more processes, Node returns a child without a channel, on which Tinypool fails with a TypeError.
    throw Object.assign(new Error('No process could be started.', { cause: error }), { code: 'EAGAIN' });
  }
}

/** `destroy` kills its children after a second; it never resolves if one of them was gone before. */
const longestEndMs = 5000;

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** Runs `work` again, after calling `onLost`, if the process or thread that did it was lost. */
export async function retryLost<Result>(work: () => Promise<Result>, onLost: () => void): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProcessLost)) throw error;
    onLost();
    return work();
  }
}

async function runTask<Task, Result>(pool: Tinypool, name: string, task: Task): Promise<Result> {
  try {
    return await pool.run(task, { name });
  } catch (error) {
    if (isLoss(error)) throw new ProcessLost('A process died before it finished its task.', { cause: error });
    // An error that crosses a process boundary arrives as a plain object.
    if (error instanceof Error) throw error;
    throw Object.assign(new Error(), error);
  }
}

/** Whether Tinypool reports that a child died, or Node that a worker thread ran out of memory. */
export function isLoss(error: unknown): boolean {
  const { message, code } = error as { message?: string; code?: string };
  return message === 'Worker exited unexpectedly' || code === 'ERR_WORKER_OUT_OF_MEMORY';
}
