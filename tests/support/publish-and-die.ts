import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { openCache } from '../../src/library/cache/cache.ts';
import { openLedger } from '../../src/site-build/publish/ledger.ts';
import { publish } from '../../src/site-build/publish/publish.ts';
import { openStagedFolders } from '../../src/site-build/publish/staged-folders.ts';
import { writeContent } from './write-content.ts';

// Publishes a folder of `count` files below `root`, and kills itself with SIGKILL when `deadline` of them are in the
// output. A worker watches for this, because publishing blocks the main thread.
const [root = '', count = '', deadline = ''] = process.argv.slice(2);
const outputDirectory = path.join(root, 'site');
const folder = path.join(outputDirectory, 'search');

if (!isMainThread) {
  while (!existsSync(folder) || readdirSync(folder).length < Number(deadline));
  process.kill(process.pid, 'SIGKILL');
}

const watcher = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
await new Promise((resolve) => watcher.once('online', resolve));
const cache = openCache(path.join(root, 'cache'));
const files = Object.fromEntries(Array.from({ length: Number(count) }, (_, index) => [`${index}.bin`, `${index}`]));
await publish(
  new Map(),
  [
    {
      folder: 'search',
      key: JSON.stringify(files),
      size: Number(count),
      make: (directory) => writeContent(directory, files),
    },
  ],
  {
    outputDirectory,
    stagedFolders: openStagedFolders(path.join(root, 'work')),
    cache,
    ledger: openLedger(cache, outputDirectory),
  },
);
await watcher.terminate();
throw new Error('The folder was whole before the process died.');
