import { digestValue } from '../lib/digest.ts';
import type { Library } from '../library/library.ts';
import type { Site } from '../schema/site.ts';
import { composeFeed, feedSources } from './feed.ts';
import { lastEdit } from './listings.ts';
import { absoluteUrl, articlePath, feedPath, indexNowKeyPath, standalonePath } from './urls.ts';

/** Digests of what was announced, by absolute URL. */
export interface Announced {
  pages: Record<string, string>;
  feeds: Record<string, string>;
}

export interface Announcement {
  /** Absolute URLs of articles and standalone pages that are new, changed or gone since the last announcement. */
  pages: string[];
  /** Absolute URLs of feeds that show something else. */
  feeds: string[];
  /** What there is to be announced by now. */
  current: Announced;
}

/** One request to a service, and the URLs that it tells of. */
export interface AnnouncementRequest {
  service: 'indexnow' | 'hub';
  endpoint: string;
  contentType: string;
  body: string;
  urls: string[];
}

/** What counts as new where nothing is known of earlier announcements. */
const newsHours = 48;

/**
 * What has changed since `before`; with no memory of that, what was published or edited in the two days before `now` (epoch
 * milliseconds), so that a lost memory does not announce an archive.
 */
export function composeAnnouncement(library: Library, before: Announced | undefined, now: number): Announcement {
  const current = currentState(library);
  if (before)
    return { pages: changes(before.pages, current.pages), feeds: changes(before.feeds, current.feeds), current };
  const since = new Date(now - newsHours * 3_600_000).toISOString();
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

function currentState(library: Library): Announced {
  const { site, articles, pages } = library;
  const address = (path: string) => absoluteUrl(path, site);
  return {
    pages: Object.fromEntries([
      ...articles.map((article) => [
        address(articlePath(article, site)),
        digestValue([article.digest, article.picture?.src]),
      ]),
      ...pages.map(({ slug, digest }) => [address(standalonePath(slug)), digestValue([digest])]),
    ]),
    feeds: Object.fromEntries(
      feedSources(library).flatMap((source) =>
        source.formats.map((format) => [
          address(feedPath(source.path, format)),
          digestValue(composeFeed(source, format, library)),
        ]),
      ),
    ),
  };
}

/** New, changed, then gone. */
function changes(before: Record<string, string>, current: Record<string, string>): string[] {
  const written = Object.keys(current).filter((url) => before[url] !== current[url]);
  const gone = Object.keys(before).filter((url) => current[url] === undefined);
  return [...written, ...gone];
}

/** https://www.indexnow.org/documentation: at most 10,000 URLs in a request. */
const indexNowLimit = 10_000;
const hubLimit = 100;

/** The requests that tell of an announcement, to the services that the site names. */
export function announcementRequests({ pages, feeds }: Announcement, site: Site): AnnouncementRequest[] {
  const { hub } = site.feeds;
  const { indexNow } = site.announce;
  const own = pages.filter((url) => url.startsWith(`${site.url}/`));
  return [
    ...(hub === undefined
      ? []
      : inBatches(feeds, hubLimit).map((urls) => ({
          service: 'hub' as const,
          endpoint: hub,
          contentType: 'application/x-www-form-urlencoded',
          body: new URLSearchParams([['hub.mode', 'publish'], ...urls.map((url) => ['hub.url', url])]).toString(),
          urls,
        }))),
    ...(indexNow === undefined
      ? []
      : inBatches(own, indexNowLimit).map((urls) => ({
          service: 'indexnow' as const,
          endpoint: indexNow.endpoint,
          contentType: 'application/json; charset=utf-8',
          body: JSON.stringify({
            host: new URL(site.url).host,
            key: indexNow.key,
            keyLocation: absoluteUrl(indexNowKeyPath(indexNow.key), site),
            urlList: urls,
          }),
          urls,
        }))),
  ];
}

/** What is known to be announced once some requests were refused: their URLs will be told of again. */
export function rememberAnnounced(
  before: Announced | undefined,
  { current }: Announcement,
  refused: readonly AnnouncementRequest[],
): Announced {
  const urls = new Set(refused.flatMap((request) => request.urls));
  const keep = (known: Record<string, string> = {}, now: Record<string, string>) => ({
    ...Object.fromEntries(Object.entries(known).filter(([url]) => urls.has(url))),
    ...Object.fromEntries(Object.entries(now).filter(([url]) => !urls.has(url))),
  });
  return { pages: keep(before?.pages, current.pages), feeds: keep(before?.feeds, current.feeds) };
}

function inBatches(urls: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(urls.length / size) }, (_, index) =>
    urls.slice(index * size, (index + 1) * size),
  );
}
