import type { APIRoute } from 'astro';
import { respondWithSitemapIndex } from '../feeds/sitemap.ts';
import { currentLibrary } from '../library/current-library.ts';
import { sitemapIndex } from '../model/sitemap.ts';

export const GET: APIRoute = async () => respondWithSitemapIndex(sitemapIndex(await currentLibrary()));
