import { isKeyOf, refreshKey } from './storage-keys.ts';

/** The cache with the pages that were saved and what they need. */
export const offlineCache = (base: string): string => `warraq-offline${base}/`;

/** Reads from the storage; null also where the browser allows none. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
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

/** Removes the service worker and what it answers from. */
export async function removeOfflineCopies(base: string): Promise<void> {
  storeList(refreshKey(base), []);
  const registration = await navigator.serviceWorker?.getRegistration(`${base}/`);
  if (registration && new URL(registration.scope).pathname === `${base}/`) await registration.unregister();
  if ('caches' in globalThis) await caches.delete(offlineCache(base));
}
