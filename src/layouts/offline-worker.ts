/** The entry point of the service worker. Its file name is known to `site-build/plan-outputs.ts`. */
import { serveSaved } from '../client/reader/service-worker.ts';
import { savedPath } from '../model/urls.ts';

serveSaved(globalThis as unknown as Parameters<typeof serveSaved>[0], savedPath);
