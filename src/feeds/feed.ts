import type { Feed } from '../model/feed.ts';
import { type FeedFormat, feedTypes } from '../model/urls.ts';
import { writeAtom } from './atom-feed.ts';
import { type FeedDocument, renderFeed } from './feed-document.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRss } from './rss-feed.ts';

const writers: Record<FeedFormat, (feed: FeedDocument) => string | Promise<string>> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
};

/** Responds with the feed and the full text of each item. The same content always results in the same bytes. */
export async function respondWithFeed(feed: Feed, format: FeedFormat): Promise<Response> {
  return respondWithDocument(await renderFeed(feed), format);
}

/** Responds with a feed whose items have their HTML. */
export async function respondWithDocument(document: FeedDocument, format: FeedFormat): Promise<Response> {
  const text = await writers[format](document);
  return new Response(text, { headers: { 'content-type': `${feedTypes[format]}; charset=utf-8` } });
}
