import { digestValue } from '../lib/digest.ts';
import type { Article, Library } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { composeFeed, feedSources } from './feed.ts';
import { lastEdit } from './listings.ts';
import { entriesKey } from './live.ts';
import { articlesWithCoverage } from './live-entries.ts';
import { feedEntries } from './live-feed.ts';
import { absoluteUrl, articlePath, feedPath, indexNowKeyPath, standalonePath } from './urls.ts';

/** Digests of the announced pages and feeds, by absolute URL. */
export interface Announced {
  pages: Record<string, string>;
  feeds: Record<string, string>;
}

export interface Announcement {
  /** Absolute URLs of articles and standalone pages that are new, changed or gone since the last announcement. */
  pages: string[];
  /** Absolute URLs of feeds whose content has changed. */
  feeds: string[];
  /** The present state, which the next announcement is compared with. */
  current: Announced;
}

/** One request to a service. `urls` are the URLs that the request announces. */
export interface AnnouncementRequest {
  service: 'indexnow' | 'hub';
  endpoint: string;
  contentType: string;
  body: string;
  urls: string[];
}

/** If no earlier announcement is known, articles that were published or edited within these hours are announced. */
const recentHours = 48;

/**
 * Finds what has changed since `before`. Without `before` it returns what was published or edited in the two days
 * before `now` (epoch milliseconds), so that a site that has lost its record does not announce its whole archive.
 */
export function composeAnnouncement(library: Library, before: Announced | undefined, now: number): Announcement {
  const current = currentState(library);
  if (before) {
    return { pages: changes(before.pages, current.pages), feeds: changes(before.feeds, current.feeds), current };
  }
  const since = new Date(now - recentHours * 3_600_000).toISOString();
  const recent = library.articles.filter((article) => lastEdit(article) > since);
  const touched = new Set(recent.map(({ id }) => id));
  const sources = feedSources(library).filter(({ articles }) => articles.some(({ id }) => touched.has(id)));
  return {
    pages: recent.map((article) => absoluteUrl(articlePath(article, library.site), library.site)),
    feeds: sources.flatMap(({ path, formats }) =>
      formats.map((format) => absoluteUrl(feedPath(path, format), library.site)),
    ),
    current,
  };
}

/** Returns what an announcement knows of the live coverage of an article. */
function liveChange({ id }: Article, library: Library): string[] {
  const coverage = library.live.get(id);
  return coverage === undefined ? [] : [entriesKey(coverage.entries, library)];
}

function currentState(library: Library): Announced {
  const { site, articles, pages } = library;
  const address = (path: string) => absoluteUrl(path, site);
  return {
    pages: Object.fromEntries([
      ...articles.map((article) => [
        address(articlePath(article, site)),
        digestValue([article.digest, article.picture?.src, ...liveChange(article, library)]),
      ]),
      ...pages.map(({ slug, digest }) => [address(standalonePath(slug)), digestValue([digest])]),
    ]),
    feeds: Object.fromEntries([
      ...feedSources(library).flatMap((source) =>
        source.formats.map((format) => [
          address(feedPath(source.path, format)),
          digestValue(composeFeed(source, format, library)),
        ]),
      ),
      ...articlesWithCoverage(library).map(([article, coverage]) => [
        address(feedPath(articlePath(article, site))),
        entriesKey(feedEntries(coverage), library),
      ]),
    ]),
  };
}

/** Returns the URLs that are new or changed, then those that are gone. */
function changes(before: Record<string, string>, current: Record<string, string>): string[] {
  const written = Object.keys(current).filter((url) => before[url] !== current[url]);
  const gone = Object.keys(before).filter((url) => current[url] === undefined);
  return [...written, ...gone];
}

/** The most URLs in one request: https://www.indexnow.org/documentation. */
const indexNowLimit = 10_000;

/** The most URLs in one request to a hub. WebSub names no limit. */
const hubLimit = 100;

/** Composes the requests that announce the URLs to the services in the site's settings. */
export function announcementRequests({ pages, feeds }: Announcement, site: Site): AnnouncementRequest[] {
  return [...hubRequests(feeds, site), ...indexNowRequests(pages, site)];
}

/**
 * Composes the requests to the hub in the form that public hubs document, because WebSub
 * (https://www.w3.org/TR/websub/) does not specify how a publisher notifies its hub.
 */
function hubRequests(feeds: readonly string[], site: Site): AnnouncementRequest[] {
  const { hub } = site.feeds;
  if (hub === undefined) return [];
  return inBatches(feeds, hubLimit).map((urls) => ({
    service: 'hub',
    endpoint: hub,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams([['hub.mode', 'publish'], ...urls.map((url) => ['hub.url', url])]).toString(),
    urls,
  }));
}

/**
 * Composes the requests to IndexNow without the URLs of another origin, because IndexNow refuses them. When the site's
 * own URL has changed, the pages that were announced before have such URLs.
 */
function indexNowRequests(pages: readonly string[], site: Site): AnnouncementRequest[] {
  const { indexNow } = site.announce;
  if (indexNow === undefined) return [];
  const own = pages.filter((url) => url.startsWith(`${site.url}/`));
  return inBatches(own, indexNowLimit).map((urls) => ({
    service: 'indexnow',
    endpoint: indexNow.endpoint,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({
      host: new URL(site.url).host,
      key: indexNow.key,
      keyLocation: absoluteUrl(indexNowKeyPath(indexNow.key), site),
      urlList: urls,
    }),
    urls,
  }));
}

/**
 * Returns the record for the next announcement. URLs in `refused` requests keep their earlier digests, so that they are
 * announced again.
 */
export function rememberAnnounced(
  before: Announced | undefined,
  { current }: Announcement,
  refused: readonly AnnouncementRequest[],
): Announced {
  const refusedUrls = new Set(refused.flatMap((request) => request.urls));
  const merge = (earlier: Record<string, string> = {}, now: Record<string, string>) => ({
    ...Object.fromEntries(Object.entries(earlier).filter(([url]) => refusedUrls.has(url))),
    ...Object.fromEntries(Object.entries(now).filter(([url]) => !refusedUrls.has(url))),
  });
  return { pages: merge(before?.pages, current.pages), feeds: merge(before?.feeds, current.feeds) };
}

function inBatches(urls: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(urls.length / size) }, (_, index) =>
    urls.slice(index * size, (index + 1) * size),
  );
}
