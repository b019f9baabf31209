import type { Element } from 'xast';
import { x } from 'xastscript';
import type { FeedDocumentItem } from './feed-document.ts';

/** The lead image in Media RSS (https://www.rssboard.org/media-rss): some readers look for it in no other element. */
export function mediaContent(lead: NonNullable<FeedDocumentItem['lead']>): Element {
  const { url, type, width, height, length, alt, credit } = lead;
  return x('media:content', { url, medium: 'image', type, width, height, fileSize: length }, [
    ...(alt === '' ? [] : [x('media:description', { type: 'plain' }, alt)]),
    ...(credit === undefined ? [] : [x('media:credit', { role: 'author' }, credit)]),
  ]);
}
