import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { basePathOf, pathWithin } from '../../lib/base-path.ts';
import { isServicePath, originalOf } from '../../lib/image-services.ts';
import { imageUrl } from '../../lib/paths.ts';
import { answerFirst } from './base-redirect.ts';

/** The site that a preview shows. */
interface PreviewedSite {
  /** The address that it was built for. */
  url: string;
  outputDirectory: string;
}

/**
 * Makes the server of a preview show pictures whole where a service would make their sizes: none answers on this machine,
 * and imgproxy cannot fetch what is not published yet.
 */
export function showOriginals(server: Server, site: PreviewedSite): void {
  answerFirst(
    server,
    (request, response) => redirectToOriginal(request, response) || sendPage(request, response, site),
  );
}

function redirectToOriginal({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const original = isServicePath(url) ? originalOf(url) : undefined;
  if (original !== undefined) response.writeHead(302, { location: original }).end();
  return original !== undefined;
}

/** Sends a page that names addresses of imgproxy, with the originals in their place. */
function sendPage({ url = '' }: IncomingMessage, response: ServerResponse, site: PreviewedSite): boolean {
  const file = pageFile(url, site);
  if (file === undefined) return false;
  const written = readFileSync(file, 'utf8');
  const html = withOriginals(written, site.url);
  if (html === written) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  return true;
}

function pageFile(url: string, { url: siteUrl, outputDirectory }: PreviewedSite): string | undefined {
  const asked = pathWithin(new URL(url, siteUrl).pathname, siteUrl);
  if (asked === undefined || !/(?:\/|\.html)$/.test(asked)) return undefined;
  const file = path.join(outputDirectory, asked.endsWith('/') ? `${asked}index.html` : asked);
  const isInside = file.startsWith(`${outputDirectory}${path.sep}`);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Puts the originals of a site in the place of the addresses at which imgproxy makes sizes of them. */
export function withOriginals(html: string, siteUrl: string): string {
  const original = `${RegExp.escape(siteUrl)}(${RegExp.escape(imageUrl(''))}[\\w-]+\\.\\w+)`;
  const address = new RegExp(`https?://[^\\s"',]+?/q:\\d+/plain/${original}(?:@\\w+)?`, 'g');
  return html.replace(address, (_, name: string) => encodeURI(basePathOf(siteUrl)) + name);
}
