import { tagSlug } from '../lib/arabic/tag-slug.ts';
import type { ShareCard } from '../lib/share-card.ts';
import type { Article, FormerNames, Library } from '../library/types.ts';
import { contributorIds } from './byline.ts';
import { type FeedSource, feedSources } from './feed.ts';
import { findById } from './find-by-id.ts';
import { createTagDescriptions, groupBy, groupByTag, listingSize, paginateFromOldest } from './listings.ts';
import { paginateSeries } from './series.ts';
import { authorCard, sectionCard } from './share-card.ts';
import {
  authorPath,
  categoryPath,
  type FeedFormat,
  feedPath,
  frontPagePath,
  seriesPath,
  standalonePath,
  tagPath,
} from './urls.ts';

/** An old path of a section, an author, a series, a standalone page or a tag, and the page of today. Both paths are decoded. */
interface MovedPage {
  from: string;
  to: string;
  /** Undefined unless it is a numbered page of a list. */
  number?: number;
  title: string;
  description?: string | undefined;
  card?: ShareCard | undefined;
}

/** An old path of a feed, and the feed of today. */
interface MovedFeed {
  from: string;
  to: string;
  source: FeedSource;
  format: FeedFormat;
}

/** What was renamed, as its page of today shows it. */
interface Renamed extends Pick<MovedPage, 'title' | 'description' | 'card'> {
  aliases: readonly string[];
  /** Returns the path of its page, or of a numbered page of its list. */
  path(number?: number): string;
  /** Returns the same path for a former id. */
  formerPath(id: string, number?: number): string;
  /** The articles of its list; undefined if it is a standalone page. */
  articles?: readonly Article[];
  /** The numbers of the pages of its list, undefined for the first or newest; needed only with `articles`. */
  numbers?: readonly (number | undefined)[];
}

const foundPages = new WeakMap<Library, MovedPage[]>();

/**
 * Lists the old paths of pages. Those of a former id are the list's own path and that of each numbered page; of an old
 * path that is written out, only itself. The old path of a feed leads to the page of a list that has no feed today.
 */
export function findMovedPages(library: Library): readonly MovedPage[] {
  const known = foundPages.get(library) ?? listMovedPages(library);
  foundPages.set(library, known);
  return known;
}

function listMovedPages(library: Library): MovedPage[] {
  const renamed = listRenamed(library);
  if (renamed.length === 0) return [];
  const sources = feedsByPath(library);
  return renamed.flatMap((each) => movedPagesOf(each, sources.has(each.path())));
}

function feedsByPath(library: Library): Map<string, FeedSource> {
  return new Map(feedSources(library).map((source) => [source.path, source]));
}

function movedPagesOf(
  { aliases, path, formerPath, articles, numbers = numbersOf(articles), ...shown }: Renamed,
  hasFeed: boolean,
): MovedPage[] {
  return aliases.flatMap((alias) => {
    if (alias.startsWith('/')) {
      return articles && hasFeed && isFeedPath(alias) ? [] : [{ ...shown, from: withoutIndex(alias), to: path() }];
    }
    return numbers.map((number) => ({
      ...shown,
      from: formerPath(alias, number),
      to: path(number),
      ...(number !== undefined && { number }),
    }));
  });
}

function numbersOf(articles: readonly Article[] | undefined): readonly (number | undefined)[] {
  return articles ? paginateFromOldest(articles, listingSize).map(({ number }) => number) : [undefined];
}

const foundFeeds = new WeakMap<Library, MovedFeed[]>();

/** Lists the old paths of feeds: those of former ids, in every format, and those that are written out. */
export function findMovedFeeds(library: Library): readonly MovedFeed[] {
  const known = foundFeeds.get(library) ?? listMovedFeeds(library);
  foundFeeds.set(library, known);
  return known;
}

function listMovedFeeds(library: Library): MovedFeed[] {
  const renamed = listRenamed(library);
  const ofSite = library.site.feeds.aliases ?? [];
  if (renamed.length + ofSite.length === 0) return [];
  const sources = feedsByPath(library);
  const ofLists = renamed.flatMap(({ aliases, path, formerPath, articles }) => {
    const source = articles && sources.get(path());
    if (!source) return [];
    const feed = (from: string, format: FeedFormat): MovedFeed => {
      return { from, to: feedPath(source.path, format), source, format };
    };
    return aliases.flatMap((alias) => {
      if (!alias.startsWith('/'))
        return source.formats.map((format) => feed(feedPath(formerPath(alias), format), format));
      return isFeedPath(alias) ? [feed(alias, formatMeant(alias, source.formats))] : [];
    });
  });
  return [...movedFeedsOfSite(ofSite, sources.get(frontPagePath)), ...ofLists];
}

function movedFeedsOfSite(aliases: readonly string[], source: FeedSource | undefined): MovedFeed[] {
  if (!source) return [];
  return aliases.map((from) => {
    const format = formatMeant(from, source.formats);
    return { from, to: feedPath(source.path, format), source, format };
  });
}

/** Whether an old path of a list is that of its feed: `/category/news/feed/`, `/news/rss.xml`, `/feeds/posts/default/-/news`. */
function isFeedPath(path: string): boolean {
  return /^\/feeds\/posts\/|\/feed(?:\/(?:atom|rdf|rss2?))?\/?$|\.(?:xml|rss|atom|rdf|json)$/i.test(path);
}

function formatMeant(path: string, formats: readonly FeedFormat[]): FeedFormat {
  const meant = /atom(?:\.xml)?\/?$/i.test(path) ? 'atom' : /\.json$/i.test(path) ? 'json' : 'rss';
  return formats.includes(meant) ? meant : 'rss';
}

function withoutIndex(path: string): string {
  return path.replace(/\/index\.html$/, '/');
}

function listRenamed(library: Library): Renamed[] {
  const { articles, formerNames } = library;
  if (formerNames.length === 0) return [];
  const of: Record<FormerNames['kind'], (id: string) => Omit<Renamed, 'aliases'> | undefined> = {
    category: renamedSections(
      library,
      groupBy(articles, ({ category }) => [category]),
    ),
    author: renamedAuthors(library, groupBy(articles, contributorIds)),
    page: renamedPages(library),
    series: renamedSeries(library),
    tag: renamedTags(library),
  };
  return formerNames.flatMap(({ kind, id, aliases }) => {
    const renamed = of[kind](id);
    return renamed ? [{ ...renamed, aliases }] : [];
  });
}

type FindRenamed = (id: string) => Omit<Renamed, 'aliases'> | undefined;

function renamedSections(library: Library, lists: ReadonlyMap<string, Article[]>): FindRenamed {
  return (id) => {
    const category = findById(library.categories, id);
    return (
      category && {
        title: category.name,
        description: category.description,
        card: sectionCard(category.name, library),
        path: (number) => categoryPath(id, number),
        formerPath: categoryPath,
        articles: lists.get(id) ?? [],
      }
    );
  };
}

function renamedAuthors(library: Library, lists: ReadonlyMap<string, Article[]>): FindRenamed {
  return (id) => {
    const author = findById(library.authors, id);
    return (
      author && {
        title: author.name,
        description: author.bio,
        card: authorCard(author, library),
        path: (number) => authorPath(id, number),
        formerPath: authorPath,
        articles: lists.get(id) ?? [],
      }
    );
  };
}

function renamedPages({ pages }: Library): FindRenamed {
  return (id) => {
    const page = pages.find(({ slug }) => slug === id);
    return (
      page && {
        title: page.title,
        description: page.summary ?? page.excerpt,
        path: () => standalonePath(id),
        formerPath: standalonePath,
      }
    );
  };
}

/** A series without an article has no page. */
function renamedSeries(library: Library): FindRenamed {
  return (id) => {
    const series = findById(library.series, id);
    return (
      series && {
        title: series.title,
        description: series.summary,
        card: sectionCard(series.title, library),
        path: (number) => seriesPath(id, number),
        formerPath: seriesPath,
        articles: series.articles,
        numbers: paginateSeries(series.articles).map(({ number }) => number),
      }
    );
  };
}

/** The former id of a tag is the segment of its URL. A tag without an article has no page. */
function renamedTags({ articles, tags }: Library): FindRenamed {
  const groups = new Map(groupByTag(articles).map((group) => [group.slug, group]));
  const describe = createTagDescriptions(tags);
  return (name) => {
    const group = groups.get(tagSlug(name));
    return (
      group && {
        title: group.name,
        description: describe(name),
        path: (number) => tagPath(name, number),
        formerPath: tagPath,
        articles: group.articles,
      }
    );
  };
}
