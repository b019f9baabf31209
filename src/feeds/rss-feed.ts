import { getRssString } from '@astrojs/rss';
import { decodeXML, escapeUTF8 } from 'entities';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { feedStylePath, hrefTo } from '../model/urls.ts';
import type { FeedDocument, FeedDocumentItem } from './feed-document.ts';
import { mediaContent, recordingContent } from './media-content.ts';
import { writeXml } from './write-xml.ts';

/** Minutes for which feed readers may cache the feed. */
const timeToLive = 30;

/**
 * Writes RSS 2.0 (https://www.rssboard.org/rss-specification) with the full text of each item, and with elements of
 * Atom, Dublin Core and Media RSS.
 */
export async function writeRss(feed: FeedDocument): Promise<string> {
  const { logo } = feed.site;
  const rss = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.link,
    stylesheet: hrefTo(feedStylePath, feed.site),
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: customData([
      x('language', feed.language),
      ...(feed.updated === undefined ? [] : [x('lastBuildDate', new Date(feed.updated).toUTCString())]),
      x('ttl', String(timeToLive)),
      x('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
      ...(feed.hub === undefined ? [] : [x('atom:link', { href: feed.hub, rel: 'hub' })]),
      ...(logo === undefined ? [] : [x('image', [x('url', logo), x('title', feed.title), x('link', feed.link)])]),
    ]),
    items: feed.items.map(toRssItem),
  });
  return rss.replaceAll(textMark, '');
}

/**
 * Writes authors as `dc:creator`, because the `author` of RSS is an e-mail address, and the time of an edit as
 * `atom:updated`, because many readers show an item again when its `pubDate` changes.
 */
function toRssItem(item: FeedDocumentItem) {
  const { lead, recording } = item;
  return {
    title: item.title,
    link: item.link,
    pubDate: new Date(item.published),
    description: toHtml(item.summary),
    categories: item.categories,
    content: item.html,
    ...enclosureOf(item),
    customData: customData([
      x('guid', { isPermaLink: 'false' }, item.id),
      ...(item.updated === undefined ? [] : [x('atom:updated', item.updated)]),
      ...item.authors.map(({ name }) => x('dc:creator', name)),
      ...(item.editors ?? []).map(({ name }) => x('dc:contributor', name)),
      ...(recording ? [recordingContent(recording)] : []),
      ...(lead ? [mediaContent(lead)] : []),
    ]),
  };
}

/**
 * Returns the only enclosure that readers expect of an item: the recording, which programs for listening play, or the
 * lead image. RSS requires a length; 0 stands for one that nobody knows.
 */
function enclosureOf({ lead, recording }: FeedDocumentItem) {
  if (recording) {
    const { url, mediaType, bytes = 0 } = recording;
    return { enclosure: { url, length: bytes, type: mediaType } };
  }
  return lead && { enclosure: { url: lead.url, length: lead.length ?? 0, type: lead.type } };
}

/**
 * Writes a text as HTML, which the `description` of an item is
 * (https://www.rssboard.org/rss-profile#element-channel-item-description). Quotation marks stay, since browsers that
 * show the feed itself show its references as they are.
 */
function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * `@astrojs/rss` 4.0 takes further elements only as XML, which it parses with fast-xml-parser. The parser turns a
 * string such as «0012» into a number, and `@astrojs/rss` has no option to prevent that. A noncharacter before each
 * string prevents it; `writeRss` removes the noncharacters from the finished feed.
 */
const textMark = '\ufdd0';

/**
 * Serializes elements with XML's five named references, because fast-xml-parser does not decode numeric ones such as
 * `&#x26;`.
 */
function customData(elements: readonly Element[]): string {
  return writeXml(elements.map(markTexts)).replace(/&#x\w+;/g, (reference) => escapeUTF8(decodeXML(reference)));
}

function markTexts(element: Element): Element {
  return {
    ...element,
    children: element.children.map((child) => {
      if (child.type === 'element') return markTexts(child);
      return child.type === 'text' ? { ...child, value: textMark + child.value } : child;
    }),
  };
}
