import type { APIRoute } from 'astro';
import { respondWithSitemap } from '../layouts/sitemap.ts';
import { currentLibrary } from '../library/current.ts';
import { readEnvironment } from '../library/environment.ts';
import { sitemapPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => sitemapPaths(await currentLibrary(), readEnvironment().now);

type Props = ReturnType<typeof sitemapPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithSitemap(props.compose().entries());
