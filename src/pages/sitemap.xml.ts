import type { APIRoute } from 'astro';
import { SitemapStream, streamToPromise } from 'sitemap';
import { currentLibrary } from '../library/current.ts';
import { sitemapEntries } from '../model/sitemap.ts';

export const GET: APIRoute = async () => {
  const stream = new SitemapStream({ xmlns: { news: false, xhtml: false, image: false, video: false } });
  for (const entry of sitemapEntries(await currentLibrary())) stream.write(entry);
  stream.end();
  return new Response((await streamToPromise(stream)).toString(), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
