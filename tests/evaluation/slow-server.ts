import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A connection: `bytesPerSecond` in both directions of all requests together, and the time that each waits. */
export interface Connection {
  bytesPerSecond: number;
  latencyMs: number;
}

export interface SlowServer {
  origin: string;
  /** Returns the paths and the bytes of the responses since the last call. */
  takeRequests(): { path: string; bytes: number }[];
  close(): void;
}

/** Passes requests on to `origin` as over a slow connection: answers come one after the other. */
export async function serveSlowly(origin: string, connection: Connection | undefined): Promise<SlowServer> {
  let requests: { path: string; bytes: number }[] = [];
  let freeAt = 0;
  const server = createServer(async (request, response) => {
    const { 'accept-encoding': encoding = '' } = request.headers;
    const answer = await fetch(`${origin}${request.url}`, { headers: { 'accept-encoding': String(encoding) } });
    const body = Buffer.from(await answer.arrayBuffer());
    const bytes = Number(answer.headers.get('content-length') ?? body.length);
    requests.push({ path: new URL(request.url ?? '/', origin).pathname, bytes });
    response.statusCode = answer.status;
    response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/octet-stream');
    response.setHeader('cache-control', 'max-age=3600');
    if (connection) {
      const now = performance.now();
      freeAt = Math.max(freeAt, now + connection.latencyMs) + (bytes / connection.bytesPerSecond) * 1000;
      await new Promise((resolve) => setTimeout(resolve, freeAt - now));
    }
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    close: () => server.close(),
  };
}
