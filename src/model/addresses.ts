import type { Article, Library } from '../library/types.ts';
import { feedSources } from './feed.ts';
import { groupBy, groupByMonth, groupByTag, paginateFromOldest } from './listings.ts';
import { oldAddresses } from './redirects.ts';
import { sitemapFiles } from './sitemap.ts';
import { listingSize } from './static-paths.ts';
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  feedPath,
  feedsPath,
  frontPagePath,
  indexNowKeyPath,
  monthPath,
  newsSitemapPath,
  opmlPath,
  searchPath,
  shortPath,
  sitemapPartPath,
  sitemapPath,
  standalonePath,
  tagPath,
} from './urls.ts';

/**
 * Returns the decoded path of every URL of the site, except those of files copied from `public/`. If a path shows the
 * body of a content file, `file` is that file. An internal link to a path that is not in the map is broken.
 */
export function findAddresses(library: Library): Map<string, { file?: string }> {
  const { site, articles, authors, categories, pages } = library;
  const addresses = new Map<string, { file?: string }>();
  const add = (...paths: string[]) => {
    for (const path of paths) addresses.set(path, {});
  };
  const addListing = (group: readonly Article[], path: (number?: number) => string) => {
    for (const { number } of paginateFromOldest(group, listingSize)) add(path(number));
  };

  add(frontPagePath, searchPath, archivePath, sitemapPath, newsSitemapPath, '/robots.txt', '/404.html');
  add(feedsPath, opmlPath, ...sitemapFiles(library).map(({ name }) => sitemapPartPath(name)));
  if (site.announce.indexNow) add(indexNowKeyPath(site.announce.indexNow.key));
  for (const { path, formats } of feedSources(library)) add(...formats.map((format) => feedPath(path, format)));
  const byCategory = groupBy(articles, ({ category }) => [category]);
  for (const { id } of categories) {
    addListing(byCategory.get(id) ?? [], (number) => categoryPath(id, number));
  }
  const byAuthor = groupBy(articles, (article) => article.authors);
  for (const { id } of authors) {
    addListing(byAuthor.get(id) ?? [], (number) => authorPath(id, number));
  }
  for (const tag of groupByTag(articles)) addListing(tag.articles, (number) => tagPath(tag.name, number));
  for (const { year, month } of groupByMonth(articles, site.timeZone)) add(monthPath(year, month));
  for (const article of articles) {
    add(shortPath(article.id), ...oldAddresses(article));
    addresses.set(articlePath(article, site), { file: article.file });
  }
  for (const { slug, file } of pages) addresses.set(standalonePath(slug), { file });
  return addresses;
}
