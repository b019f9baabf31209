import type { APIRoute } from 'astro';
import { currentLibrary } from '../library/current-library.ts';
import { absoluteUrl, newsSitemapPath, sitemapPath } from '../model/urls.ts';

export const GET: APIRoute = async () => {
  const { site } = await currentLibrary();
  const sitemaps = [sitemapPath, newsSitemapPath].map((path) => `Sitemap: ${absoluteUrl(path, site)}`);
  return new Response(`User-agent: *\nAllow: /\n\n${sitemaps.join('\n')}\n`);
};
