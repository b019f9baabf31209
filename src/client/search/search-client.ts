import inPageEngineScript from './in-page-engine.ts?worker&url';
import { inPageEngineEvent } from './in-page-engine-event.ts';
import type { SearchApi, WorkerCall, WorkerReply } from './types.ts';
import { workerScript } from './worker-script.ts';

interface PendingCall {
  message: WorkerCall;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/**
 * Creates a search of the index at `base` (`/pagefind/`). It runs in a worker, so that it never blocks typing; if the
 * worker does not start, in the page itself. Nothing is loaded before the first call.
 */
export function createSearchClient(base: string): SearchApi {
  /** The calls that the worker has not answered, by number. */
  const pending = new Map<number, PendingCall>();
  let lastCall = 0;
  let worker: Worker | undefined;
  let inPageEngine: Promise<SearchApi> | undefined;

  function call<Value>(method: keyof SearchApi, argument: unknown): Promise<Value> {
    return new Promise((resolve, reject) => {
      lastCall += 1;
      const message = { call: lastCall, method, argument };
      const waiting = { message, resolve: resolve as PendingCall['resolve'], reject };
      if (inPageEngine) {
        void answer(inPageEngine, waiting);
        return;
      }
      pending.set(lastCall, waiting);
      try {
        worker ??= startWorker();
        worker.postMessage(message);
      } catch {
        replaceWorker();
      }
    });
  }

  function startWorker(): Worker {
    const started = new Worker(workerScript(), { type: 'module', name: base });
    started.addEventListener('message', ({ data: { call: number, ...reply } }: MessageEvent<WorkerReply>) => {
      const waiting = pending.get(number);
      pending.delete(number);
      if ('value' in reply) waiting?.resolve(reply.value);
      else waiting?.reject(reply);
    });
    started.addEventListener('error', replaceWorker);
    return started;
  }

  /**
   * Gives up a worker that does not start, and answers its pending calls in the page. If the engine cannot be loaded
   * there either, the next call tries again.
   */
  function replaceWorker(): void {
    worker?.terminate();
    worker = undefined;
    const engine = loadInPageEngine(base);
    inPageEngine = engine;
    engine.catch(() => {
      inPageEngine = undefined;
    });
    const unanswered = [...pending.values()];
    pending.clear();
    for (const waiting of unanswered) void answer(engine, waiting);
  }

  return { find: (request) => call('find', request), complete: (text) => call('complete', text) };
}

function loadInPageEngine(base: string): Promise<SearchApi> {
  return new Promise((resolve, reject) => {
    const take = ({ detail: createQueryEngine }: CustomEvent<(base: string) => SearchApi>): void =>
      resolve(createQueryEngine(base));
    addEventListener(inPageEngineEvent, take as EventListener, { once: true });
    import(/* @vite-ignore */ inPageEngineScript).catch(reject);
  });
}

async function answer(engine: Promise<SearchApi>, { message, resolve, reject }: PendingCall): Promise<void> {
  try {
    resolve(await (await engine)[message.method](message.argument as never));
  } catch (error) {
    reject(error);
  }
}
