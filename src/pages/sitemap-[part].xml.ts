import type { APIRoute } from 'astro';
import { respondWithSitemap } from '../feeds/sitemap.ts';
import { currentEnvironment, currentLibrary } from '../library/current-library.ts';
import { sitemapPaths } from '../model/static-paths.ts';

export const getStaticPaths = async () => sitemapPaths(await currentLibrary(), currentEnvironment().now);

type Props = ReturnType<typeof sitemapPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => respondWithSitemap(props.compose());
