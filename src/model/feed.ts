import type { DateStyle } from '../lib/arabic/dates.ts';
import { imageUrl } from '../lib/paths.ts';
import { socialImageSize } from '../lib/picture-sizes.ts';
import type { Article, Library } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Correction } from '../schema/published-corrections.ts';
import type { Site } from '../schema/site.ts';
import type { AtomAndJsonScope } from '../schema/syndication.ts';
import { type Byline, type Contributor, contributorIds } from './byline.ts';
import { createTagDescriptions, groupBy, groupByTag, latestEdit } from './listings.ts';
import { shownPicture } from './originals.ts';
import { placeRecording, type ShownRecording } from './recording.ts';
import { newestFirst } from './series.ts';
import { toStory } from './story.ts';
import {
  absoluteHref,
  absoluteUrl,
  authorPath,
  categoryPath,
  type FeedFormat,
  feedItemId,
  feedPath,
  frontPagePath,
  seriesPath,
  tagPath,
} from './urls.ts';

/** What a feed is composed from: the page at `path` that it belongs to, and its articles, newest first. */
export interface FeedSource {
  kind: 'site' | 'category' | 'author' | 'series' | 'tag';
  /** The name of the section, the author, the series or the tag; the site's title for the site's own feed. */
  name: string;
  description?: string;
  path: string;
  formats: readonly FeedFormat[];
  articles: readonly Article[];
}

/**
 * A feed, independent of its format. It depends only on articles and settings, so that the same content results in the
 * same bytes.
 */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** The absolute URL of the page that the feed belongs to. */
  link: string;
  /** The absolute URL of the feed itself. */
  self: string;
  hub?: string;
  site: { title: string; url: string; logo?: string };
  dateStyle: DateStyle;
  /** ISO instant of the latest edit of an item. */
  updated?: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** Stays the same when the article is edited. */
  id: string;
  title: string;
  link: string;
  /** ISO instant. */
  published: string;
  /** ISO instant; undefined if the text has not changed since publication. */
  updated?: string;
  /** Who wrote it. */
  authors: FeedPerson[];
  /** Who published what the authors wrote. */
  editors?: FeedPerson[];
  byline: Byline;
  categories: string[];
  /** Newest first; empty if there are none. */
  corrections: Correction[];
  summary: string;
  lead?: FeedPicture;
  /** The article read aloud. */
  recording?: ShownRecording;
  body: { articleId: string; file: string; format: 'md' | 'mdx'; digest: string };
}

/** Somebody who wrote or published an item; `url` is absolute. */
export interface FeedPerson {
  name: string;
  url?: string;
}

export interface FeedPicture {
  url: string;
  /** The file name in the folder of published images; undefined for an image of another site, and for a size that a service makes. */
  file?: string;
  /** The size of the file of an image of another site in bytes, if its server tells it. */
  length?: number;
  type: string;
  width: number;
  height: number;
  alt: string;
  caption?: string;
  credit?: string;
}

/** The most articles in a feed of each kind. */
const sizes = { site: 50, category: 30, author: 30, series: 30, tag: 30 };

/** A tag with fewer articles has no feed, because nobody would subscribe to it. */
const minTaggedArticles = 5;

const everyFormat = ['rss', 'atom', 'json'] as const satisfies FeedFormat[];

/**
 * The kinds of feeds that exist in Atom and JSON too, by the setting `feeds.atom-and-json` of `site.yaml`; see
 * docs/decisions/0020-feeds.md.
 */
const inEveryFormat: Record<AtomAndJsonScope, readonly FeedSource['kind'][]> = {
  site: ['site'],
  sections: ['site', 'category'],
  all: ['site', 'category', 'author', 'series', 'tag'],
};

/** Returns the formats in which feeds of a kind exist, RSS first. */
export function feedFormats(kind: FeedSource['kind'], { feeds }: Pick<Site, 'feeds'>): readonly FeedFormat[] {
  return inEveryFormat[feeds.atomAndJson].includes(kind) ? everyFormat : ['rss'];
}

const sourcesOfLibrary = new WeakMap<Library, FeedSource[]>();

/**
 * Returns the sources of all feeds of a site. They are cached per library, because the pages of each format ask for
 * them.
 */
export function feedSources(library: Library): readonly FeedSource[] {
  const sources = sourcesOfLibrary.get(library) ?? findFeedSources(library);
  sourcesOfLibrary.set(library, sources);
  return sources;
}

function findFeedSources({ site, articles: all, categories, authors, series, tags }: Library): FeedSource[] {
  // The list itself where it can be, because its groups by tag are known then.
  const articles = all.every(isForSubscribers) ? all : all.filter(isForSubscribers);
  const byCategory = groupBy(articles, ({ category }) => [category]);
  const byAuthor = groupBy(articles, contributorIds);
  const describe = createTagDescriptions(tags);
  const source = (kind: FeedSource['kind'], path: string, name: string, about?: string, own: Article[] = []) => ({
    kind,
    name,
    ...(about !== undefined && { description: about }),
    path,
    formats: feedFormats(kind, site),
    articles: own.slice(0, sizes[kind]),
  });
  return [
    source('site', frontPagePath, site.title, site.description, articles),
    ...categories.map(({ id, name, description }) =>
      source('category', categoryPath(id), name, description, byCategory.get(id)),
    ),
    ...authors.map(({ id, name, bio }) => source('author', authorPath(id), name, bio, byAuthor.get(id))),
    ...series.map((each) =>
      source('series', seriesPath(each.id), each.title, each.summary, newestFirst(each).filter(isForSubscribers)),
    ),
    ...groupByTag(articles)
      .filter((tag) => hasTagFeed(tag.articles))
      .map(({ name, articles: tagged }) => source('tag', tagPath(name), name, describe(name), tagged)),
  ];
}

export function hasTagFeed(tagged: readonly Article[]): boolean {
  let count = 0;
  for (const article of tagged) if (isForSubscribers(article) && ++count >= minTaggedArticles) return true;
  return false;
}

/** Drafts and future articles are shown on pages for editors, but never in a feed: a reader would keep them. */
function isForSubscribers({ unpublished }: Article): boolean {
  return !unpublished;
}

/** Returns what the feeds of a site have in common. */
export function feedHead(site: Site): Pick<Feed, 'language' | 'hub' | 'site'> {
  return {
    language: site.feeds.language,
    ...(site.feeds.hub !== undefined && { hub: site.feeds.hub }),
    site: {
      title: site.title,
      url: absoluteUrl(frontPagePath, site),
      ...(site.publisher.logo !== undefined && { logo: absoluteUrl(site.publisher.logo, site) }),
    },
  };
}

export function composeFeed(source: FeedSource, format: FeedFormat, library: Library): Feed {
  const { site } = library;
  const { kind, name, description, path, articles } = source;
  const updated = latestEdit(articles);
  return {
    title: kind === 'site' ? site.title : `${name} – ${site.title}`,
    description: description ?? site.description,
    ...feedHead(site),
    link: absoluteUrl(path, site),
    self: absoluteUrl(feedPath(path, format), site),
    dateStyle: { timeZone: site.timeZone, months: site.months, digits: site.digits },
    ...(updated !== undefined && { updated }),
    items: articles.map((article) => feedItem(article, library)),
  };
}

function feedItem(article: Article, library: Library): FeedItem {
  const { site } = library;
  const story = toStory(article, library);
  const { byline } = story;
  const recording = placeRecording(article, site);
  const picture = shownPicture(article, library);
  return {
    id: feedItemId(article, site),
    title: story.title,
    link: absoluteHref(story.url, site),
    published: story.date,
    ...(story.lastUpdated !== undefined && { updated: story.lastUpdated }),
    authors: byline.writers.map((writer) => feedPerson(writer, site)),
    ...(byline.editors.length > 0 && { editors: byline.editors.map((editor) => feedPerson(editor, site)) }),
    byline,
    categories: [story.section.title, ...article.tags],
    corrections: article.corrections ?? [],
    summary: story.summary,
    ...(picture && { lead: feedPicture(picture, article, library) }),
    ...(recording && { recording }),
    body: { articleId: article.id, file: article.file, format: article.format, digest: article.digest },
  };
}

function feedPerson({ name, url }: Contributor, site: Site): FeedPerson {
  return { name, ...(url !== undefined && { url: absoluteHref(url, site) }) };
}

const imageTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Returns the media type of a picture that feed readers show; undefined for a drawing. */
function shownType({ src, type }: Picture): string | undefined {
  return type ?? imageTypes[src.slice(src.lastIndexOf('.') + 1)];
}

/**
 * Describes a picture for feeds. An SVG image is replaced by the JPEG that is made for social cards, because feed
 * readers do not show SVG.
 */
function feedPicture(picture: Picture, { image }: Pick<Article, 'image'>, { site }: Library): FeedPicture {
  const type = shownType(picture);
  const shown =
    type === undefined && picture.social !== undefined
      ? { src: picture.social, type: 'image/jpeg', ...socialImageSize }
      : { src: picture.src, type: type ?? 'image/svg+xml', width: picture.width, height: picture.height };
  return {
    url: absoluteUrl(shown.src, site),
    ...(shown.src.startsWith(imageUrl('')) && { file: shown.src.slice(imageUrl('').length) }),
    ...(shown.src === picture.source && picture.bytes !== undefined && { length: picture.bytes }),
    type: shown.type,
    width: shown.width,
    height: shown.height,
    alt: image?.alt ?? '',
    ...(image?.caption !== undefined && { caption: image.caption }),
    ...(image?.credit !== undefined && { credit: image.credit }),
  };
}
