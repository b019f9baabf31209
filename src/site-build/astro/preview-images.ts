import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { isWithinSite, pathWithin } from '../../lib/base-path.ts';
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
 * Makes the server of a preview show pictures whole where a service would make their sizes: none answers on this
 * machine, and imgproxy cannot fetch what is not published yet.
 */
export function answerWithOriginals(server: Server, site: PreviewedSite): void {
  answerFirst(
    server,
    (request, response) => redirectToOriginal(request, response) || sendPage(request, response, site),
  );
}

function redirectToOriginal({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const original = isServicePath(url) ? originalOf(url) : undefined;
  if (original === undefined) return false;
  // A header has no other signs than these.
  const location = original.replace(/[^!-~]+/g, encodeURIComponent);
  response.writeHead(302, { location }).end();
  return true;
}

/** Sends a page that names addresses of imgproxy, with the originals in their place. */
function sendPage({ url = '' }: IncomingMessage, response: ServerResponse, site: PreviewedSite): boolean {
  const file = pageFile(url, site);
  const written = file === undefined ? undefined : readPage(file);
  if (written === undefined) return false;
  const html = replaceSizes(written, site.url);
  if (html === written) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  return true;
}

function pageFile(url: string, { url: siteUrl, outputDirectory }: PreviewedSite): string | undefined {
  // The path of a request may begin with `//`, which is no host.
  const address = URL.parse(new URL(siteUrl).origin + url);
  const asked = address ? pathWithin(address.pathname, siteUrl) : undefined;
  if (asked === undefined || !/(?:\/|\.html)$/.test(asked)) return undefined;
  const file = path.join(outputDirectory, asked.endsWith('/') ? `${asked}index.html` : asked);
  return file.startsWith(`${outputDirectory}${path.sep}`) ? file : undefined;
}

/** Returns undefined if no file can have this name, too. */
function readPage(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Puts the originals of a site in the place of the addresses at which imgproxy makes sizes of them. */
function replaceSizes(html: string, siteUrl: string): string {
  return html.replace(/https?:\/\/[^\s"',]+\/q:\d+\/plain\/[^\s"',]+/g, (address) => {
    const original = URL.parse(originalOf(address) ?? '');
    const isOwn = original && isWithinSite(original, siteUrl);
    return isOwn && pathWithin(original.pathname, siteUrl)?.startsWith(imageUrl('')) ? original.pathname : address;
  });
}
