import type { APIRoute } from 'astro';
import { respondWithSitemap } from '../feeds/sitemap.ts';
import { currentLibrary } from '../library/current-library.ts';
import { readEnvironment } from '../library/environment.ts';
import { sitemapPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => sitemapPaths(await currentLibrary(), readEnvironment().now);

type Props = ReturnType<typeof sitemapPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithSitemap(props.compose().entries());
