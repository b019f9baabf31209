import { createQueryEngine } from './engine/query-engine.ts';
import type { WorkerCall, WorkerReply } from './types.ts';

/** The worker's name is the URL of the index. */
const engine = createQueryEngine(self.name);

self.addEventListener('message', async ({ data: { call, method, argument } }: MessageEvent<WorkerCall>) => {
  const answer = engine[method](argument as never);
  self.postMessage(
    await answer.then(
      (value): WorkerReply => ({ call, value }),
      (): WorkerReply => ({ call }),
    ),
  );
});
