import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts listening and resolves to the origin, such as `http://127.0.0.1:8360`. Port 0 picks a free one. */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`));
  });
}
