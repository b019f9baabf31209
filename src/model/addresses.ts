import type { Article, Library } from '../library/types.ts';
import { composeComments } from './comments.ts';
import { feedSources } from './feed.ts';
import { findMovedFeeds, findMovedPages } from './former-names.ts';
import { groupBy, groupByMonth, groupByTag, listingSize, paginateFromOldest } from './listings.ts';
import { articlesWithCoverage, splitEntries } from './live.ts';
import { oldAddresses } from './redirects.ts';
import { sitemapFiles } from './sitemap.ts';
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  feedPath,
  feedsPath,
  frontPagePath,
  indexNowKeyPath,
  livePagePath,
  livePlace,
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

/** What is at a path of the site. */
export interface Address {
  /** The content file whose body the page shows. */
  file?: string;
  /** The path of the page to which an old path or a short link leads. */
  movedTo?: string;
  /** The anchors of a page, besides those in a body and `pageAnchors`. */
  anchors?: readonly string[];
}

/** The anchors that every page has. */
export const pageAnchors: readonly string[] = ['content'];
const commentsAnchor = 'comments';

/**
 * Returns the decoded path of every URL of the site that links may lead to, except those of files copied from `public/`.
 * An internal link to a path that is not in the map is broken.
 */
export function findAddresses(library: Library): Map<string, Address> {
  const { site, articles, authors, categories, pages } = library;
  const addresses = new Map<string, Address>();
  const add = (...paths: string[]) => {
    for (const path of paths) addresses.set(path, {});
  };
  const addListing = (group: readonly Article[], path: (number?: number) => string) => {
    for (const { number } of paginateFromOldest(group, listingSize)) add(path(number));
  };

  add(frontPagePath, archivePath, sitemapPath, newsSitemapPath, '/robots.txt', '/404.html');
  addresses.set(searchPath, { anchors: ['query'] });
  add(opmlPath, ...sitemapFiles(library).map(({ name }) => sitemapPartPath(name)));
  if (site.announce.indexNow) add(indexNowKeyPath(site.announce.indexNow.key));
  const sources = feedSources(library);
  addresses.set(feedsPath, { anchors: sources.map(({ kind }) => `feeds-${kind}`) });
  for (const { path, formats } of sources) add(...formats.map((format) => feedPath(path, format)));
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
    const path = articlePath(article, site);
    for (const old of [shortPath(article.id), ...oldAddresses(article)]) addresses.set(old, { movedTo: path });
    const hasComments = composeComments(article, library).state !== 'none';
    addresses.set(path, { file: article.file, ...(hasComments && { anchors: [commentsAnchor] }) });
  }
  for (const [article, { entries }] of articlesWithCoverage(library)) {
    add(feedPath(articlePath(article, site)));
    const { numbered } = splitEntries(entries);
    for (const page of numbered)
      addresses.set(livePagePath(article.id, page.number), { anchors: page.entries.map(({ id }) => id) });
    const places = [...numbered, { number: numbered.length + 1 }].map(({ number }) => livePlace(number));
    const own = addresses.get(articlePath(article, site));
    const anchors = [...(own?.anchors ?? []), ...places, ...entries.map(({ id }) => id)];
    addresses.set(articlePath(article, site), { ...own, anchors });
  }
  for (const { slug, file } of pages) addresses.set(standalonePath(slug), { file });
  for (const { from, to } of findMovedPages(library)) addresses.set(from, { movedTo: to });
  add(...findMovedFeeds(library).map(({ from }) => from));
  return addresses;
}
