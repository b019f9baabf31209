import type { Article, Library } from '../library/types.ts';
import { groupByMonth, groupByTag, lastEdit, type MonthGroup } from './listings.ts';
import { newestEntry } from './live-entries.ts';
import { shownPicture } from './originals.ts';
import { shownLists } from './shown-lists.ts';
import {
  absoluteUrl,
  archivePath,
  articlePath,
  authorPath,
  authorsPath,
  categoryPath,
  correctionsPath,
  feedsPath,
  frontPagePath,
  monthPath,
  seriesListPath,
  seriesPath,
  sitemapPartPath,
  standalonePath,
  tagPath,
  tagsPath,
} from './urls.ts';

/**
 * One page in a sitemap. URLs are absolute; `lastmod` is the ISO instant of the last edit, if the page has such a date.
 */
export interface SitemapUrl {
  url: string;
  lastmod?: string;
  img?: { url: string }[];
  news?: { publication: { name: string; language: string }; publication_date: string; title: string };
}

/** One file of the sitemap. Its entries are composed only when `entries` is called. */
export interface SitemapFile {
  /** `2026-11`, `pages`, `tags`, `tags-2`: see `sitemapPartPath`. */
  name: string;
  lastmod?: string;
  /** What the entries are composed from: articles, other pages, or both. */
  articles: readonly Article[];
  pages: readonly { path: string; lastUpdated?: string }[];
  /** When the live coverage of its articles changed last. */
  liveUpdates?: readonly string[];
  entries(): SitemapUrl[];
}

/** The most URLs in one file, by https://www.sitemaps.org/protocol.html. */
const maxEntries = 50_000;

/** From https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsLimits = { hours: 48, articles: 1000 };

/**
 * Lists the files of the sitemap: one for pages that are neither articles nor tags, then the tags, then the articles of
 * each month, so that publishing an article changes the file of one month. Numbered pages of lists are left out,
 * because search engines reach them by links.
 */
export function sitemapFiles(library: Library): SitemapFile[] {
  const { site, articles } = library;
  const months = groupByMonth(articles, site.timeZone);
  const tags = groupByTag(articles);
  const tagFiles = Math.ceil(tags.length / maxEntries);
  return [
    pagePart('pages', listPages(library, months), site),
    ...Array.from({ length: tagFiles }, (_, index) =>
      pagePart(
        index === 0 ? 'tags' : `tags-${index + 1}`,
        tags.slice(index * maxEntries, (index + 1) * maxEntries).map(({ name }) => ({ path: tagPath(name) })),
        site,
      ),
    ),
    ...months.map(({ year, month, articles: group }) => {
      const lastmod = latest(group.map((article) => lastChange(article, library)));
      return {
        name: `${year}-${String(month).padStart(2, '0')}`,
        ...(lastmod !== undefined && { lastmod }),
        articles: group,
        pages: [],
        ...liveUpdates(group, library),
        entries: () => group.map((article) => articleEntry(article, library)),
      };
    }),
  ];
}

function pagePart(name: string, pages: SitemapFile['pages'], site: Library['site']): SitemapFile {
  return {
    name,
    articles: [],
    pages,
    entries: () =>
      pages.map(({ path, lastUpdated }) => ({
        url: absoluteUrl(path, site),
        ...(lastUpdated !== undefined && { lastmod: lastUpdated }),
      })),
  };
}

/**
 * Composes the entries of the index, `sitemap.xml`. The newest month has no date, because the date would change with
 * each article; the index itself changes only when a month begins or an older article is edited.
 */
export function sitemapIndex(library: Library): { url: string; lastmod?: string }[] {
  const parts = sitemapFiles(library);
  const newestMonth = parts.find(({ articles }) => articles.length > 0);
  return parts.map((part) => ({
    url: absoluteUrl(sitemapPartPath(part.name), library.site),
    ...(part.lastmod !== undefined && part !== newestMonth && { lastmod: part.lastmod }),
  }));
}

/**
 * Composes the news sitemap: at most a thousand articles of the two days before `now` (epoch milliseconds). Without
 * news it names the front page, because a sitemap without a URL is invalid. No other file of the sitemap depends on the
 * clock.
 */
export function newsSitemap({ site, articles }: Library, now: number): SitemapFile {
  const oldest = new Date(now - newsLimits.hours * 3_600_000).toISOString();
  const publication = { name: site.title, language: site.feeds.language.slice(0, 2) };
  const news = articles.slice(0, newsLimits.articles).filter(({ date }) => date > oldest);
  if (news.length === 0) return pagePart('news', [{ path: frontPagePath }], site);
  return {
    name: 'news',
    articles: news,
    pages: [],
    entries: () =>
      news.map((article) => ({
        url: absoluteUrl(articlePath(article, site), site),
        news: { publication, publication_date: article.date, title: article.title },
      })),
  };
}

function listPages(library: Library, months: readonly MonthGroup[]): SitemapFile['pages'] {
  const { categories, authors, series, pages } = library;
  const has = shownLists(library);
  const listings = [
    frontPagePath,
    archivePath,
    feedsPath,
    ...(has.corrections ? [correctionsPath()] : []),
    ...(has.authors ? [authorsPath] : []),
    ...(has.tags ? [tagsPath] : []),
    ...categories.map(({ id }) => categoryPath(id)),
    ...authors.map(({ id }) => authorPath(id)),
    ...(has.series ? [seriesListPath] : []),
    ...series.map(({ id }) => seriesPath(id)),
    ...months.map(({ year, month }) => monthPath(year, month)),
  ];
  return [
    ...listings.map((path) => ({ path })),
    ...pages.map(({ slug, lastUpdated }) => ({
      path: standalonePath(slug),
      ...(lastUpdated !== undefined && { lastUpdated }),
    })),
  ];
}

/** Returns the ISO instant of the last edit of an article or the last entry of its live coverage. */
function lastChange(article: Article, { live }: Library): string {
  return latest([lastEdit(article), newestEntry(live.get(article.id)) ?? '']) as string;
}

/** Returns the latest of ISO instants in UTC. */
function latest(instants: readonly string[]): string | undefined {
  let last: string | undefined;
  for (const instant of instants) if (last === undefined || instant > last) last = instant;
  return last;
}

/** Returns the dates of sitemap entries that the articles themselves do not have. */
function liveUpdates(articles: readonly Article[], library: Library): Pick<SitemapFile, 'liveUpdates'> {
  if (library.live.size === 0) return {};
  const covered = articles.filter(({ id }) => library.live.has(id));
  return { liveUpdates: covered.map((article) => lastChange(article, library)) };
}

function articleEntry(article: Article, library: Library): SitemapUrl {
  const { site } = library;
  const picture = shownPicture(article, library);
  return {
    url: absoluteUrl(articlePath(article, site), site),
    lastmod: lastChange(article, library),
    ...(picture && { img: [{ url: absoluteUrl(picture.src, site) }] }),
  };
}
