import { loadScript } from '../load-script.ts';
import { engineLoaded } from './engine-loaded.ts';
import engineScript from './engine-script.ts?worker&url';
import type { Search } from './types.ts';

/** What the page asks of the worker, and what it answers; `value` is absent where the search failed. */
export interface SearchMessage {
  call: number;
  method: keyof Search;
  argument: unknown;
}
export interface SearchReply {
  call: number;
  value?: unknown;
}

interface Caller {
  message: SearchMessage;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Searches the index at `base` (`/pagefind/`) in a worker, so that typing never waits; in the page itself where the browser
 * starts none. Nothing is loaded before the first call.
 */
export function createSearch(base: string): Search {
  const callers = new Map<number, Caller>();
  let calls = 0;
  let worker: Worker | undefined;
  let inPage: Promise<Search> | undefined;

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: base });
    started.addEventListener('message', ({ data: { call, ...reply } }: MessageEvent<SearchReply>) => {
      const caller = callers.get(call);
      callers.delete(call);
      if ('value' in reply) caller?.resolve(reply.value);
      else caller?.reject(new Error('The search failed'));
    });
    started.addEventListener('error', giveUpWorker);
    return started;
  }

  /** A script that does not start says so once: what was asked of it is asked here. */
  function giveUpWorker(): void {
    worker?.terminate();
    worker = undefined;
    inPage = loadEngine();
    const waiting = [...callers.values()];
    callers.clear();
    for (const caller of waiting) void answerInPage(caller);
  }

  function loadEngine(): Promise<Search> {
    return new Promise((resolve, reject) => {
      const take = ({ detail: createSearchEngine }: CustomEvent<(base: string) => Search>): void =>
        resolve(createSearchEngine(base));
      addEventListener(engineLoaded, take as EventListener, { once: true });
      loadScript(engineScript, () => {
        inPage = undefined;
        reject(new Error('The search engine could not be loaded'));
      });
    });
  }

  async function answerInPage({ message: { method, argument }, resolve, reject }: Caller): Promise<void> {
    try {
      const search = await inPage;
      resolve(await search?.[method](argument as never));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function ask<Value>(method: keyof Search, argument: unknown): Promise<Value> {
    return new Promise((resolve, reject) => {
      calls += 1;
      const message = { call: calls, method, argument };
      const caller = { message, resolve: resolve as Caller['resolve'], reject };
      if (inPage) {
        void answerInPage(caller);
        return;
      }
      callers.set(calls, caller);
      try {
        worker ??= start();
        worker.postMessage(message);
      } catch {
        giveUpWorker();
      }
    });
  }

  return { find: (request) => ask('find', request), complete: (text) => ask('complete', text) };
}
