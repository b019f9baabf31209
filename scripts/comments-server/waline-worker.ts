import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CommentFailure } from '../../src/lib/comments/comment.ts';
import { describeFault } from './faults.ts';
import { listen } from './listen.ts';
import { createWordFilter } from './word-filter.ts';

/** What the thread is started with, besides Waline's environment variables. */
export interface WalineWorkerData {
  /** The absolute path of the installation. */
  installation: string;
  words: string[];
}

// Waline's packages call what Node has deprecated. Whoever runs the server can do nothing about it.
process.noDeprecation = true;
const { installation, words } = workerData as WalineWorkerData;
const server = createServer(loadWaline(installation, createWordFilter(words)));
parentPort?.postMessage(await listen(server, 0, '127.0.0.1'));

/** A comment as Waline passes it to its `preSave` hook. */
interface UnsavedComment {
  comment: string;
  status: string;
}

function loadWaline(installation: string, isSuspect: (text: string) => boolean): RequestListener {
  const require = createRequire(path.join(installation, 'package.json'));
  const createWaline = require('@waline/vercel') as (config: object) => RequestListener;
  const preSave = (data: UnsavedComment): void => {
    if (isSuspect(data.comment)) data.status = 'spam';
  };
  const plugins = [{ hooks: { preSave }, middlewares: [answerFaults] }];
  const handle = createWaline({ env: 'production', plugins });
  // Waline's log would hold every SQL statement, with names, addresses and passwords.
  const { think } = globalThis as unknown as { think: { logger: Record<'info' | 'debug', () => void> } };
  Object.assign(think.logger, { info: () => {}, debug: () => {} });
  return handle;
}

/** Answers and logs a fault of the system, such as a full disk. Waline would log it with a trace. */
async function answerFaults(context: { status: number; body: unknown }, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } catch (error) {
    const fault = describeFault(error);
    if (fault === undefined) throw error;
    console.error(fault);
    context.status = 503;
    context.body = { errno: 1503, errmsg: 'down' satisfies CommentFailure };
  }
}
