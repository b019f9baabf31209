/**
 * The entry point of the script for what readers keep on their devices, which `SiteLayout.astro` bundles separately
 * (`?worker&url`): pages load it only when there is something for it to do. Its file name is part of the URL of the
 * published script, by which saved pages keep it.
 */
import { startReader } from '../client/reader/reader.ts';
import { readerPath, savedPath, serviceWorkerPath } from '../model/urls.ts';
import workerBundle from './offline-worker.ts?worker&url';

const base = import.meta.env.BASE_PATH;
startReader({
  base,
  savedPage: base + savedPath,
  words: base + readerPath,
  worker: base + serviceWorkerPath,
  hasWorker: import.meta.env.PROD,
  workerBundle,
});
