import type { APIRoute } from 'astro';
import { respondWithFeed } from '../layouts/feed.ts';
import { currentLibrary } from '../library/current.ts';
import { siteFeed } from '../model/feed.ts';

export const GET: APIRoute = async () => respondWithFeed(siteFeed(await currentLibrary()));
