import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface BreakableConnection {
  /** The origin of the server as it is reached through this connection. */
  origin: string;
  /** Breaks the connection, as in a tunnel: open requests end, and new ones reach nobody. */
  cut(): void;
  restore(): void;
  /** The bytes that have come from the server, with those of the service worker and of what is read again. */
  received(): number;
  /** Leads to another server from now on, as if the site had been published anew. */
  leadTo(target: string): void;
  close(): Promise<void>;
}

/** Opens another origin for a server, whose connection can be cut. Browsers do not cut the requests of a service worker. */
export async function breakableConnection(target: string): Promise<BreakableConnection> {
  let targetPort = new URL(target).port;
  const sockets = new Set<Socket>();
  let isCut = false;
  let received = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // A cut connection is an error to each of its ends.
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    if (isCut) return socket.destroy();
    const upstream = keep(connect(Number(targetPort), '127.0.0.1'));
    upstream.on('data', ({ length }) => {
      received += length;
    });
    return socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      endAll();
    },
    restore() {
      isCut = false;
    },
    received: () => received,
    leadTo(other) {
      targetPort = new URL(other).port;
      endAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
  };
}
