import { createSearchEngine } from './engine.ts';
import type { SearchMessage, SearchReply } from './search.ts';

/** The base of the index comes as the worker's name. */
const search = createSearchEngine(self.name);

self.addEventListener('message', async ({ data: { call, method, argument } }: MessageEvent<SearchMessage>) => {
  self.postMessage(await replyTo(call, method, argument));
});

async function replyTo(call: number, method: SearchMessage['method'], argument: unknown): Promise<SearchReply> {
  try {
    return { call, value: await search[method](argument as never) };
  } catch {
    return { call };
  }
}
