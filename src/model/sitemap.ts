import type { Article, Library } from '../library/library.ts';
import { groupByMonth, groupByTag, lastEdit, latestEdit, type MonthGroup } from './listings.ts';
import {
  absoluteUrl,
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  feedsPath,
  frontPagePath,
  monthPath,
  sitemapPartPath,
  standalonePath,
  tagPath,
} from './urls.ts';

/** Absolute URLs; `lastmod` is the ISO instant of the last real edit, where the page has one of its own. */
export interface SitemapEntry {
  url: string;
  lastmod?: string;
  img?: { url: string }[];
  news?: { publication: { name: string; language: string }; publication_date: string; title: string };
}

/** One file of the sitemap: `entries` are composed when they are asked for. */
export interface SitemapPart {
  /** `2026-11`, `pages`, `tags`, `tags-2`: see `sitemapPartPath`. */
  name: string;
  lastmod?: string;
  /** What its entries are composed of. */
  articles: readonly Article[];
  pages: readonly { path: string; lastUpdated?: string }[];
  entries(): SitemapEntry[];
}

/** https://www.sitemaps.org/protocol.html allows 50,000 URLs in a file. */
const largestPart = 50_000;

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsLimits = { hours: 48, articles: 1000 };

/**
 * The whole sitemap: what is not an article, the tags, and the articles month by month, so that publishing changes the file
 * of one month. Numbered archive pages are found through their list.
 */
export function sitemapParts(library: Library): SitemapPart[] {
  const { site, articles } = library;
  const months = groupByMonth(articles, site.timeZone);
  const tags = groupByTag(articles);
  const parts = Math.ceil(tags.length / largestPart);
  return [
    pagePart('pages', listPages(library, months), site),
    ...Array.from({ length: parts }, (_, index) =>
      pagePart(
        index === 0 ? 'tags' : `tags-${index + 1}`,
        tags.slice(index * largestPart, (index + 1) * largestPart).map(({ name }) => ({ path: tagPath(name) })),
        site,
      ),
    ),
    ...months.map(({ year, month, articles: group }) => {
      const lastmod = latestEdit(group);
      return {
        name: `${year}-${String(month).padStart(2, '0')}`,
        ...(lastmod !== undefined && { lastmod }),
        articles: group,
        pages: [],
        entries: () => group.map((article) => articleEntry(article, library)),
      };
    }),
  ];
}

function pagePart(name: string, pages: SitemapPart['pages'], site: Library['site']): SitemapPart {
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
 * What `sitemap.xml` lists. The newest month changes with each article and is to be fetched each time: it has no date, and so
 * the index changes once a month, and where an older month does.
 */
export function sitemapIndex(library: Library): { url: string; lastmod?: string }[] {
  const parts = sitemapParts(library);
  const newestMonth = parts.find(({ articles }) => articles.length > 0);
  return parts.map((part) => ({
    url: absoluteUrl(sitemapPartPath(part.name), library.site),
    ...(part.lastmod !== undefined && part !== newestMonth && { lastmod: part.lastmod }),
  }));
}

/** The articles of the two days before `now` (epoch milliseconds), at most a thousand: the only part that depends on a clock. */
export function newsSitemap({ site, articles }: Library, now: number): SitemapPart {
  const oldest = new Date(now - newsLimits.hours * 3_600_000).toISOString();
  const publication = { name: site.title, language: site.feeds.language.slice(0, 2) };
  const news = articles.slice(0, newsLimits.articles).filter(({ date }) => date > oldest);
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

function listPages({ categories, authors, pages }: Library, months: readonly MonthGroup[]): SitemapPart['pages'] {
  const listings = [
    frontPagePath,
    archivePath,
    feedsPath,
    ...categories.map(({ id }) => categoryPath(id)),
    ...authors.map(({ id }) => authorPath(id)),
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

function articleEntry(article: Article, { site }: Library): SitemapEntry {
  return {
    url: absoluteUrl(articlePath(article, site), site),
    lastmod: lastEdit(article),
    ...(article.picture && { img: [{ url: absoluteUrl(article.picture.src, site) }] }),
  };
}
