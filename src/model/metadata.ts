import { socialImageSize } from '../lib/picture-sizes.ts';
import { type ShareCard, shareCardUrl } from '../lib/share-card.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { LiveCoverage } from '../library/content/live.ts';
import type { OwnerStyles } from '../library/theme/owner-styles.ts';
import type { Article, Library, PublishedAuthor, Series } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { shownSource } from './expired-links.ts';
import { feedFormats } from './feed.ts';
import { describeCoverage } from './live-blog.ts';
import { placeRecording } from './recording.ts';
import { pictureOf, placeInSeries } from './series.ts';
import { ownCard, sectionCard, siteCard, storyCard } from './share-card.ts';
import type { Story } from './story.ts';
import {
  describeCollection,
  describeFrontPage,
  describePlainPage,
  describeProfile,
  describeSeriesPage,
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
  seriesPath,
  shortPath,
} from './urls.ts';
import { type IconLink, iconLinks } from './web-manifest.ts';

/** The content of `<head>`, for browsers, search engines and chat apps. URLs are absolute and percent-encoded. */
export interface Metadata {
  title: string;
  siteTitle: string;
  description: string;
  canonical: string;
  /** The pages below the front page that lead here, ending with this page; empty on the front page. */
  trail: PathLink[];
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
  engineFamilies: string[];
  /** The colours of the paper, light and dark; undefined if they are those of the engine. */
  themeColors?: [light: string, dark: string];
}

interface ArticleMetadata {
  /** `published` and `modified` are ISO 8601 with the offset of the site's time zone. */
  published: string;
  modified: string;
  section: string;
  /** The absolute URLs of the pages of those who wrote it. */
  writers: string[];
  tags: string[];
  shortLink: string;
  /** The article read aloud; `url` is absolute. */
  recording?: { url: string; mediaType: string };
}

interface PageDescription {
  title: string;
  description?: string;
  path: string;
  indexed?: boolean;
  /** On a numbered page of a list: the title and path of the first page of the list. */
  listStart?: PathLink | undefined;
  /** The pages between the front page and this one. */
  parents?: readonly PathLink[];
  /** The stories that the page lists, or other pages. */
  stories?: readonly Pick<Story, 'url'>[];
  /** The author whose own page this is. */
  author?: PublishedAuthor | undefined;
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
  const { title, path, listStart, parents = [] } = page;
  const trail = path === frontPagePath ? [] : [...parents, listStart ?? { title, path }];
  const indexed = site.indexed && page.indexed !== false;
  const description = page.description || site.description;
  const canonical = absoluteUrl(path, site);
  return {
    ...(card && { image: { url: absoluteUrl(shareCardUrl(card), site), alt: card.headline, ...socialImageSize } }),
    title,
    siteTitle: site.title,
    description,
    canonical,
    trail,
    indexed,
    icons: iconLinks(site, icon !== undefined),
    feeds: [
      ...siteFormats.map((format) => feed(site.title, frontPagePath, format)),
      ...(page.feedOf ? [feed(`${page.feedOf.title} – ${site.title}`, page.feedOf.path, 'rss')] : []),
    ],
    ...(indexed && { structuredData: structuredDataOf(site, page, trail) }),
    ...(ownerStyles && { look: lookOf(ownerStyles, site) }),
  };
}

function lookOf({ sheet, preload, engineFamilies }: OwnerStyles, site: Site): Look {
  const { light, dark } = site.appearance?.palettes ?? {};
  return {
    sheet: hrefTo(sheet, site),
    preload: preload.map((font) => hrefTo(font, site)),
    engineFamilies,
    ...(light && dark && { themeColors: [light.paper, dark.paper] }),
  };
}

function structuredDataOf(site: Site, page: PageDescription, trail: PathLink[]): StructuredData {
  const { title, path, stories, author } = page;
  if (path === frontPagePath) return describeFrontPage(site, stories ?? []);
  const described = {
    title,
    description: page.description || site.description,
    url: absoluteUrl(path, site),
    trail,
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
    parents: [section],
    feedOf: coverage ? { title: story.title, path } : section,
  });
  const image = photo ?? page.image;
  const described = { title: story.title, description: page.description, url: page.canonical, trail: page.trail };
  const images = [...new Set([...fullPhotoUrls(story, site), ...(image ? [image.url] : [])])];
  const place = placeInSeries(article, library);
  const series = place && { ...place.series, url: absoluteHref(place.series.url, site), number: place.number };
  const { source: _, recording: __, ...withoutSource } = article;
  const source = shownSource(article, library);
  const recording = placeRecording(article, site);
  const facts = {
    ...withoutSource,
    ...(source && { source }),
    ...(recording && { recording }),
    images,
    series,
    ...(coverage && { coverage: describeCoverage(article, coverage, library) }),
  };
  return {
    ...page,
    ...(image && { image }),
    ...(page.indexed && { structuredData: describeStory(site, described, story, facts) }),
    article: {
      published: isoWithOffset(story.date, site.timeZone),
      modified: isoWithOffset(story.lastUpdated ?? story.date, site.timeZone),
      section: story.section.title,
      writers: story.byline.writers.flatMap(({ url }) => (url === undefined ? [] : [absoluteHref(url, site)])),
      tags: article.tags,
      shortLink: absoluteUrl(shortPath(story.id), site),
      ...(recording && { recording }),
    },
  };
}

/** Describes a page of a series from its stories in the order of reading, the first of which has the number `start`. */
export function describeSeries(
  library: Library,
  series: Series,
  page: { number?: number | undefined; start: number; stories: readonly Story[]; parents: readonly PathLink[] },
): Metadata {
  const { site } = library;
  const { id, title, summary } = series;
  const first = { title, path: seriesPath(id) };
  const picture = pictureOf(series, library);
  const photo = socialPhotoOf({ picture }, site);
  const metadata = describePage(library, {
    title,
    ...(summary !== undefined && { description: summary }),
    path: seriesPath(id, page.number),
    listStart: first,
    parents: page.parents,
    card: photo ? undefined : sectionCard(title, library),
    feedOf: first,
  });
  const described = {
    title,
    description: metadata.description,
    url: metadata.canonical,
    trail: metadata.trail,
  };
  const image = photo?.url;
  const facts = { title, summary, url: absoluteUrl(first.path, site), image, start: page.start };
  return {
    ...metadata,
    ...(photo && { image: photo }),
    ...(metadata.indexed && { structuredData: describeSeriesPage(site, described, facts, page.stories) }),
  };
}

/**
 * Returns the crop of the lead image for social cards, or the whole of it; undefined if there is none, or none that
 * chats show.
 */
function socialPhotoOf({ picture }: { picture?: Story['picture'] | undefined }, site: Site): Metadata['image'] {
  if (picture?.social === undefined) return undefined;
  return { url: absoluteHref(picture.social, site), alt: picture.alt, ...(picture.socialSize ?? socialImageSize) };
}

/** Returns the URL of the uncropped lead image, unless it is an SVG drawing. */
function fullPhotoUrls({ picture }: Story, site: Site): string[] {
  return picture === undefined || picture.src.endsWith('.svg') ? [] : [absoluteHref(picture.src, site)];
}
