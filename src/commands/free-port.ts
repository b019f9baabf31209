import { createServer } from 'node:net';

/** Rejects with the error of the system if a port is in use. Astro would take another one without a word. */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, () => server.close(() => resolve()));
  });
}
