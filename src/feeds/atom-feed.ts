import { x } from 'xastscript';
import type { FeedPerson } from '../model/feed.ts';
import { feedStylePath, hrefTo } from '../model/urls.ts';
import type { FeedDocument, FeedDocumentItem } from './feed-document.ts';
import { mediaContent, recordingContent } from './media-content.ts';
import { writeXml } from './write-xml.ts';

/** `updated` of a feed without items, because Atom requires the element. */
const updatedWithoutItems = '1970-01-01T00:00:00.000Z';

/** Writes Atom 1.0 (RFC 4287). */
export function writeAtom(feed: FeedDocument): string {
  const namespaces = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xml:lang': feed.language,
  };
  return writeXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    {
      type: 'instruction',
      name: 'xml-stylesheet',
      value: `type="text/css" href="${hrefTo(feedStylePath, feed.site)}"`,
    },
    x('feed', namespaces, [
      x('id', feed.self),
      x('title', feed.title),
      x('subtitle', feed.description),
      x('updated', feed.updated ?? updatedWithoutItems),
      x('link', { rel: 'alternate', type: 'text/html', href: feed.link }),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      ...(feed.hub === undefined ? [] : [x('link', { rel: 'hub', href: feed.hub })]),
      ...(feed.site.logo === undefined ? [] : [x('logo', feed.site.logo)]),
      x('author', [x('name', feed.site.title), x('uri', feed.site.url)]),
      ...feed.items.map(toEntry),
    ]),
  ]);
}

function describe({ name, url }: FeedPerson) {
  return [x('name', name), ...(url === undefined ? [] : [x('uri', url)])];
}

function toEntry(item: FeedDocumentItem) {
  const { lead, recording } = item;
  return x('entry', [
    x('id', item.id),
    x('title', item.title),
    x('link', { rel: 'alternate', type: 'text/html', href: item.link }),
    x('published', item.published),
    x('updated', item.updated ?? item.published),
    ...item.authors.map((author) => x('author', describe(author))),
    ...(item.editors ?? []).map((editor) => x('contributor', describe(editor))),
    ...item.categories.map((term) => x('category', { term })),
    x('summary', item.summary),
    ...(recording ? [enclosure(recording.url, recording.mediaType, recording.bytes)] : []),
    ...(lead ? [enclosure(lead.url, lead.type, lead.length)] : []),
    x('content', { type: 'html' }, item.html),
    ...(recording ? [recordingContent(recording)] : []),
    ...(lead ? [mediaContent(lead)] : []),
  ]);
}

function enclosure(href: string, type: string, length: number | undefined) {
  return x('link', { rel: 'enclosure', type, length, href });
}
