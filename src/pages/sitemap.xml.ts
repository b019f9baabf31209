import type { APIRoute } from 'astro';
import { respondWithSitemapIndex } from '../layouts/sitemap.ts';
import { currentLibrary } from '../library/current.ts';
import { sitemapIndex } from '../model/sitemap.ts';

export const GET: APIRoute = async () => respondWithSitemapIndex(sitemapIndex(await currentLibrary()));
