import { afterAll } from 'vitest';
import { openBrowser, type TestBrowser } from './browser.ts';
import type { BuiltSite } from './build-site.ts';
import { serveDirectory } from './serve.ts';

export interface Visit extends TestBrowser {
  site: BuiltSite;
  /** The origin of the served site: `http://127.0.0.1:PORT`. */
  origin: string;
}

/** Serves a built site and starts a browser for one test file. Call it at the top of the file. */
export async function visitSite(site: BuiltSite): Promise<Visit> {
  const server = await serveDirectory(site.directories.outputDirectory);
  afterAll(() => server.close());
  return { site, origin: server.origin, ...(await openBrowser()) };
}
