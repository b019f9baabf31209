import type { APIRoute } from 'astro';
import { currentLibrary } from '../library/current-library.ts';
import { absoluteUrl, newsSitemapPath, sitemapPath } from '../model/urls.ts';

export const GET: APIRoute = async () => {
  const { site } = await currentLibrary();
  // Also a site that must not be indexed lets crawlers in: they would not see the `noindex` of a page that they must not
  // read. https://developers.google.com/search/docs/crawling-indexing/block-indexing
  const sitemaps = site.indexed ? [sitemapPath, newsSitemapPath] : [];
  const lines = sitemaps.map((path) => `Sitemap: ${absoluteUrl(path, site)}\n`);
  const rules = 'User-agent: *\nAllow: /\n';
  return new Response(lines.length === 0 ? rules : `${rules}\n${lines.join('')}`);
};
