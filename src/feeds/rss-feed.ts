import { getRssString } from '@astrojs/rss';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { feedStylePath } from '../model/urls.ts';
import type { FeedDocument, FeedDocumentItem } from './feed-document.ts';
import { mediaContent } from './media-content.ts';

/** Minutes after which readers may ask again. */
const timeToLive = 30;

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with full text, Dublin Core, Media RSS and what it lacks of Atom. */
export async function writeRss(feed: FeedDocument): Promise<string> {
  const { logo } = feed.site;
  const rss = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.link,
    stylesheet: feedStylePath,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: customData([
      x('language', text(feed.language)),
      ...(feed.updated === undefined ? [] : [x('lastBuildDate', text(new Date(feed.updated).toUTCString()))]),
      x('ttl', text(String(timeToLive))),
      x('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
      ...(feed.hub === undefined ? [] : [x('atom:link', { href: feed.hub, rel: 'hub' })]),
      ...(logo === undefined
        ? []
        : [x('image', [x('url', text(logo)), x('title', text(feed.title)), x('link', text(feed.link))])]),
    ]),
    items: feed.items.map(toRssItem),
  });
  return rss.replaceAll(textMark, '');
}

/** `dc:creator` and not `author`, which is an e-mail address; `atom:updated`, so that no edit needs a new `pubDate`. */
function toRssItem({
  id,
  title,
  link,
  published,
  updated,
  authors,
  categories,
  summary,
  html,
  lead,
}: FeedDocumentItem) {
  return {
    title,
    link,
    pubDate: new Date(published),
    description: summary,
    categories,
    content: html,
    ...(lead && { enclosure: { url: lead.url, length: lead.length, type: lead.type } }),
    customData: customData([
      x('guid', { isPermaLink: 'false' }, text(id)),
      ...(updated === undefined ? [] : [x('atom:updated', text(updated))]),
      ...authors.map(({ name }) => x('dc:creator', text(name))),
      ...(lead ? [mediaContent(lead, text)] : []),
    ]),
  };
}

/**
 * `@astrojs/rss` 4.0 parses `customData` with fast-xml-parser, which makes numbers of texts such as «0012» and knows no
 * numeric references. A noncharacter before each text keeps it a text, until the feed is written.
 */
const textMark = '\ufdd0';

function text(value: string): string {
  return textMark + value;
}

const references: Readonly<Record<string, string>> = { 22: '&quot;', 26: '&amp;', '3C': '&lt;', '3E': '&gt;' };

function customData(elements: Element[]): string {
  return toXml(elements).replace(/&#x(\w+);/g, (reference, code: string) => references[code] ?? reference);
}
