import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { showOriginals } from '../components/article/show-originals.ts';
import { unlink } from '../components/article/unlink.ts';
import { mdxComponents } from '../components/mdx/components.ts';
import { currentReplacements, loadBody } from '../layouts/load-body.ts';
import { type DateStyle, formatDateAndTime } from '../lib/arabic/dates.ts';
import { escapeMarkup, xmlSafeValue } from '../lib/plain-text.ts';
import { currentImage } from '../library/current-library.ts';
import { toFeedHtml } from '../markdown/feed-html.ts';
import { bodyLabels } from '../markdown/labels.ts';
import type { Byline } from '../model/byline.ts';
import type { Feed, FeedItem, FeedPicture } from '../model/feed.ts';
import { plainSentence, strings } from '../strings/interface.ts';
import { siteLabels } from '../strings/site-labels.ts';
import { isolatedMarkup } from './isolated-markup.ts';

/** A feed whose items have their rendered HTML. All its strings are free of characters that XML forbids. */
export interface FeedDocument extends Omit<Feed, 'items' | 'dateStyle'> {
  items: FeedDocumentItem[];
}

export interface FeedDocumentItem extends Omit<FeedItem, 'body' | 'lead' | 'byline' | 'corrections'> {
  /** The whole article as HTML, with absolute URLs and without need for a style sheet or a script of the site. */
  html: string;
  /** `length` is the size of the file in bytes, if it is known. */
  lead?: FeedPicture & { length?: number };
}

export async function renderFeed({ dateStyle, ...feed }: Feed): Promise<FeedDocument> {
  const items = await Promise.all(feed.items.map((item) => renderItem(item, dateStyle)));
  return xmlSafeValue({ ...feed, items });
}

async function renderItem(
  { body, lead, byline: shown, corrections, ...item }: FeedItem,
  dateStyle: DateStyle,
): Promise<FeedDocumentItem> {
  const length = lead && (await lengthOf(lead));
  const changes = corrections.map((correction) => correctionMarkup(correction, dateStyle));
  const before = [...changes, lead ? figure(lead) : '', player(item.recording, dateStyle), byline(shown)].join('');
  const text = await articleHtml(body, item.link.replace(/#.*/s, ''));
  return {
    ...item,
    html: `<div lang="ar" dir="rtl">${before}${text}</div>`,
    ...(lead && { lead: { ...lead, ...(length !== undefined && { length }) } }),
  };
}

async function lengthOf({ file, length }: FeedPicture): Promise<number | undefined> {
  return file === undefined ? length : (await currentImage(file))?.bytes.length;
}

function figure({ url, alt, width, height, caption, credit }: FeedPicture): string {
  const image = `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" width="${width}" height="${height}">`;
  const captions = [caption, credit].filter((text) => text !== undefined).map(isolatedMarkup);
  return `<figure>${image}${captions.length > 0 ? `<figcaption>${captions.join(' – ')}</figcaption>` : ''}</figure>`;
}

/** The recording with a link after it, as recordings in bodies have one, because many feed readers show no players. */
function player(recording: FeedItem['recording'], { digits }: DateStyle): string {
  if (recording === undefined) return '';
  const url = escapeMarkup(recording.url);
  const facts = strings.recording.facts(recording, digits);
  const link = `<a href="${url}">${escapeMarkup(strings.recording.label)}</a>`;
  return `<audio src="${url}" controls="" preload="none"></audio><p>${[link, ...facts.map(isolatedMarkup)].join(' · ')}</p>`;
}

/** Subscribers to whom an article comes again read first what has changed. */
function correctionMarkup(correction: FeedItem['corrections'][number], dateStyle: DateStyle): string {
  const { kind, text } = correction;
  const name = escapeMarkup(strings.corrections.kinds[kind]);
  return `<p><strong>${name}</strong> (${formatDateAndTime(correction, dateStyle)}): ${isolatedMarkup(text)}</p>`;
}

/** Returns the byline where it says more than the authors of the item, which feed readers show by themselves. */
function byline(shown: Byline): string {
  if (!shown.isReported && shown.dateline === undefined) return '';
  const sentences = [strings.article.byline(shown), strings.article.editedBy(shown.editors)];
  const written = sentences.map(plainSentence).filter((text) => text !== '');
  return `<p>${written.map(isolatedMarkup).join(' · ')}</p>`;
}

/**
 * A cache of rendered articles, because most articles are in several feeds. The least recently used entry is the first
 * in the map, and it is the one removed when the cache is full.
 */
const htmlCache = new Map<string, Promise<string>>();
const maxCachedArticles = 400;

async function articleHtml(body: FeedItem['body'], link: string): Promise<string> {
  const { expiredLinks, originals } = await currentReplacements(body.file);
  const replaced = [...expiredLinks, ...originals.map(({ picture }) => picture.src)];
  const key = [body.digest, body.file, body.articleId, link, ...replaced].join('\n');
  const html = htmlCache.get(key) ?? renderArticle(body, link);
  htmlCache.delete(key);
  htmlCache.set(key, html);
  const [leastRecentlyUsed] = htmlCache.keys();
  if (htmlCache.size > maxCachedArticles && leastRecentlyUsed !== undefined) htmlCache.delete(leastRecentlyUsed);
  return html;
}

async function renderArticle(source: FeedItem['body'], link: string): Promise<string> {
  const body = await loadBody(source);
  const html = 'html' in body ? body.html : await renderMdx(body.Content);
  const shown = showOriginals(unlink(html, body.expiredLinks), body.originals);
  return toFeedHtml(shown, link, source.articleId, bodyLabels(siteLabels));
}

async function renderMdx(content: AstroComponentFactory): Promise<string> {
  const container = await getMdxContainer();
  return container.renderToString(content, { props: { components: mdxComponents } });
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
