import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openLedger } from '../../src/build/ledger.ts';
import { publish } from '../../src/build/publish.ts';
import { openCache } from '../../src/library/cache.ts';
import { writeContent } from './write-content.ts';

// Publishes a folder of so many files below `root`, and dies by SIGKILL when so many of them stand in the output.
const [root = '', count = '', deadline = ''] = process.argv.slice(2);
const outputDirectory = path.join(root, 'site');
const workDirectory = path.join(root, 'work');
mkdirSync(workDirectory, { recursive: true });
const cache = openCache(path.join(root, 'cache'));
const files = Object.fromEntries(Array.from({ length: Number(count) }, (_, index) => [`${index}.bin`, `${index}`]));
const watch = setInterval(() => {
  const folder = path.join(outputDirectory, 'search');
  if (existsSync(folder) && readdirSync(folder).length >= Number(deadline)) process.kill(process.pid, 'SIGKILL');
}, 0);
await publish(
  new Map(),
  [{ folder: 'search', key: JSON.stringify(files), make: (directory) => writeContent(directory, files) }],
  { outputDirectory, workDirectory, cache, ledger: openLedger(cache, outputDirectory) },
);
clearInterval(watch);
throw new Error('The folder was whole before the process died.');
