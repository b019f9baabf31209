import { formatMonth } from '../lib/arabic/dates.ts';
import type { DigitSystem } from '../lib/arabic/digits.ts';
import { digestValue } from '../lib/digest.ts';
import type { ShareCard } from '../lib/share-card.ts';
import type { Article, Library, PublishedAuthor } from '../library/types.ts';
import type { Category } from '../schema/category.ts';
import { type ArticlePage, composeArticlePage } from './article-page.ts';
import { composeAlerts, type ShownAlert } from './breaking.ts';
import { contributorIds, isEditorOf } from './byline.ts';
import { expiredLinksOf } from './expired-links.ts';
import { composeFeed, type Feed, feedSources, hasTagFeed } from './feed.ts';
import { findById } from './find-by-id.ts';
import { findMovedFeeds, findMovedPages } from './former-names.ts';
import {
  createTagDescriptions,
  groupBy,
  groupByMonth,
  groupByTag,
  type ListingPage,
  listingSize,
  type MonthGroup,
  paginateFromOldest,
} from './listings.ts';
import { composeLivePage, entriesKey, type LivePage } from './live.ts';
import { articlesWithCoverage, splitEntries } from './live-entries.ts';
import { composeLiveFeed, feedEntries } from './live-feed.ts';
import { describeArticle, describePage, type Metadata } from './metadata.ts';
import { composePageChrome, type PageChrome } from './page-chrome.ts';
import { createPageKeys, type PageKeys } from './page-keys.ts';
import { slotsOf, withSlots } from './page-slots.ts';
import { placePicture } from './pictures.ts';
import { oldAddresses } from './redirects.ts';
import { findNeighbours } from './related.ts';
import { besideInSeries, type PlaceInSeries, placeInSeries } from './series.ts';
import { authorCard, sectionCard } from './share-card.ts';
import { shownLists } from './shown-lists.ts';
import { newsSitemap, type SitemapUrl, sitemapFiles } from './sitemap.ts';
import { type Story, toStory } from './story.ts';
import type { PathLink } from './structured-data.ts';
import {
  archivePath,
  articlePath,
  authorPath,
  authorsPath,
  breakingPath,
  categoryPath,
  type FeedFormat,
  feedPath,
  hrefOf,
  hrefTo,
  livePagePath,
  monthPath,
  routeParameter,
  shortPath,
  standalonePath,
  tagPath,
  tagsPath,
} from './urls.ts';

/**
 * What Astro's `getStaticPaths` returns for one page. The page's data is composed only when the page is rendered,
 * because a build reuses most pages.
 */
export interface StaticPath<Props, Words extends unknown[] = []> {
  params: Record<string, string | undefined>;
  /** From `PageKeys`: with the same key and the same version of Warraq, the page has the same bytes. */
  cacheKey: string;
  props: { compose(...words: Words): Props };
}

export function articlePaths(library: Library): StaticPath<{ chrome: PageChrome; page: ArticlePage }>[] {
  const chrome = composePageChrome(library, { kind: 'articles' });
  const keys = createPageKeys(library);
  const neighbours = findNeighbours(library.articles, (article) => besideInSeries(article, library));
  return library.articles.map((article) => {
    const slots = slotsOf(library, { kind: 'articles', section: article.category }, article);
    const series = placeInSeries(article, library);
    const linked = [...neighbours.related(article), '' as const, ...neighbours.inSection(article)];
    return {
      params: { article: routeParameter(articlePath(article, library.site)) },
      cacheKey: withSlots(withSeries(withCoverage(keys.ofArticle(article, linked), article, library), series), slots),
      props: {
        compose: () => ({ chrome: { ...chrome, slots }, page: composeArticlePage(article, library, neighbours) }),
      },
    };
  });
}

/** Adds to the key of an article's page what it shows of its series: the articles beside it by headline and address. */
function withSeries(key: string, series: Partial<PlaceInSeries> | undefined): string {
  return series === undefined ? key : digestValue([key, series]);
}

function withCoverage(key: string, { id }: Article, library: Library): string {
  const coverage = library.live.get(id);
  return coverage ? digestValue([key, coverage.state, entriesKey(coverage.entries, library)]) : key;
}

interface LivePageProps {
  chrome: PageChrome;
  page: LivePage;
  metadata: Metadata;
}

/** The words of the interface for the title of a numbered page. */
type TitleOfLivePage = (story: string, number: number, digits: DigitSystem) => string;

/** Lists the numbered pages of live coverage, with the entries that are no longer on the page of the article. */
export function livePaths(library: Library): StaticPath<LivePageProps, [TitleOfLivePage]>[] {
  const keys = createPageKeys(library);
  return articlesWithCoverage(library).flatMap(([article, coverage]) => {
    const chrome = composePageChrome(library, { kind: 'lists', section: article.category });
    return splitEntries(coverage.entries).numbered.map((numbered) => {
      const { number, entries } = numbered;
      const path = livePagePath(article.id, number);
      const compose = (titleOf: TitleOfLivePage): LivePageProps => {
        const story = toStory(article, library);
        const page = composeLivePage(article, numbered, library, story, story.section);
        const listStart = { title: story.title, path: articlePath(article, library.site) };
        const title = titleOf(story.title, number, library.site.digits);
        const description = [title, story.summary].filter((part) => part !== '').join('. ');
        return { chrome, page, metadata: describePage(library, { title, description, path, listStart }) };
      };
      return {
        params: { id: article.id, number: String(number) },
        cacheKey: withSlots(keys.ofList([article], [number, entriesKey(entries, library)]), chrome.slots),
        props: { compose },
      };
    });
  });
}

/**
 * A stub, which redirects readers to `url`: the page at an old path of an article, a standalone page or a list, or at
 * the short link of an article.
 */
export interface StubPage {
  kind: 'article' | 'page';
  title: string;
  /** As pages link to it. */
  url: string;
  metadata: Metadata;
}

/** Lists the stubs at old paths (`aliases`), and at the short links of articles if these are not the permalinks. */
export function stubPaths(library: Library): StaticPath<StubPage>[] {
  return [...articleStubs(library), ...movedPageStubs(library)];
}

/** Lists the stubs of renamed sections, authors, standalone pages and tags. */
function movedPageStubs(library: Library): StaticPath<StubPage>[] {
  const keys = createPageKeys(library);
  return findMovedPages(library).map(({ from, to, title, description, card }) => ({
    params: { stub: routeParameter(from) },
    cacheKey: keys.ofList([], [to, title, description, card]),
    props: {
      compose: () => ({
        kind: 'page',
        title,
        url: hrefTo(to, library.site),
        metadata: describePage(library, { title, ...(description !== undefined && { description }), path: to, card }),
      }),
    },
  }));
}

function articleStubs(library: Library): StaticPath<StubPage>[] {
  const keys = createPageKeys(library);
  return library.articles.flatMap((article) => {
    const short = library.site.permalink === 'readable' ? [shortPath(article.id)] : [];
    const paths = [...short, ...oldAddresses(article)];
    if (paths.length === 0) return [];
    const place = placeInSeries(article, library);
    const cacheKey = withSeries(keys.ofArticle(article), place && { series: place.series, number: place.number });
    return paths.map((path) => ({
      params: { stub: routeParameter(path) },
      cacheKey,
      props: {
        compose: () => {
          const story = toStory(article, library);
          const metadata = describeArticle(library, story, article);
          return { kind: 'article', title: story.title, url: story.url, metadata };
        },
      },
    }));
  });
}

export interface StandalonePageProps {
  title: string;
  summary?: string;
  lastUpdated?: string;
  updateHasNoTime?: true;
  body: { file: string; format: 'md' | 'mdx'; digest: string };
  isDraft?: true;
  metadata: Metadata;
}

export function standalonePaths(library: Library): StaticPath<{ chrome: PageChrome; page: StandalonePageProps }>[] {
  const chrome = composePageChrome(library, { kind: 'pages' });
  const keys = createPageKeys(library);
  return library.pages.map((page) => {
    const { title, summary, lastUpdated, updateHasNoTime, slug, file, format, digest, excerpt, draft } = page;
    const path = standalonePath(slug);
    const compose = () => ({
      chrome,
      page: {
        title,
        ...(summary !== undefined && { summary }),
        ...(lastUpdated !== undefined && { lastUpdated }),
        ...(updateHasNoTime && { updateHasNoTime }),
        body: { file, format, digest },
        ...(draft && { isDraft: true as const }),
        metadata: describePage(library, { title, description: summary ?? excerpt, path }),
      },
    });
    const cacheKey = withSlots(
      keys.ofList(
        [],
        [file, digest + (format === 'mdx' ? library.components.digest : ''), ...expiredLinksOf(page, library)],
      ),
      chrome.slots,
    );
    return { params: { page: routeParameter(path) }, cacheKey, props: { compose } };
  });
}

/** The props of a page that lists the stories of one subject: a section, an author or a tag. */
interface ListingProps<Subject> {
  chrome: PageChrome;
  subject: Subject;
  listing: ListingPage<Story>;
  pathOf: { newer?: string; older?: string };
  /** The URL of the feed of the subject; undefined if it has none. */
  feedUrl?: string;
  metadata: Metadata;
}

export function categoryPaths(library: Library): StaticPath<ListingProps<Category>>[] {
  const keys = createPageKeys(library);
  const byCategory = groupBy(library.articles, (article) => [article.category]);
  return library.categories.flatMap((category) =>
    listingPaths(library, keys, byCategory.get(category.id) ?? [], {
      subject: category,
      section: category.id,
      first: library.frontPage.sectionLeads[category.id] ?? [],
      params: { category: category.id },
      path: (number) => categoryPath(category.id, number),
      card: sectionCard(category.name, library),
      title: category.name,
      description: category.description,
      hasFeed: true,
    }),
  );
}

export interface AuthorSubject extends PublishedAuthor {
  /**
   * How many articles the author wrote, and how many of others the author published. Only the newest page has them,
   * because the numbered pages must not change with each article.
   */
  counts?: { written: number; edited: number };
}

/** Lists the pages of authors. `indexTitle` is what the site calls the index of authors. */
export function authorPaths(library: Library, indexTitle: string): StaticPath<ListingProps<AuthorSubject>>[] {
  const keys = createPageKeys(library);
  const byAuthor = groupBy(library.articles, contributorIds);
  return library.authors.flatMap((author) => {
    const articles = byAuthor.get(author.id) ?? [];
    const subject = placeAuthor(author, library.site);
    const edited = articles.filter((article) => isEditorOf(article, author.id)).length;
    return listingPaths<AuthorSubject>(library, keys, articles, {
      subject,
      newestSubject: { ...subject, counts: { written: articles.length - edited, edited } },
      author,
      params: { author: author.id },
      path: (number) => authorPath(author.id, number),
      card: authorCard(author, library),
      parents: shownLists(library).authors ? [{ title: indexTitle, path: authorsPath }] : [],
      title: author.name,
      description: author.bio,
      hasFeed: true,
    });
  });
}

/** Returns an author with links and the portrait as pages write them. */
function placeAuthor({ links, portrait, ...author }: PublishedAuthor, site: Library['site']): PublishedAuthor {
  return {
    ...author,
    links: links.map(({ url, ...link }) => ({ ...link, url: hrefOf(url, site) })),
    ...(portrait && { portrait: placePicture(portrait, site) }),
  };
}

interface TagSubject {
  name: string;
  description?: string;
}

/** Lists the pages of tags. `indexTitle` is what the site calls the index of tags. */
export function tagPaths(library: Library, indexTitle: string): StaticPath<ListingProps<TagSubject>>[] {
  const keys = createPageKeys(library);
  const describe = createTagDescriptions(library.tags);
  return groupByTag(library.articles).flatMap(({ name, slug, articles }) => {
    const description = describe(name);
    return listingPaths<TagSubject>(library, keys, articles, {
      subject: { name, ...(description !== undefined && { description }) },
      params: { tag: slug },
      path: (number) => tagPath(name, number),
      parents: shownLists(library).tags ? [{ title: indexTitle, path: tagsPath }] : [],
      title: name,
      description,
      hasFeed: hasTagFeed(articles),
    });
  });
}

interface MonthProps {
  chrome: PageChrome;
  month: Pick<MonthGroup, 'year' | 'month'>;
  stories: Story[];
  metadata: Metadata;
}

/** Lists the pages of months. `archiveTitle` is what the site calls the archive. */
export function monthPaths(library: Library, archiveTitle: string): StaticPath<MonthProps>[] {
  const chrome = composePageChrome(library, { kind: 'lists' });
  const keys = createPageKeys(library);
  return groupByMonth(library.articles, library.site.timeZone).map(({ year, month, articles }) => {
    const [yearParameter, monthParameter] = routeParameter(monthPath(year, month)).split('/');
    const compose = () => {
      const stories = articles.map((article) => toStory(article, library));
      const title = formatMonth(year, month, chrome.dateStyle);
      const parents = [{ title: archiveTitle, path: archivePath }];
      const metadata = describePage(library, { title, path: monthPath(year, month), parents, stories });
      return { chrome, month: { year, month }, stories, metadata };
    };
    return {
      params: { year: yearParameter, month: monthParameter },
      cacheKey: withSlots(keys.ofList(articles), chrome.slots),
      props: { compose },
    };
  });
}

/**
 * Lists all feeds in one format. The parameter `page` is the path of the page that the feed belongs to; it is undefined
 * for the front page.
 */
export function feedPaths(library: Library, format: FeedFormat): StaticPath<Feed>[] {
  const keys = createPageKeys(library);
  const paths = feedSources(library)
    .filter(({ formats }) => formats.includes(format))
    .map((source) => ({
      params: { page: routeParameter(source.path) || undefined },
      cacheKey: keys.ofTexts(source.articles, [source.path, source.name, source.description, format]),
      props: { compose: () => composeFeed(source, format, library) },
    }));
  return format === 'rss' ? [...paths, ...liveFeedPaths(library)] : paths;
}

/** Lists the feeds of live coverage. They exist in RSS only, so that an entry changes few files. */
function liveFeedPaths(library: Library): StaticPath<Feed>[] {
  const keys = createPageKeys(library);
  return articlesWithCoverage(library).map(([article, coverage]) => ({
    params: { page: routeParameter(articlePath(article, library.site)) },
    cacheKey: keys.ofTexts([article], ['live', entriesKey(feedEntries(coverage), library)]),
    props: { compose: () => composeLiveFeed(article, coverage, library) },
  }));
}

/**
 * Lists the feeds at old paths. Each is the same file as the feed at its path of today, because feed readers follow no
 * stub; see docs/decisions/0023-feeds-at-old-addresses.md.
 */
export function movedFeedPaths(library: Library): StaticPath<{ feed: Feed; format: FeedFormat }>[] {
  const keys = createPageKeys(library);
  return findMovedFeeds(library).map(({ from, to, source, format }) => ({
    params: { feed: routeParameter(from) },
    cacheKey: keys.ofTexts(source.articles, [to, source.name, source.description, format]),
    props: { compose: () => ({ feed: composeFeed(source, format, library), format }) },
  }));
}

/**
 * Lists the files of the sitemap, without the index; none if search engines must not index the site. `now` (epoch
 * milliseconds) decides which articles are news.
 */
export function sitemapPaths(library: Library, now: number): StaticPath<SitemapUrl[]>[] {
  if (!library.site.indexed) return [];
  const keys = createPageKeys(library);
  const parts = [...sitemapFiles(library), newsSitemap(library, now)];
  return parts.map((part) => ({
    params: { part: part.name },
    cacheKey: keys.ofList(part.articles, [part.pages, part.liveUpdates]),
    props: { compose: () => part.entries() },
  }));
}

/** Lists the file with the site's IndexNow key, if the site has one. */
export function keyPaths({ site }: Library): StaticPath<string>[] {
  const key = site.announce.indexNow?.key;
  return key === undefined ? [] : [{ params: { key }, cacheKey: key, props: { compose: () => key } }];
}

/** Lists the file that all pages ask for alerts; a site without `breaking.yaml` has none. */
export function alertPaths(library: Library): StaticPath<ShownAlert[]>[] {
  if (library.breaking === undefined) return [];
  const alerts = composeAlerts(library);
  const params = { alerts: routeParameter(breakingPath).replace(/\.json$/, '') };
  return [{ params, cacheKey: JSON.stringify(alerts), props: { compose: () => alerts } }];
}

interface Listing<Subject> {
  subject: Subject;
  /** What the newest page shows in place of `subject`. */
  newestSubject?: Subject;
  /** The id of the section whose pages these are. */
  section?: string;
  /** Ids of the articles that come first on the newest page. */
  first?: readonly string[];
  /** Set only for an author's own pages. */
  author?: PublishedAuthor;
  params: Record<string, string>;
  /** Returns the path of the page with this number; without a number, of the newest page. */
  path: (number?: number) => string;
  /** The pages between the front page and these. */
  parents?: readonly PathLink[];
  /** Undefined if the pages show the site's card. */
  card?: ShareCard | undefined;
  title: string;
  description: string | undefined;
  hasFeed: boolean;
}

function listingPaths<Subject>(
  library: Library,
  keys: PageKeys,
  articles: readonly Article[],
  listing: Listing<Subject>,
): StaticPath<ListingProps<Subject>>[] {
  const {
    subject,
    newestSubject = subject,
    section,
    first = [],
    author,
    params,
    path,
    parents = [],
    card,
    title,
    description,
    hasFeed,
  } = listing;
  const chrome = composePageChrome(library, { kind: 'lists', ...(section !== undefined && { section }) });
  return paginateFromOldest(articles, listingSize).map(({ items: listed, ...page }) => {
    const items = page.number === undefined ? placeFirst(first, listed, articles) : listed;
    const shown = page.number === undefined ? newestSubject : subject;
    const compose = () => {
      const stories = items.map((article) => ({
        ...toStory(article, library),
        ...(author && isEditorOf(article, author.id) && { isEdited: true as const }),
      }));
      return {
        chrome,
        subject: shown,
        listing: { ...page, items: stories },
        pathOf: {
          ...(page.newer !== undefined && {
            newer: hrefTo(path(page.newer === 'newest' ? undefined : page.newer), library.site),
          }),
          ...(page.older !== undefined && { older: hrefTo(path(page.older), library.site) }),
        },
        ...(hasFeed && { feedUrl: hrefTo(feedPath(path()), library.site) }),
        metadata: describePage(library, {
          title,
          parents,
          ...(description !== undefined && { description }),
          path: path(page.number),
          ...(page.number === undefined ? { author } : { listStart: { title, path: path() } }),
          stories,
          card,
          ...(hasFeed && { feedOf: { title, path: path() } }),
        }),
      };
    };
    return {
      params: { ...params, number: page.number === undefined ? undefined : String(page.number) },
      cacheKey: withSlots(keys.ofList(items, [shown, page, title, description, card, hasFeed]), chrome.slots),
      props: { compose },
    };
  });
}

/** Puts the articles with these ids before the others, even if they are so old that they are on a numbered page too. */
function placeFirst(ids: readonly string[], listed: readonly Article[], all: readonly Article[]): readonly Article[] {
  if (ids.length === 0) return listed;
  const first = ids.flatMap((id) => findById(all, id) ?? []);
  return [...first, ...listed.filter((article) => !first.includes(article))];
}
