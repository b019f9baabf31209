import { offlineCache } from '../../lib/offline-cache.ts';
import { assetFolder, readerFile } from '../../lib/paths.ts';
import { fileOfPicture, pictureOf } from './page-files.ts';

/** The parts of the API of service workers that are used here: https://www.w3.org/TR/service-workers/ */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(
    name: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(name: 'fetch', listener: (event: RequestEvent) => void): void;
}

interface RequestEvent {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

/** How the worker answers a request: it leaves to the browser what is not named here, alerts and live coverage above all. */
export type Answer = 'page' | 'immutable' | 'words' | undefined;

/** Decides how a request is answered. `base` is the path that the site lives below. */
export function answerTo(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  base: string,
  origin: string,
): Answer {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET') return undefined;
  // A service makes the sizes of pictures for a whole host, or on a host of its own.
  if (mode !== 'navigate' && fileOfPicture(url, base, origin) !== undefined) return 'immutable';
  if (asked !== origin || !pathname.startsWith(`${base}/`)) return undefined;
  if (mode === 'navigate') return 'page';
  const rest = pathname.slice(base.length);
  if (rest === `/${readerFile}`) return 'words';
  return rest.startsWith(`/${assetFolder}/`) ? 'immutable' : undefined;
}

/**
 * Answers from the copies of what the reader saved. Pages come from the network as long as there is one, so that news is
 * never old; a page that is not saved becomes the list of those that are. `savedPage` is the address of that list.
 */
export function serveSaved(scope: WorkerScope, savedPath: string): void {
  const { pathname, origin } = new URL(scope.registration.scope);
  const base = pathname.replace(/\/$/, '');
  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener('activate', (event) => {
    // Without this each page would wait for the start of the worker.
    event.waitUntil(Promise.resolve(scope.registration.navigationPreload?.enable()));
  });
  scope.addEventListener('fetch', (event) => {
    const answer = answerTo(event.request, base, origin);
    if (answer === 'page') event.respondWith(answerPage(event, base, savedPath));
    if (answer === 'words') event.respondWith(networkFirst(event, base));
    if (answer === 'immutable') event.respondWith(answerFile(event, base));
  });
}

async function answerPage(event: RequestEvent, base: string, savedPath: string): Promise<Response> {
  try {
    return await networkFirst(event, base);
  } catch (error) {
    const list = await caches.match(base + savedPath, { cacheName: offlineCache(base) });
    if (list) return list;
    throw error;
  }
}

/** How long a page with a copy is waited for. A network that hangs gives no error. */
const patienceMs = 4000;

async function networkFirst({ request, preloadResponse }: RequestEvent, base: string): Promise<Response> {
  const load = async () => (await preloadResponse) ?? (await fetch(request));
  const patience = new Promise<void>((end) => setTimeout(end, patienceMs));
  return networkOrCopy(load(), matchIn(base, request), patience);
}

/** Prefers what comes from the network; a copy, if there is one, when the network fails or the patience is over. */
export async function networkOrCopy<Result>(
  network: Promise<Result>,
  kept: Promise<Result | undefined>,
  patience: Promise<void>,
): Promise<Result> {
  const copy = kept.catch(() => undefined);
  const loaded = network.catch(async (error) => {
    const instead = await copy;
    if (instead) return instead;
    throw error;
  });
  return Promise.race([loaded, patience.then(async () => (await copy) ?? loaded)]);
}

/** Answers for a file whose name changes with its bytes. A picture may be there in another size only. */
async function answerFile({ request }: RequestEvent, base: string): Promise<Response> {
  const copy = await caches.match(request, { cacheName: offlineCache(base), ignoreVary: true });
  if (copy) return copy;
  try {
    return await fetch(request);
  } catch (error) {
    const response = await matchOtherSize(base, request);
    if (response) return response;
    throw error;
  }
}

async function matchOtherSize(base: string, request: Request): Promise<Response | undefined> {
  // Opening a cache would create one where the reader has deleted it.
  if (!(await caches.has(offlineCache(base)))) return undefined;
  const cache = await caches.open(offlineCache(base));
  const picture = pictureOf(request.url);
  const other = (await cache.keys()).find(({ url }) => pictureOf(url) === picture);
  return other && cache.match(other, { ignoreVary: true });
}

function matchIn(base: string, request: Request): Promise<Response | undefined> {
  return caches.match(request, { cacheName: offlineCache(base), ignoreSearch: true, ignoreVary: true });
}
