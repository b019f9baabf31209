import { type ShareCard, shareCardSize, shareCardUrl } from '../lib/share-card.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/library.ts';
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

/** What the `<head>` says to browsers, search engines and chat apps. URLs are absolute and percent-encoded. */
export interface Metadata {
  title: string;
  siteTitle: string;
  description: string;
  canonical: string;
  indexed: boolean;
  feeds: { title: string; format: FeedFormat; url: string }[];
  image?: { url: string; alt: string; width: number; height: number };
  article?: ArticleMetadata;
  /** Pages that search engines should not show have none. */
  structuredData?: StructuredData;
}

export interface ArticleMetadata {
  /** ISO 8601 with the site's offset. */
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
  /** The first page of the list that a numbered page goes on with. */
  listStart?: Link | undefined;
  /** The stories that the page lists, and the author whose own page it is. */
  stories?: readonly Story[];
  author?: Author | undefined;
  /** The path of the page whose own feed goes with it, beside the site's. */
  feedOf?: { title: string; path: string };
  /** What is shown beside a link to the page; without it the site's card. */
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
  const { title, path, indexed = true } = page;
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
  const page = describePage(library, {
    title: story.title,
    description: story.summary,
    path: story.url,
    card: story.picture?.social === undefined ? storyCard(story, site) : undefined,
    feedOf: { title: story.section.title, path: story.section.url },
  });
  const published = isoWithOffset(story.date, site.timeZone);
  const modified = isoWithOffset(story.lastUpdated ?? story.date, site.timeZone);
  const authors = story.authors.map(({ title, url }) => ({ name: title, url: absoluteUrl(url, site) }));
  const image = story.picture?.social !== undefined && {
    url: absoluteUrl(story.picture.social, site),
    alt: story.picture.alt,
    ...socialImage,
  };
  const shown = image || page.image;
  const trail = [story.section, { title: story.title, url: story.url }];
  const described = { title: story.title, description: page.description, url: page.canonical, trail };
  const images = [...photographOf(story, site), ...(shown ? [shown.url] : [])];
  return {
    ...page,
    ...(image && { image }),
    structuredData: describeStory(site, described, story, { ...article, images }),
    article: {
      published,
      modified,
      section: story.section.title,
      authors,
      tags: article.tags,
      shortLink: absoluteUrl(shortPath(story.id), site),
    },
  };
}

/** The lead image whole, where it is more than a drawing. */
function photographOf({ picture }: Story, site: Site): string[] {
  return picture === undefined || picture.src.endsWith('.svg') ? [] : [absoluteUrl(picture.src, site)];
}
