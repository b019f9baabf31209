import { type ShareCard, shareCardSize, shareCardUrl } from '../lib/share-card.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/types.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import { feedFormats } from './feed.ts';
import { siteCard, storyCard } from './share-card.ts';
import { type Link, type Story, socialImage } from './story.ts';
import {
  describeCollection,
  describeFrontPage,
  describePlainPage,
  describeProfile,
  describeStory,
  type StructuredData,
} from './structured-data.ts';
import { absoluteUrl, type FeedFormat, feedPath, frontPagePath, shortPath } from './urls.ts';

/** The content of `<head>`, for browsers, search engines and chat apps. URLs are absolute and percent-encoded. */
export interface Metadata {
  title: string;
  siteTitle: string;
  description: string;
  canonical: string;
  indexed: boolean;
  feeds: { title: string; format: FeedFormat; url: string }[];
  image?: { url: string; alt: string; width: number; height: number };
  article?: ArticleMetadata;
  /** Undefined on pages that search engines must not index. */
  structuredData?: StructuredData;
}

interface ArticleMetadata {
  /** `published` and `modified` are ISO 8601 with the offset of the site's time zone. */
  published: string;
  modified: string;
  section: string;
  authors: { name: string; url: string }[];
  tags: string[];
  shortLink: string;
}

interface PageDescription {
  title: string;
  description?: string;
  path: string;
  indexed?: boolean;
  /** On a numbered page of a list: the first page of the list. */
  listStart?: Link | undefined;
  /** The stories that the page lists. */
  stories?: readonly Story[];
  /** The author whose own page this is. */
  author?: Author | undefined;
  /** The title and path of a page whose feed is offered beside the site's feed. */
  feedOf?: { title: string; path: string };
  /** The share card; undefined for the site's own card. */
  card?: ShareCard | undefined;
}

export function describePage({ site }: Library, page: PageDescription): Metadata {
  const feed = (title: string, path: string, format: FeedFormat) => ({
    title,
    format,
    url: absoluteUrl(feedPath(path, format), site),
  });
  const siteFormats = page.path === frontPagePath ? feedFormats('site', site) : (['rss'] as const);
  const card = page.card ?? siteCard(site);
  const { title, path } = page;
  const indexed = site.indexed && page.indexed !== false;
  const description = page.description || site.description;
  const canonical = absoluteUrl(path, site);
  return {
    ...(card && { image: { url: absoluteUrl(shareCardUrl(card), site), alt: card.headline, ...shareCardSize } }),
    title,
    siteTitle: site.title,
    description,
    canonical,
    indexed,
    feeds: [
      ...siteFormats.map((format) => feed(site.title, frontPagePath, format)),
      ...(page.feedOf ? [feed(`${page.feedOf.title} – ${site.title}`, page.feedOf.path, 'rss')] : []),
    ],
    ...(indexed && { structuredData: structuredDataOf(site, page) }),
  };
}

function structuredDataOf(site: Site, page: PageDescription): StructuredData {
  const { title, path, listStart, stories, author } = page;
  if (path === frontPagePath) return describeFrontPage(site);
  const described = {
    title,
    description: page.description || site.description,
    url: absoluteUrl(path, site),
    trail: [listStart ?? { title, url: path }],
  };
  if (stories === undefined) return describePlainPage(site, described);
  return author ? describeProfile(site, described, author, stories) : describeCollection(site, described, stories);
}

export function describeArticle(library: Library, story: Story, article: Article): Metadata {
  const { site } = library;
  const photo = socialPhotoOf(story, site);
  const page = describePage(library, {
    title: story.title,
    description: story.summary,
    path: story.url,
    card: photo ? undefined : storyCard(story, site),
    feedOf: { title: story.section.title, path: story.section.url },
  });
  const image = photo ?? page.image;
  const trail = [story.section, { title: story.title, url: story.url }];
  const described = { title: story.title, description: page.description, url: page.canonical, trail };
  const images = [...fullPhotoUrls(story, site), ...(image ? [image.url] : [])];
  return {
    ...page,
    ...(image && { image }),
    ...(page.indexed && { structuredData: describeStory(site, described, story, { ...article, images }) }),
    article: {
      published: isoWithOffset(story.date, site.timeZone),
      modified: isoWithOffset(story.lastUpdated ?? story.date, site.timeZone),
      section: story.section.title,
      authors: story.authors.map(({ title, url }) => ({ name: title, url: absoluteUrl(url, site) })),
      tags: article.tags,
      shortLink: absoluteUrl(shortPath(story.id), site),
    },
  };
}

/** Returns the crop of the lead image for social cards; undefined if there is none. */
function socialPhotoOf({ picture }: Story, site: Site): Metadata['image'] {
  if (picture?.social === undefined) return undefined;
  return { url: absoluteUrl(picture.social, site), alt: picture.alt, ...socialImage };
}

/** Returns the URL of the uncropped lead image, unless it is an SVG drawing. */
function fullPhotoUrls({ picture }: Story, site: Site): string[] {
  return picture === undefined || picture.src.endsWith('.svg') ? [] : [absoluteUrl(picture.src, site)];
}
