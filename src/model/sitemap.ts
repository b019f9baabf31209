import type { Library } from '../library/library.ts';
import { shelveByMonth, shelveByTag } from './listings.ts';
import {
  absoluteUrl,
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  frontPagePath,
  monthPath,
  standalonePath,
  tagPath,
} from './urls.ts';

export interface SitemapEntry {
  url: string;
  /** ISO instant of the last real edit, where the page has one of its own. */
  lastmod?: string;
}

/** Every page that a search engine should know, with absolute URLs; numbered archive pages are found through their list. */
export function sitemapEntries(library: Library): SitemapEntry[] {
  const { site, articles, categories, authors, pages } = library;
  const plain = [
    frontPagePath,
    archivePath,
    ...categories.map(({ id }) => categoryPath(id)),
    ...authors.map(({ id }) => authorPath(id)),
    ...shelveByTag(articles).map(({ name }) => tagPath(name)),
    ...shelveByMonth(articles, site.timeZone).map(({ year, month }) => monthPath(year, month)),
  ].map((path) => ({ url: absoluteUrl(path, site) }));
  const standalone = pages.map(({ slug, lastUpdated }) => ({
    url: absoluteUrl(standalonePath(slug), site),
    ...(lastUpdated !== undefined && { lastmod: lastUpdated }),
  }));
  const stories = articles.map((article) => ({
    url: absoluteUrl(articlePath(article, site), site),
    lastmod: article.lastUpdated ?? article.date,
  }));
  return [...plain, ...standalone, ...stories];
}
