import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { DomUtils, parseDocument } from 'htmlparser2';
import RssParser from 'rss-parser';
import type { FeedFormat } from '../../src/model/urls.ts';

/** An item of a feed as a parser understood it, whatever the format. */
export interface ReadItem {
  id: string | undefined;
  title: string | undefined;
  link: string | undefined;
  /** `published` and `updated` are ISO instants. */
  published: string | undefined;
  updated: string | undefined;
  authors: (string | undefined)[];
  categories: (string | undefined)[];
  summary: string | undefined;
  html: string | undefined;
  image: { url: string | undefined; length: number | undefined; type: string | undefined } | undefined;
}

export interface ReadFeed {
  title: string | undefined;
  language: string | undefined;
  self: string | undefined;
  hub: string | undefined;
  items: ReadItem[];
}

/** Reads a feed with feedsmith. Throws if the feed is malformed or has another format. */
export function readFeed(text: string, format: FeedFormat): ReadFeed {
  if (format === 'json') return readJson(text);
  new XMLParser().parse(text, true);
  return format === 'rss' ? readRss(text) : readAtom(text);
}

/** Reads a feed with rss-parser, which resembles many older feed readers. */
export async function readWithRssParser(text: string) {
  const feed = await new RssParser().parseString(text);
  return feed.items.map(({ guid, id, title, link, isoDate, content, 'content:encoded': encoded }) => ({
    id: guid ?? id,
    title,
    link,
    published: isoDate,
    html: encoded ?? content,
  }));
}

function readRss(text: string): ReadFeed {
  const feed = parseRssFeed(text);
  const linkOf = (rel: string) => feed.atom?.links?.find((link) => link.rel === rel)?.href;
  return {
    title: feed.title,
    language: feed.language,
    self: linkOf('self'),
    hub: linkOf('hub'),
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: instant(item.pubDate),
      updated: instant(item.atom?.updated),
      authors: item.dc?.creators ?? [],
      categories: (item.categories ?? []).map(({ name }) => name),
      summary: item.description && DomUtils.textContent(parseDocument(item.description)),
      html: item.content?.encoded,
      image: imageOf(item.enclosures?.[0]),
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const feed = parseAtomFeed(text);
  const linkOf = (rel: string) => feed.links?.find((link) => link.rel === rel)?.href;
  return {
    title: feed.title?.value,
    language: /xml:lang="([^"]+)"/.exec(text)?.[1],
    self: linkOf('self'),
    hub: linkOf('hub'),
    items: (feed.entries ?? []).map((entry) => {
      const enclosure = entry.links?.find(({ rel }) => rel === 'enclosure');
      const updated = instant(entry.updated);
      const published = instant(entry.published);
      return {
        id: entry.id,
        title: entry.title?.value,
        link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        published,
        updated: updated === published ? undefined : updated,
        authors: (entry.authors ?? []).map(({ name }) => name),
        categories: (entry.categories ?? []).map(({ term }) => term),
        summary: entry.summary?.value,
        html: entry.content?.value,
        image: enclosure && imageOf({ url: enclosure.href, length: enclosure.length, type: enclosure.type }),
      };
    }),
  };
}

function readJson(text: string): ReadFeed {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    language: feed.language,
    self: feed.feed_url,
    hub: feed.hubs?.[0]?.url,
    items: (feed.items ?? []).map((item) => {
      const [attachment] = item.attachments ?? [];
      return {
        id: item.id,
        title: item.title,
        link: item.url,
        published: instant(item.date_published),
        updated: instant(item.date_modified),
        authors: (item.authors ?? []).map(({ name }) => name),
        categories: item.tags ?? [],
        summary: item.summary,
        html: item.content_html,
        image:
          attachment && imageOf({ url: attachment.url, length: attachment.size_in_bytes, type: attachment.mime_type }),
      };
    }),
  };
}

interface Enclosure {
  url?: string | undefined;
  length?: number | undefined;
  type?: string | undefined;
}

function imageOf(enclosure: Enclosure | undefined): ReadItem['image'] {
  return enclosure && { url: enclosure.url, length: enclosure.length, type: enclosure.type };
}

function instant(date: string | Date | undefined): string | undefined {
  return date === undefined ? undefined : new Date(date).toISOString();
}
