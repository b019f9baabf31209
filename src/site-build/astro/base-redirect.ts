import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import { encodePath } from '../../model/urls.ts';

/**
 * Returns where the root of the host leads, and the base path without its slash: to the front page of the site below
 * the base path, as a visitor of the local server means it; undefined for all other requests.
 */
export function frontPageInstead(url: string, base: string): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  const encoded = encodePath(base);
  return base !== '' && ['/', '/index.html', encoded].includes(path) ? `${encoded}/` : undefined;
}

/** Makes a server redirect from the root of the host to the front page; Astro's own answer is an error in English. */
export function redirectToFrontPage(server: Server, base: string): void {
  if (base !== '') answerFirst(server, (request, response) => isRedirected(request, response, base));
}

/** Asks `answer` for each request before the server's own listeners; it returns whether it has answered. */
export function answerFirst(
  server: Server,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean,
): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!answer(request, response)) for (const listener of listeners) listener.call(server, request, response);
  });
}

/**
 * Does the same in `dev`, after Astro has put its handlers in. Astro compares the encoded base path with decoded paths,
 * and so never finds a site below a path in Arabic: for such a path, this takes the place of its handler.
 */
export function serveBelowBase({ middlewares }: ViteDevServer, base: string): void {
  if (base === '') return;
  const encoded = encodePath(base);
  const ofAstro = middlewares.stack.find(({ handle }) => (handle as { name?: string }).name === 'devBaseMiddleware');
  if (ofAstro !== undefined && encoded !== base)
    ofAstro.handle = (request: IncomingMessage, _response: ServerResponse, next: () => void) => {
      if (request.url?.startsWith(`${encoded}/`)) request.url = request.url.slice(encoded.length);
      next();
    };
  middlewares.stack.unshift({
    route: '',
    handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!isRedirected(request, response, base)) next();
    },
  });
}

function isRedirected({ url = '' }: IncomingMessage, response: ServerResponse, base: string): boolean {
  const location = frontPageInstead(url, base);
  if (location !== undefined) response.writeHead(302, { location }).end();
  return location !== undefined;
}
