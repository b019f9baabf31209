import type { Element } from 'xast';
import { x } from 'xastscript';
import type { FeedDocumentItem } from './feed-document.ts';

/**
 * Describes the lead image in Media RSS (https://www.rssboard.org/media-rss), because some feed readers read images
 * from no other element.
 */
export function mediaContent(lead: NonNullable<FeedDocumentItem['lead']>): Element {
  const { url, type, width, height, length, alt, credit } = lead;
  return x('media:content', { url, medium: 'image', type, width, height, fileSize: length }, [
    ...(alt === '' ? [] : [x('media:description', { type: 'plain' }, alt)]),
    ...(credit === undefined ? [] : [x('media:credit', { role: 'author' }, credit)]),
  ]);
}
