import { tagSlug } from '../lib/arabic/tag-slug.ts';
import { basePathOf, isRootedPath } from '../lib/base-path.ts';
import { alertFile, readerFile, searchFolder, serviceWorkerFile } from '../lib/paths.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article } from '../library/types.ts';
import type { Site } from '../schema/site.ts';

/*
 * All URLs of the site are composed here. A path is decoded and starts with a slash («/t/اقتصاد/»); it begins at the
 * root of the site, wherever the site lives. What pages and hosts read is made of it: `hrefTo` puts the base path before
 * it, `absoluteUrl` the whole address, and encodes it.
 */

type PermalinkSettings = Pick<Site, 'permalink' | 'timeZone'>;

export const frontPagePath = '/';
export const searchPath = '/search/';
/** The search page with the focus in its field. */
export const searchFieldPath = `${searchPath}#query`;
export const searchIndexPath = `/${searchFolder}/`;
export const archivePath = '/archive/';
/** The index of all authors. */
export const authorsPath = '/a/';
/** The index of all tags. */
export const tagsPath = '/t/';
/** The list of all series. */
export const seriesListPath = '/s/';
/** The page for readers who want to follow the site, with every feed. */
export const feedsPath = '/feeds/';
/** A file with all feeds, for import into feed readers. */
export const opmlPath = '/opml.xml';
export const feedStylePath = '/feed.css';
/** The alerts that hold, which every page asks for on sites that have `breaking.yaml`. */
export const breakingPath = `/${alertFile}`;
/** What readers saved on their devices; the page itself is the same for all. */
export const savedPath = '/saved/';
export const readerPath = `/${readerFile}`;
export const serviceWorkerPath = `/${serviceWorkerFile}`;
export const iconPath = '/favicon.svg';
/** The index of the sitemaps. */
export const sitemapPath = '/sitemap.xml';
export const newsSitemapPath = '/sitemap-news.xml';

/** Returns the path of the list of all corrections, or of one of its numbered pages. */
export function correctionsPath(number?: number): string {
  return numbered('/corrections/', number);
}

export function shortPath(id: string): string {
  return `/${id}/`;
}

/** Returns `/<id>/`, or with readable permalinks `/<year>/<month>/<slug>/` in the site's time zone. */
export function articlePath(article: Pick<Article, 'id' | 'date' | 'slug'>, site: PermalinkSettings): string {
  if (site.permalink === 'short') return shortPath(article.id);
  const { year, month } = localFields(article.date, site.timeZone);
  return `${monthPath(year, month)}${article.slug}/`;
}

/** Returns the path of a numbered page of live coverage, which stays when the article's own path changes. */
export function livePagePath(id: string, number: number): string {
  return `${shortPath(id)}live/${number}/`;
}

/**
 * Returns the anchor on the page of live coverage that leads to a numbered page, whether or not there is one yet. No
 * name of a file makes it, because a slug has no two hyphens in a row.
 */
export function livePlace(number: number): string {
  return `live--page-${number}`;
}

/** Returns `/c/<category>/`, or `/c/<category>/<number>/` for a numbered page of the list. */
export function categoryPath(category: string, number?: number): string {
  return numbered(`/c/${category}/`, number);
}

export function authorPath(author: string, number?: number): string {
  return numbered(`${authorsPath}${author}/`, number);
}

export function tagPath(tag: string, number?: number): string {
  return numbered(`${tagsPath}${tagSlug(tag)}/`, number);
}

export function seriesPath(series: string, number?: number): string {
  return numbered(`${seriesListPath}${series}/`, number);
}

export function monthPath(year: number, month: number): string {
  return `/${year}/${String(month).padStart(2, '0')}/`;
}

export function standalonePath(slug: string): string {
  return `/${slug}/`;
}

const feedFiles = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

export type FeedFormat = keyof typeof feedFiles;

/** The media types of feeds. */
export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/**
 * Returns the path of the feed of the page at `path`: `/rss.xml` for the front page, `/c/world/atom.xml` for a section.
 */
export function feedPath(path: string = frontPagePath, format: FeedFormat = 'rss'): string {
  return `${path}${feedFiles[format]}`;
}

/** Returns the path of one file of the sitemap: `/sitemap-2026-11.xml` for the articles of a month. */
export function sitemapPartPath(part: string): string {
  return `/sitemap-${part}.xml`;
}

/**
 * Returns the permanent id of an article in feeds, a tag URI (RFC 4151). It does not change with the article's URL or
 * headline.
 */
export function feedItemId({ id, date }: Pick<Article, 'id' | 'date'>, site: Pick<Site, 'url' | 'feeds'>): string {
  const authority = tagAuthority(site);
  return `tag:${authority.includes(',') ? authority : `${authority},${date.slice(0, 4)}`}:${id}`;
}

/** Returns who vouches for the ids of a site's feeds: the setting, else the host of the site's URL. */
export function tagAuthority({ url, feeds }: Pick<Site, 'url' | 'feeds'>): string {
  return feeds.tagAuthority ?? new URL(url).hostname;
}

/**
 * Returns the path of the file with the IndexNow key, which proves to search engines that an announcement comes from
 * the site.
 */
export function indexNowKeyPath(key: string): string {
  return `/${key}.txt`;
}

/** Returns the parameter of a dynamic Astro route: the path without its first and last slash. */
export function routeParameter(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

/** Percent-encodes a path, for HTTP headers and rules of servers: `/t/اقتصاد/` → `/t/%D8%A7…/`. */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed());
}

/** Returns the path that the whole site lives below, decoded and without a slash at its end: '' or `/news`. */
export function basePath({ url }: Pick<Site, 'url'>): string {
  return basePathOf(url);
}

/** Returns a path of the site as its pages link to it, below the base path: `/k7q3m/` → `/news/k7q3m/`. */
export function hrefTo(path: string, site: Pick<Site, 'url'>): string {
  return `${basePath(site)}${path}`;
}

/** Returns a link of the content as pages write it: a path gets the base path, any other URL stays as it is. */
export function hrefOf(link: string, site: Pick<Site, 'url'>): string {
  return isRootedPath(link) ? hrefTo(link, site) : link;
}

/**
 * Returns the address of the site and the percent-encoded path: `https://news.example/t/%D8%A7…/`. A link of the
 * content that is a URL stays one.
 */
export function absoluteUrl(path: string, site: Pick<Site, 'url'>): string {
  return new URL(hrefOf(path, site), site.url).href;
}

/** Returns the absolute URL of a link as pages write it, which has the base path already. */
export function absoluteHref(href: string, site: Pick<Site, 'url'>): string {
  return new URL(href, site.url).href;
}

function numbered(path: string, number: number | undefined): string {
  return number === undefined ? path : `${path}${number}/`;
}
