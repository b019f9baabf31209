import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { xmlSafeValue } from '../lib/plain-text.ts';
import type { SitemapUrl } from '../model/sitemap.ts';

/** Responds with a sitemap that declares only the namespaces that its entries use. There must be an entry. */
export async function respondWithSitemap(entries: readonly SitemapUrl[]): Promise<Response> {
  const image = entries.some(({ img }) => img !== undefined);
  const news = entries.some((entry) => entry.news !== undefined);
  return respond(await write(new SitemapStream({ xmlns: { news, image, xhtml: false, video: false } }), entries));
}

export async function respondWithSitemapIndex(parts: readonly { url: string; lastmod?: string }[]): Promise<Response> {
  return respond(await write(new SitemapIndexStream(), parts));
}

async function write(stream: SitemapStream | SitemapIndexStream, entries: readonly object[]): Promise<string> {
  for (const entry of entries) stream.write(xmlSafeValue(entry));
  stream.end();
  return (await streamToPromise(stream)).toString();
}

function respond(xml: string): Response {
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
