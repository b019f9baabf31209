import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../../layouts/feed.ts';
import { currentLibrary } from '../../../library/current.ts';
import { categoryFeed } from '../../../model/feed.ts';

export const getStaticPaths = async () =>
  (await currentLibrary()).categories.map(({ id }) => ({ params: { category: id } }));

export const GET: APIRoute<never, { category: string }> = async ({ params }) =>
  respondWithFeed(categoryFeed(await currentLibrary(), params.category));
