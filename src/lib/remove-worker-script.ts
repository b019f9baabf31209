import { offlineCachePrefix } from './offline-cache.ts';

/**
 * The source of a service worker in the place of one that readers have from before: it deletes the copies of saved pages
 * and unregisters itself.
 */
export const removeWorkerScript = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const remove = async () => {
    await caches.delete('${offlineCachePrefix}' + new URL(registration.scope).pathname);
    await registration.unregister();
  };
  event.waitUntil(remove());
});
`;
