import mdxRenderer from '@astrojs/mdx/server.js';
import rss from '@astrojs/rss';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { mdxComponents } from '../components/mdx/components.ts';
import { escapeMarkup, xmlSafe } from '../lib/plain-text.ts';
import { toFeedHtml } from '../markdown/feed-html.ts';
import type { Feed, FeedItem } from '../model/feed.ts';
import { loadBody } from './body.ts';

/** The feed as RSS 2.0 with the full text of each item, the same bytes for the same content. */
export async function respondWithFeed(feed: Feed): Promise<Response> {
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: '@astrojs/mdx', renderer: mdxRenderer });
  const items = await Promise.all(feed.items.map((item) => toRssItem(item, container)));
  return rss({
    title: xmlSafe(feed.title),
    description: xmlSafe(feed.description),
    site: feed.link,
    items,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      '<language>ar</language>',
      `<atom:link href="${feed.self}" rel="self" type="application/rss+xml"/>`,
      feed.updated === undefined ? '' : `<lastBuildDate>${new Date(feed.updated).toUTCString()}</lastBuildDate>`,
    ].join(''),
  });
}

async function toRssItem(item: FeedItem, container: AstroContainer) {
  const body = await loadBody(item.body);
  const html =
    'html' in body ? body.html : await container.renderToString(body.Content, { props: { components: mdxComponents } });
  const lead = item.lead
    ? `<p><img src="${item.lead.src}" alt="${escapeMarkup(item.lead.alt)}" width="${item.lead.width}" height="${item.lead.height}"></p>`
    : '';
  return {
    title: xmlSafe(item.title),
    link: item.link,
    pubDate: new Date(item.published),
    description: xmlSafe(item.summary),
    categories: item.categories.map(xmlSafe),
    content: xmlSafe(`<div lang="ar" dir="rtl">${toFeedHtml(lead + html, item.link)}</div>`),
    customData: [
      ...item.authors.map((author) => `<dc:creator>${escapeMarkup(xmlSafe(author))}</dc:creator>`),
      ...(item.updated === undefined ? [] : [`<atom:updated>${item.updated}</atom:updated>`]),
    ].join(''),
  };
}
