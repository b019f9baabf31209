import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { xmlSafeValue } from '../lib/plain-text.ts';
import type { SitemapUrl } from '../model/sitemap.ts';

/** Responds with a sitemap that declares only the namespaces that its entries use. */
export async function respondWithSitemap(entries: readonly SitemapUrl[]): Promise<Response> {
  if (entries.length === 0) return respond(emptySitemap());
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

/**
 * Writes a sitemap without entries. The package `sitemap` throws in this case, but a news sitemap without news is
 * valid.
 */
function emptySitemap(): string {
  return toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }),
  ]);
}

function respond(xml: string): Response {
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
