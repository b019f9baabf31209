import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { mdxComponents } from '../components/mdx/components.ts';
import { loadBody } from '../layouts/body.ts';
import { escapeMarkup, xmlSafeValue } from '../lib/plain-text.ts';
import { currentImage } from '../library/current-library.ts';
import { toFeedHtml } from '../markdown/feed-html.ts';
import type { Feed, FeedItem, FeedPicture } from '../model/feed.ts';
import { strings } from '../strings/interface.ts';

/** A feed with the text of its items. No text in it holds what XML forbids. */
export interface FeedDocument extends Omit<Feed, 'items'> {
  items: FeedDocumentItem[];
}

export interface FeedDocumentItem extends Omit<FeedItem, 'body' | 'lead'> {
  /** The whole article as HTML that stands by itself, wherever it is shown. */
  html: string;
  /** `length` in bytes. */
  lead?: FeedPicture & { length: number };
}

export async function renderFeed(feed: Feed): Promise<FeedDocument> {
  return xmlSafeValue({ ...feed, items: await Promise.all(feed.items.map(renderItem)) });
}

async function renderItem({ body, lead, ...item }: FeedItem): Promise<FeedDocumentItem> {
  const length = lead && (await currentImage(lead.file))?.bytes.length;
  const before = [lead ? figure(lead) : '', byline(item)].join('');
  const text = await articleHtml(body, item.link);
  return {
    ...item,
    html: `<div lang="ar" dir="rtl">${before}${text}</div>`,
    ...(lead && length !== undefined && { lead: { ...lead, length } }),
  };
}

function figure({ url, alt, width, height, caption, credit }: FeedPicture): string {
  const image = `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" width="${width}" height="${height}">`;
  const words = [caption, credit].filter((text) => text !== undefined).map(escapeMarkup);
  return `<figure>${image}${words.length > 0 ? `<figcaption>${words.join(' – ')}</figcaption>` : ''}</figure>`;
}

function byline({ reporters, dateline }: Pick<FeedItem, 'reporters' | 'dateline'>): string {
  const text = strings.article.byline(reporters, dateline);
  return text === '' ? '' : `<p>${escapeMarkup(text)}</p>`;
}

/** Feeds share most of their items: the last ones are kept, as many as a few feeds hold. */
const kept = new Map<string, Promise<string>>();
const keptItems = 400;

function articleHtml(body: FeedItem['body'], link: string): Promise<string> {
  const key = [body.digest, body.file, link].join('\n');
  const html = kept.get(key) ?? renderArticle(body, link);
  kept.delete(key);
  kept.set(key, html);
  const [oldest] = kept.keys();
  if (kept.size > keptItems && oldest !== undefined) kept.delete(oldest);
  return html;
}

async function renderArticle(source: FeedItem['body'], link: string): Promise<string> {
  const body = await loadBody(source);
  if ('html' in body) return toFeedHtml(body.html, link);
  const container = await mdxContainer();
  return toFeedHtml(await container.renderToString(body.Content, { props: { components: mdxComponents } }), link);
}

let mdxRendering: Promise<AstroContainer> | undefined;

function mdxContainer(): Promise<AstroContainer> {
  mdxRendering ??= AstroContainer.create().then((container) => {
    container.addServerRenderer({ name: '@astrojs/mdx', renderer: mdxRenderer });
    return container;
  });
  return mdxRendering;
}
