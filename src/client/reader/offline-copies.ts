import { offlineCache } from '../../lib/offline-cache.ts';
import { articleImagesIn, assetsIn, judgeSavedPage, pictureOf, picturesIn, type SavedPageState } from './page-files.ts';

/** The addresses of a site that the copies need. */
export interface SiteAddresses {
  base: string;
  /** The page that lists what is saved, which opens offline too. */
  savedPage: string;
  words: string;
  worker: string;
  /** False in `dev`, whose pages are not kept. */
  hasWorker: boolean;
  /** Where Vite has put the worker, which a build publishes at `worker`; it is named so that Vite makes it. */
  workerBundle: string;
}

/** The part of the Trusted Types API that is used here: https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

let trusted: string | undefined;

/** Registers the worker. Returns false where browsers have none: without HTTPS, and in some private windows. */
export async function startWorker({ base, worker, hasWorker }: SiteAddresses): Promise<boolean> {
  if (!hasWorker || !navigator.serviceWorker || !('caches' in globalThis)) return false;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = { createScriptURL: () => worker };
  trusted ??= trustedTypes?.createPolicy('warraq-offline', rules).createScriptURL('') ?? worker;
  try {
    await navigator.serviceWorker.register(trusted, { scope: `${base}/`, updateViaCache: 'none' });
    return true;
  } catch {
    return false;
  }
}

/** How long an answer is waited for: what waits for it holds the lock on the list. */
const patienceMs = 15_000;

/** Asks for a file that may have changed; the host sends it only if it has. */
function ask(path: string): Promise<Response> {
  return fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(patienceMs) });
}

/** Asks what has become of a saved article without keeping a copy. */
export async function askForPage(path: string): Promise<SavedPageState> {
  const response = await ask(path);
  return judgeSavedPage(response.status, await response.text());
}

/**
 * Keeps a copy of a saved page and of what it needs, and returns what has become of the article. `images` has the files
 * that the open page shows; without it those of the last copy are kept, and the pictures that are new since then come in
 * their usual size. A page that has not changed is left as it is. The page comes last into the cache: if it is there, so
 * is what it needs.
 */
export async function keepPage(path: string, site: SiteAddresses, images?: string[]): Promise<SavedPageState> {
  const cache = await caches.open(offlineCache(site.base));
  const response = await ask(path);
  const html = await response.clone().text();
  const state = judgeSavedPage(response.status, html);
  if (state === 'withdrawn') await cache.delete(path);
  if (state !== 'article') return state;
  const now = new URL(response.url).pathname;
  const copy = images ? undefined : await cache.match(now);
  if (copy && (await copy.text()) === html) return now === path ? state : { movedTo: now };
  await keepFiles(cache, [
    ...assetsIn(html, 'html', site.base),
    ...(images ?? (await newImages(cache, html, site.base))),
  ]);
  await keepAssetsOf(cache, site.base);
  await cache.put(now, plain(response, html));
  return now === path ? state : { movedTo: now };
}

/** Keeps a copy of the page that lists what is saved. */
export async function keepSavedPage({ base, savedPage, words }: SiteAddresses): Promise<void> {
  const cache = await caches.open(offlineCache(base));
  const response = await ask(savedPage);
  if (!response.ok) return;
  const html = await response.clone().text();
  await cache.put(savedPage, plain(response, html));
  const answer = await ask(words);
  if (answer.ok) await cache.put(words, answer.clone());
  const { sheet } = await answer.json();
  await keepFiles(cache, [...assetsIn(html, 'html', base), sheet]);
  await keepAssetsOf(cache, base);
}

async function newImages(cache: Cache, html: string, base: string): Promise<string[]> {
  const kept = new Set((await cache.keys()).map(({ url }) => pictureOf(url)));
  return articleImagesIn(html, base, location.origin).filter((image) => !kept.has(pictureOf(image)));
}

/** Whether each of these pages opens without a connection. */
export async function haveCopies(paths: readonly string[], { base }: SiteAddresses): Promise<boolean> {
  const copies = await Promise.all(paths.map((path) => caches.match(path, { cacheName: offlineCache(base) })));
  return copies.every((copy) => copy !== undefined);
}

/** Deletes the copies of pages that are not in the list, and of files that no page needs any more. */
export async function removeUnneeded(paths: readonly string[], site: SiteAddresses): Promise<void> {
  const cache = await caches.open(offlineCache(site.base));
  const pages = [...paths, site.savedPage];
  const needed = new Set([...pages, site.words]);
  for (const page of pages) {
    const html = (await (await cache.match(page))?.text()) ?? '';
    for (const file of [...assetsIn(html, 'html', site.base), ...picturesIn(html)]) needed.add(file);
  }
  const words = await cache.match(site.words);
  if (words) needed.add((await words.json()).sheet);
  for (const file of needed) {
    for (const asset of await assetsOf(cache, file, site.base)) needed.add(asset);
  }
  for (const { url } of await cache.keys()) {
    if (!needed.has(new URL(url).pathname) && !needed.has(pictureOf(url))) await cache.delete(url);
  }
}

/** Keeps what the styles and scripts in the cache name, until nothing is missing. */
async function keepAssetsOf(cache: Cache, base: string): Promise<void> {
  const seen = new Set<string>();
  let next = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  while (next.length > 0) {
    for (const file of next) seen.add(file);
    const named = await Promise.all(next.map((file) => assetsOf(cache, file, base)));
    next = [...new Set(named.flat())].filter((file) => !seen.has(file));
    await keepFiles(cache, next);
  }
}

async function assetsOf(cache: Cache, file: string, base: string): Promise<string[]> {
  const type = /\.(css|js)$/.exec(file)?.[1] as 'css' | 'js' | undefined;
  const response = type && (await cache.match(file, { ignoreVary: true }));
  return type && response ? assetsIn(await response.text(), type, base) : [];
}

/** Keeps files that are not there yet. Their names change with their bytes. What cannot be loaded is left out. */
async function keepFiles(cache: Cache, files: readonly string[]): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      if (await cache.match(file, { ignoreVary: true })) return;
      const response = await fetch(file).catch(() => undefined);
      if (response?.ok) await cache.put(file, response);
    }),
  );
}

/** Browsers refuse to show a response that was redirected; the headers stay, the content policy among them. */
function plain({ headers: sent }: Response, html: string): Response {
  const headers = new Headers(sent);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  return new Response(html, { headers });
}
