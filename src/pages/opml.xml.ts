import type { APIRoute } from 'astro';
import { writeOpml } from '../feeds/opml.ts';
import { currentLibrary } from '../library/current-library.ts';
import { listFeeds } from '../model/feed-list.ts';
import { strings } from '../strings/interface.ts';

export const GET: APIRoute = async () => {
  const library = await currentLibrary();
  const opml = writeOpml(library.site.title, listFeeds(library, strings.corrections.title));
  return new Response(opml, { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
};
