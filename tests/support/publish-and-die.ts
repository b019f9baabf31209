import path from 'node:path';
import { openCache } from '../../src/library/cache/cache.ts';
import { type Ledger, openLedger } from '../../src/site-build/publish/ledger.ts';
import { publish } from '../../src/site-build/publish/publish.ts';
import { openStagedFolders } from '../../src/site-build/publish/staged-folders.ts';
import { writeContent } from './write-content.ts';

/**
 * Publishes a folder of `count` files below `root` and kills itself by SIGKILL when file number `deadline` is recorded
 * in the ledger: later files are in the output by then, and the transaction with this file is still open.
 */
const [root = '', count = '', deadline = ''] = process.argv.slice(2);
const outputDirectory = path.join(root, 'site');
const cache = openCache(path.join(root, 'cache'));
const ledger = openLedger(cache, outputDirectory);
let recorded = 0;
const deadlyLedger: Ledger = {
  ...ledger,
  record(file, entry) {
    ledger.record(file, entry);
    recorded += 1;
    if (recorded === Number(deadline)) process.kill(process.pid, 'SIGKILL');
  },
};

const files = Object.fromEntries(Array.from({ length: Number(count) }, (_, index) => [`${index}.bin`, `${index}`]));
const folder = {
  folder: 'search',
  key: JSON.stringify(files),
  size: Number(count),
  make: (directory: string) => writeContent(directory, files),
};
const stagedFolders = openStagedFolders(path.join(root, 'work'));
const stageDirectory = path.join(root, 'stage');
await publish(new Map(), [folder], { outputDirectory, stageDirectory, stagedFolders, cache, ledger: deadlyLedger });
throw new Error('The folder was whole before the process died.');
