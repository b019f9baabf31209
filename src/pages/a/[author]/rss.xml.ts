import type { APIRoute } from 'astro';
import { respondWithFeed } from '../../../layouts/feed.ts';
import { currentLibrary } from '../../../library/current.ts';
import { authorFeed } from '../../../model/feed.ts';

export const getStaticPaths = async () =>
  (await currentLibrary()).authors.map(({ id }) => ({ params: { author: id } }));

export const GET: APIRoute<never, { author: string }> = async ({ params }) =>
  respondWithFeed(authorFeed(await currentLibrary(), params.author));
