/**
 * The source of a service worker in the place of one that readers have from before: it deletes the copies of saved pages
 * and unregisters itself. The name of the cache is that of `client/reader/kept-things.ts`.
 */
export const removeWorkerScript = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const remove = async () => {
    await caches.delete('warraq-offline' + new URL(registration.scope).pathname);
    await registration.unregister();
  };
  event.waitUntil(remove());
});
`;
