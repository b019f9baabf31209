import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digestBytes } from '../../src/lib/digest.ts';

export interface StaticServer {
  /** Without a final slash: `http://127.0.0.1:PORT`. */
  origin: string;
  close(): Promise<void>;
}

const contentTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const compressible = /^(text\/|image\/svg|application\/(json|xml|wasm))/;
const namedByContent = /^\/(_astro|_images)\//;

/** The level at which CDNs compress on the fly. Hosts that compress in advance send fewer bytes. */
const brotliQuality = 5;

/**
 * Serves an output directory like a static host: with negotiated compression, validators, clean URLs and 404.html. A
 * file may change meanwhile. `headersOf`
 * returns further headers for a page from its HTML, `headersFor` for any file from the path of the request.
 */
export async function serveDirectory(
  directory: string,
  headersOf: (html: string) => Record<string, string> = () => ({}),
  headersFor: (pathname: string) => Record<string, string> = () => ({}),
): Promise<StaticServer> {
  const compressed = new Map<string, Buffer>();

  const server = createServer((request, response) => {
    const pathname = new URL(request.url ?? '/', 'http://localhost').pathname;
    const found = findFile(directory, pathname);
    if (found.redirect !== undefined) {
      response.writeHead(301, { location: found.redirect }).end();
      return;
    }
    const type = contentTypes[path.extname(found.file)] ?? 'application/octet-stream';
    const encoding = compressible.test(type) ? chooseEncoding(request.headers['accept-encoding']) : undefined;
    const bytes = readFileSync(found.file);
    const etag = `"${digestBytes(bytes)}"`;
    if (request.headers['if-none-match'] === etag && found.status === 200) {
      response.writeHead(304, { etag, vary: 'accept-encoding' }).end();
      return;
    }
    const key = `${encoding} ${etag}`;
    const body = compressed.get(key) ?? encode(bytes, encoding);
    compressed.set(key, body);
    response.writeHead(found.status, {
      etag,
      'content-type': type,
      'content-length': body.length,
      'cache-control': namedByContent.test(pathname) ? 'public, max-age=31536000, immutable' : 'public, max-age=0',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
      ...headersFor(pathname),
      ...(path.extname(found.file) === '.html' && headersOf(readFileSync(found.file, 'utf8'))),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });

  // By default Node closes idle connections after five seconds, perhaps just when a client reuses one.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findFile(directory: string, pathname: string): { file: string; status: number; redirect?: string } {
  const file = path.join(directory, path.posix.normalize(decodePath(pathname)));
  const isDirectory = existsSync(file) && statSync(file).isDirectory();
  if (isDirectory && !pathname.endsWith('/')) return { file, status: 301, redirect: `${pathname}/` };
  const candidate = isDirectory ? path.join(file, 'index.html') : file;
  if (existsSync(candidate)) return { file: candidate, status: 200 };
  return { file: path.join(directory, '404.html'), status: 404 };
}

/** Decodes a path. A path with malformed percent-encoding leads to the 404 page. */
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '/404.html';
  }
}

function chooseEncoding(accepted = ''): 'br' | 'gzip' | undefined {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function encode(body: Buffer, encoding: 'br' | 'gzip' | undefined): Buffer {
  if (encoding === 'br') {
    return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } });
  }
  return encoding === 'gzip' ? gzipSync(body) : body;
}
