import type { Element } from 'xast';
import { x } from 'xastscript';
import type { FeedDocumentItem } from './feed-document.ts';

/** The lead image in Media RSS (https://www.rssboard.org/media-rss), the only place where some readers look for it. */
export function mediaContent(
  { url, type, width, height, length, alt, credit }: NonNullable<FeedDocumentItem['lead']>,
  text = (value: string): string => value,
): Element {
  return x('media:content', { url, medium: 'image', type, width, height, fileSize: length }, [
    ...(alt === '' ? [] : [x('media:description', { type: 'plain' }, text(alt))]),
    ...(credit === undefined ? [] : [x('media:credit', { role: 'author' }, text(credit))]),
  ]);
}
