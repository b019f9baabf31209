import type { Element } from 'xast';
import { x } from 'xastscript';
import type { ShownRecording } from '../model/recording.ts';
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

/** Describes the recording of an article in the same way. */
export function recordingContent({ url, mediaType, bytes, duration, reader }: ShownRecording): Element {
  return x('media:content', { url, medium: 'audio', type: mediaType, fileSize: bytes, duration }, [
    ...(reader === undefined ? [] : [x('media:credit', { role: 'narrator' }, reader)]),
  ]);
}
