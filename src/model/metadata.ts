import { type ShareCard, shareCardSize, shareCardUrl } from '../lib/share-card.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { LiveCoverage } from '../library/content/live.ts';
import type { OwnerStyles } from '../library/theme/owner-styles.ts';
import type { Article, Library } from '../library/types.ts';
import type { EngineFont } from '../schema/appearance.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import { feedFormats } from './feed.ts';
import { describeCoverage } from './live-blog.ts';
import { ownCard, siteCard, storyCard } from './share-card.ts';
import { type Story, socialImage } from './story.ts';
import {
  describeCollection,
  describeFrontPage,
  describePlainPage,
  describeProfile,
  describeStory,
  type PathLink,
  type StructuredData,
} from './structured-data.ts';
import {
  absoluteHref,
  absoluteUrl,
  articlePath,
  categoryPath,
  type FeedFormat,
  feedPath,
  frontPagePath,
  hrefTo,
  shortPath,
} from './urls.ts';
import { type IconLink, iconLinks } from './web-manifest.ts';

/** The content of `<head>`, for browsers, search engines and chat apps. URLs are absolute and percent-encoded. */
export interface Metadata {
  title: string;
  siteTitle: string;
  description: string;
  canonical: string;
  indexed: boolean;
  icons: IconLink[];
  feeds: { title: string; format: FeedFormat; url: string }[];
  image?: { url: string; alt: string; width: number; height: number };
  article?: ArticleMetadata;
  /** Undefined if the site has the look of the engine. */
  look?: Look;
  /** Undefined on pages that search engines must not index. */
  structuredData?: StructuredData;
}

/** The look that a newsroom gives its site. */
export interface Look {
  /** The URL of the newsroom's style sheet. */
  sheet: string;
  /** The URLs of the newsroom's fonts that are loaded before the page is painted. */
  preload: string[];
  /** The families of the engine that are loaded so too. */
  engineFonts: EngineFont[];
  /** The colours of the paper, light and dark; undefined if they are those of the engine. */
  themeColors?: [light: string, dark: string];
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
  /** On a numbered page of a list: the title and path of the first page of the list. */
  listStart?: PathLink | undefined;
  /** The stories that the page lists. */
  stories?: readonly Story[];
  /** The author whose own page this is. */
  author?: Author | undefined;
  /** The title and path of a page whose feed is offered beside the site's feed. */
  feedOf?: PathLink;
  /** The share card; undefined for the site's own card. */
  card?: ShareCard | undefined;
}

export function describePage(library: Library, page: PageDescription): Metadata {
  const { site, icon, ownerStyles } = library;
  const feed = (title: string, path: string, format: FeedFormat) => ({
    title,
    format,
    url: absoluteUrl(feedPath(path, format), site),
  });
  const siteFormats = page.path === frontPagePath ? feedFormats('site', site) : (['rss'] as const);
  const card = page.card ?? siteCard(library);
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
    icons: iconLinks(site, icon !== undefined),
    feeds: [
      ...siteFormats.map((format) => feed(site.title, frontPagePath, format)),
      ...(page.feedOf ? [feed(`${page.feedOf.title} – ${site.title}`, page.feedOf.path, 'rss')] : []),
    ],
    ...(indexed && { structuredData: structuredDataOf(site, page) }),
    ...(ownerStyles && { look: lookOf(ownerStyles, site) }),
  };
}

function lookOf({ sheet, preload, engineFonts }: OwnerStyles, site: Site): Look {
  const { light, dark } = site.appearance?.palettes ?? {};
  return {
    sheet: hrefTo(sheet, site),
    preload: preload.map((font) => hrefTo(font, site)),
    engineFonts,
    ...(light && dark && { themeColors: [light.paper, dark.paper] }),
  };
}

function structuredDataOf(site: Site, page: PageDescription): StructuredData {
  const { title, path, listStart, stories, author } = page;
  if (path === frontPagePath) return describeFrontPage(site, stories ?? []);
  const described = {
    title,
    description: page.description || site.description,
    url: absoluteUrl(path, site),
    trail: [listStart ?? { title, path }],
  };
  if (stories === undefined) return describePlainPage(site, described);
  return author ? describeProfile(site, described, author, stories) : describeCollection(site, described, stories);
}

/** Describes an article; with `coverage`, as the page that has it. Its card then says that it is live. */
export function describeArticle(library: Library, story: Story, article: Article, coverage?: LiveCoverage): Metadata {
  const { site } = library;
  const path = articlePath(article, site);
  const section = { title: story.section.title, path: categoryPath(article.category) };
  const live = story.live === 'open' ? ownCard(story, library) : undefined;
  const photo = live ? undefined : socialPhotoOf(story, site);
  const page = describePage(library, {
    title: story.title,
    description: story.summary,
    path,
    card: photo ? undefined : (live ?? storyCard(story, library)),
    feedOf: coverage ? { title: story.title, path } : section,
  });
  const image = photo ?? page.image;
  const trail = [section, { title: story.title, path }];
  const described = { title: story.title, description: page.description, url: page.canonical, trail };
  const images = [...fullPhotoUrls(story, site), ...(image ? [image.url] : [])];
  const facts = { ...article, images, ...(coverage && { coverage: describeCoverage(article, coverage, library) }) };
  return {
    ...page,
    ...(image && { image }),
    ...(page.indexed && { structuredData: describeStory(site, described, story, facts) }),
    article: {
      published: isoWithOffset(story.date, site.timeZone),
      modified: isoWithOffset(story.lastUpdated ?? story.date, site.timeZone),
      section: story.section.title,
      authors: story.authors.map(({ title, url }) => ({ name: title, url: absoluteHref(url, site) })),
      tags: article.tags,
      shortLink: absoluteUrl(shortPath(story.id), site),
    },
  };
}

/** Returns the crop of the lead image for social cards; undefined if there is none. */
function socialPhotoOf({ picture }: Story, site: Site): Metadata['image'] {
  if (picture?.social === undefined) return undefined;
  return { url: absoluteHref(picture.social, site), alt: picture.alt, ...socialImage };
}

/** Returns the URL of the uncropped lead image, unless it is an SVG drawing. */
function fullPhotoUrls({ picture }: Story, site: Site): string[] {
  return picture === undefined || picture.src.endsWith('.svg') ? [] : [absoluteHref(picture.src, site)];
}
