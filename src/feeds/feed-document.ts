import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { mdxComponents } from '../components/mdx/components.ts';
import { loadBody } from '../layouts/load-body.ts';
import { splitAtIsolates } from '../lib/arabic/bidi.ts';
import { escapeMarkup, xmlSafeValue } from '../lib/plain-text.ts';
import { currentImage } from '../library/current-library.ts';
import { toFeedHtml } from '../markdown/feed-html.ts';
import { bodyLabels } from '../markdown/labels.ts';
import type { Feed, FeedItem, FeedPicture } from '../model/feed.ts';
import { strings } from '../strings/interface.ts';
import { siteLabels } from '../strings/site-labels.ts';

/** A feed whose items have their rendered HTML. All its strings are free of characters that XML forbids. */
export interface FeedDocument extends Omit<Feed, 'items'> {
  items: FeedDocumentItem[];
}

export interface FeedDocumentItem extends Omit<FeedItem, 'body' | 'lead'> {
  /** The whole article as HTML, with absolute URLs and without need for a style sheet or a script of the site. */
  html: string;
  /** `length` is the size of the file in bytes. */
  lead?: FeedPicture & { length: number };
}

export async function renderFeed(feed: Feed): Promise<FeedDocument> {
  return xmlSafeValue({ ...feed, items: await Promise.all(feed.items.map(renderItem)) });
}

async function renderItem({ body, lead, ...item }: FeedItem): Promise<FeedDocumentItem> {
  const length = lead && (await currentImage(lead.file))?.bytes.length;
  const before = [lead ? figure(lead) : '', byline(item)].join('');
  const text = await articleHtml(body, item.link.replace(/#.*/s, ''));
  return {
    ...item,
    html: `<div lang="ar" dir="rtl">${before}${text}</div>`,
    ...(lead && length !== undefined && { lead: { ...lead, length } }),
  };
}

function figure({ url, alt, width, height, caption, credit }: FeedPicture): string {
  const image = `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" width="${width}" height="${height}">`;
  const captions = [caption, credit].filter((text) => text !== undefined).map(isolatedMarkup);
  return `<figure>${image}${captions.length > 0 ? `<figcaption>${captions.join(' – ')}</figcaption>` : ''}</figure>`;
}

function byline({ reporters, dateline }: Pick<FeedItem, 'reporters' | 'dateline'>): string {
  const text = strings.article.byline(reporters, dateline);
  return text === '' ? '' : `<p>${isolatedMarkup(text)}</p>`;
}

/** Returns a text as HTML, with the isolates that pages give it. */
function isolatedMarkup(text: string): string {
  return splitAtIsolates(text)
    .map(({ text: run, isolate }) => {
      if (!isolate) return escapeMarkup(run);
      const dir = isolate.dir === undefined ? '' : ` dir="${isolate.dir}"`;
      return `<${isolate.element}${dir}>${escapeMarkup(run)}</${isolate.element}>`;
    })
    .join('');
}

/**
 * A cache of rendered articles, because most articles are in several feeds. The least recently used entry is the first
 * in the map, and it is the one removed when the cache is full.
 */
const htmlCache = new Map<string, Promise<string>>();
const maxCachedArticles = 400;

function articleHtml(body: FeedItem['body'], link: string): Promise<string> {
  const key = [body.digest, body.file, body.articleId, link].join('\n');
  const html = htmlCache.get(key) ?? renderArticle(body, link);
  htmlCache.delete(key);
  htmlCache.set(key, html);
  const [leastRecentlyUsed] = htmlCache.keys();
  if (htmlCache.size > maxCachedArticles && leastRecentlyUsed !== undefined) htmlCache.delete(leastRecentlyUsed);
  return html;
}

async function renderArticle(source: FeedItem['body'], link: string): Promise<string> {
  const body = await loadBody(source);
  if ('html' in body) return toFeedHtml(body.html, link, source.articleId, bodyLabels(siteLabels));
  const container = await getMdxContainer();
  const html = await container.renderToString(body.Content, { props: { components: mdxComponents } });
  return toFeedHtml(html, link, source.articleId, bodyLabels(siteLabels));
}

let mdxContainer: Promise<AstroContainer> | undefined;

/** Returns the Astro container that renders MDX bodies; only the first call creates it. */
function getMdxContainer(): Promise<AstroContainer> {
  mdxContainer ??= AstroContainer.create().then((container) => {
    container.addServerRenderer({ name: '@astrojs/mdx', renderer: mdxRenderer });
    return container;
  });
  return mdxContainer;
}
