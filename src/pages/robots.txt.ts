import type { APIRoute } from 'astro';
import { currentLibrary } from '../library/current.ts';
import { absoluteUrl, sitemapPath } from '../model/urls.ts';

export const GET: APIRoute = async () => {
  const { site } = await currentLibrary();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(sitemapPath, site)}\n`);
};
