import { offlineCache } from '../../lib/offline-cache.ts';
import { isKeyOf, refreshKey } from './storage-keys.ts';

/** Reads from the storage; null also where the browser allows none. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Reads a list from the text in the storage: those of its members that are what they should be, none if it is no list. */
export function parseStored<Member>(stored: string | null, isMember: (value: unknown) => boolean): Member[] {
  try {
    const read: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(read) ? read.filter(isMember) : [];
  } catch {
    return [];
  }
}

/** Whether a value belongs to a page, as saved articles and reading places do. */
export function hasPath(value: unknown): boolean {
  return typeof (value as { path?: unknown } | null)?.path === 'string';
}

export function storeNumber(key: string, number: number): void {
  try {
    localStorage.setItem(key, String(number));
  } catch {
    // Without storage there is no list either.
  }
}

/** Stores a list, or removes it if it is empty. Returns whether the browser allowed it. */
export function storeList(key: string, list: readonly unknown[]): boolean {
  try {
    if (list.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

/**
 * Does what changes the list and the copies, one after the other in all tabs: a refresh must not bring back what the
 * reader deletes meanwhile. Without locks, on sites without HTTPS, there are no copies either.
 */
export function exclusively<Result>(base: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request(offlineCache(base), work) : work();
}

/**
 * Deletes everything that the site has stored on the device, its preferences and unsent comments included. Returns false
 * where the browser lets no site store anything.
 */
export async function forgetEverything(base: string): Promise<boolean> {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) if (isKeyOf(base, key)) storage.removeItem(key);
    }
    await exclusively(base, () => removeOfflineCopies(base));
  } catch {
    return false;
  }
  // The scripts that show what is stored show it anew, as after a change in another tab.
  dispatchEvent(new StorageEvent('storage'));
  return true;
}

/** Returns the worker of the site itself; a worker of another site may answer for an address above it. */
export async function findWorker(base: string): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration(`${base}/`);
  return registration && new URL(registration.scope).pathname === `${base}/` ? registration : undefined;
}

/** Removes the service worker and what it answers from. */
export async function removeOfflineCopies(base: string): Promise<void> {
  storeList(refreshKey(base), []);
  await (await findWorker(base))?.unregister();
  if ('caches' in globalThis) await caches.delete(offlineCache(base));
}
