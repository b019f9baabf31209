import type { Library } from '../library/types.ts';
import { contributorIds } from './byline.ts';
import { composeComments } from './comments.ts';
import { anchoredCorrections, correctionsFeedFormats, listCorrections } from './corrections.ts';
import { feedSources } from './feed.ts';
import { findMovedFeeds, findMovedPages } from './former-names.ts';
import { groupBy, groupByMonth, groupByTag, listingSize, paginateFromOldest } from './listings.ts';
import { articlesWithCoverage, splitEntries } from './live-entries.ts';
import { oldAddresses } from './redirects.ts';
import { paginateSeries } from './series.ts';
import { shownLists } from './shown-lists.ts';
import { sitemapFiles } from './sitemap.ts';
import {
  archivePath,
  articlePath,
  authorPath,
  authorsPath,
  breakingPath,
  categoryPath,
  correctionsPath,
  feedPath,
  feedsPath,
  frontPagePath,
  indexNowKeyPath,
  livePagePath,
  livePlace,
  monthPath,
  newsSitemapPath,
  opmlPath,
  readerPath,
  savedPath,
  searchPath,
  seriesListPath,
  seriesPath,
  serviceWorkerPath,
  shortPath,
  sitemapPartPath,
  sitemapPath,
  standalonePath,
  tagPath,
  tagsPath,
} from './urls.ts';

/** What is at a path of the site. */
export interface Address {
  /** The content file whose body the page shows. */
  file?: string;
  /** The path of the page to which an old path or a short link leads. */
  movedTo?: string;
  /** The anchors of a page, besides those in a body and `pageAnchors`. */
  anchors?: readonly string[];
  /** Whether the page was another one, whose anchors old links may still name. */
  isWithdrawn?: true;
}

/** The anchors that every page has. */
export const pageAnchors: readonly string[] = ['content'];
const commentsAnchor = 'comments';

const addressesOfLibraries = new WeakMap<Library, ReadonlyMap<string, Address>>();

/**
 * Returns the decoded path of every URL of the site that links may lead to, except those of files copied from `public/`.
 * An internal link to a path that is not in the map is broken. The map is made once per library.
 */
export function findAddresses(library: Library): ReadonlyMap<string, Address> {
  const addresses = addressesOfLibraries.get(library) ?? listAddresses(library);
  addressesOfLibraries.set(library, addresses);
  return addresses;
}

function listAddresses(library: Library): Map<string, Address> {
  const addresses = new Map<string, Address>();
  addSiteFiles(library, addresses);
  addLists(library, addresses);
  addArticles(library, addresses);
  addLiveCoverage(library, addresses);
  for (const { slug, file } of library.pages) addresses.set(standalonePath(slug), { file });
  for (const { from, to } of findMovedPages(library)) addresses.set(from, { movedTo: to });
  addPaths(
    addresses,
    findMovedFeeds(library).map(({ from }) => from),
  );
  return addresses;
}

function addPaths(addresses: Map<string, Address>, paths: readonly string[]): void {
  for (const path of paths) addresses.set(path, {});
}

/** Adds what there is only one of, and the feeds. */
function addSiteFiles(library: Library, addresses: Map<string, Address>): void {
  const { site, breaking } = library;
  addPaths(addresses, [frontPagePath, archivePath, sitemapPath, newsSitemapPath, '/robots.txt', '/404.html', opmlPath]);
  addPaths(addresses, [savedPath, readerPath, serviceWorkerPath]);
  addresses.set(searchPath, { anchors: ['query'] });
  addPaths(
    addresses,
    sitemapFiles(library).map(({ name }) => sitemapPartPath(name)),
  );
  if (breaking) addPaths(addresses, [breakingPath]);
  if (site.announce.indexNow) addPaths(addresses, [indexNowKeyPath(site.announce.indexNow.key)]);
  const sources = feedSources(library);
  addresses.set(feedsPath, { anchors: sources.map(({ kind }) => `feeds-${kind}`) });
  const feeds = [...sources, { path: correctionsPath(), formats: correctionsFeedFormats(library) }];
  addPaths(
    addresses,
    feeds.flatMap(({ path, formats }) => formats.map((format) => feedPath(path, format))),
  );
}

function addLists(library: Library, addresses: Map<string, Address>): void {
  const { site, articles, authors, categories, series } = library;
  const addListing = (items: readonly unknown[], path: (number?: number) => string) =>
    addPaths(
      addresses,
      paginateFromOldest(items, listingSize).map(({ number }) => path(number)),
    );
  const byCategory = groupBy(articles, ({ category }) => [category]);
  for (const { id } of categories) addListing(byCategory.get(id) ?? [], (number) => categoryPath(id, number));
  const byAuthor = groupBy(articles, contributorIds);
  for (const { id } of authors) addListing(byAuthor.get(id) ?? [], (number) => authorPath(id, number));
  const has = shownLists(library);
  if (has.series) addPaths(addresses, [seriesListPath]);
  if (has.authors) addPaths(addresses, [authorsPath]);
  if (has.tags) addPaths(addresses, [tagsPath]);
  for (const { id, articles: parts } of series)
    addPaths(
      addresses,
      paginateSeries(parts).map(({ number }) => seriesPath(id, number)),
    );
  for (const { name, articles: tagged } of groupByTag(articles)) addListing(tagged, (number) => tagPath(name, number));
  for (const { year, month } of groupByMonth(articles, site.timeZone)) addPaths(addresses, [monthPath(year, month)]);
  if (has.corrections) addListing(listCorrections(library), correctionsPath);
}

function addArticles(library: Library, addresses: Map<string, Address>): void {
  const { site, articles, withdrawn } = library;
  for (const article of [...articles, ...withdrawn]) {
    const movedTo = articlePath(article, site);
    for (const old of [shortPath(article.id), ...oldAddresses(article)]) addresses.set(old, { movedTo });
  }
  for (const article of articles) {
    const hasComments = composeComments(article, library).state !== 'none';
    const anchors = [
      ...(hasComments ? [commentsAnchor] : []),
      ...anchoredCorrections(article).map(({ anchor }) => anchor),
    ];
    addresses.set(articlePath(article, site), { file: article.file, ...(anchors.length > 0 && { anchors }) });
  }
  for (const article of withdrawn) addresses.set(articlePath(article, site), { isWithdrawn: true });
}

/** Adds the anchors of live coverage, and its own pages and feed. Its article has an address already. */
function addLiveCoverage(library: Library, addresses: Map<string, Address>): void {
  for (const [article, { entries }] of articlesWithCoverage(library)) {
    const path = articlePath(article, library.site);
    addPaths(addresses, [feedPath(path)]);
    const { numbered } = splitEntries(entries);
    for (const page of numbered)
      addresses.set(livePagePath(article.id, page.number), { anchors: page.entries.map(({ id }) => id) });
    const places = [...numbered, { number: numbered.length + 1 }].map(({ number }) => livePlace(number));
    const own = addresses.get(path);
    addresses.set(path, { ...own, anchors: [...(own?.anchors ?? []), ...places, ...entries.map(({ id }) => id)] });
  }
}
