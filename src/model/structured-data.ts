import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article, PublishedAuthor } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import type { Policy } from '../schema/syndication.ts';
import type { Contributor } from './byline.ts';
import { isoDuration, type ShownRecording } from './recording.ts';
import type { Story } from './story.ts';
import { absoluteHref, absoluteUrl, frontPagePath } from './urls.ts';

/** A node in the vocabulary of https://schema.org. Undefined members are left out of the JSON. */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** The JSON-LD that describes a page to search engines. */
export interface StructuredData {
  '@context': 'https://schema.org';
  '@graph': Thing[];
}

/** A page of the site by its path. */
export interface PathLink {
  title: string;
  path: string;
}

interface DescribedPage {
  title: string;
  description: string;
  /** Absolute. */
  url: string;
  /** The breadcrumbs below the front page, ending with this page. */
  trail: PathLink[];
}

/**
 * Describes the front page with its stories, the site and the organization behind it. Other pages refer to the site and the organization
 * by `@id` instead of describing them, so that they stay small.
 */
export function describeFrontPage(site: Site, stories: readonly Pick<Story, 'url'>[]): StructuredData {
  const publisher = { ...organization(site), slogan: site.tagline, description: site.description };
  return graph(website(site), publisher, ...(stories.length > 0 ? [frontPageList(site, stories)] : []));
}

export function describePlainPage(site: Site, page: DescribedPage): StructuredData {
  return graph({ '@type': 'WebPage', ...pageFacts(site, page) }, breadcrumbs(site, page));
}

/** Describes a list: the stories of a section, a tag or a month, or the pages of all series. */
export function describeCollection(
  site: Site,
  page: DescribedPage,
  stories: readonly Pick<Story, 'url'>[],
): StructuredData {
  const collection = { '@type': 'CollectionPage', ...pageFacts(site, page), mainEntity: itemList(site, stories) };
  return graph(collection, breadcrumbs(site, page));
}

/** A series, as its pages describe it. URLs are absolute. */
export interface SeriesFacts {
  title: string;
  summary?: string | undefined;
  /** The URL of its first page. */
  url: string;
  image?: string | undefined;
  /** The number of the first story on this page. */
  start: number;
}

/** Describes a page of a series, with its stories in the order of reading. */
export function describeSeriesPage(
  site: Site,
  page: DescribedPage,
  series: SeriesFacts,
  stories: readonly Story[],
): StructuredData {
  const { title, summary, url, image, start } = series;
  const whole = {
    '@type': 'CreativeWorkSeries',
    '@id': seriesId(url),
    name: title,
    url,
    description: summary,
    image,
    inLanguage: site.feeds.language,
    publisher: { '@id': organizationId(site) },
  };
  const collection = {
    '@type': 'CollectionPage',
    ...pageFacts(site, page),
    about: { '@id': whole['@id'] },
    mainEntity: itemList(site, stories, 'ItemListOrderAscending', start),
  };
  return graph(collection, whole, breadcrumbs(site, page), organization(site));
}

function seriesId(url: string): string {
  return `${url}#series`;
}

/** Describes the page of an author, a person or a desk, with the stories on it. */
export function describeProfile(
  site: Site,
  page: DescribedPage,
  author: PublishedAuthor,
  stories: readonly Pick<Story, 'url'>[],
): StructuredData {
  const profiles = author.links.map(({ url }) => url).filter((url) => /^https?:/.test(url));
  const isDesk = author.kind === 'desk';
  const described = {
    '@type': isDesk ? 'Organization' : 'Person',
    '@id': `${page.url}#${isDesk ? 'organization' : 'person'}`,
    name: author.name,
    url: page.url,
    description: author.bio,
    jobTitle: isDesk ? undefined : author.role,
    image: portraitUrl(author, site),
    email: author.email,
    sameAs: profiles.length > 0 ? profiles : undefined,
    [isDesk ? 'parentOrganization' : 'worksFor']: { '@id': organizationId(site) },
  };
  const profile = { '@type': 'ProfilePage', ...pageFacts(site, page), mainEntity: described };
  return graph(profile, itemList(site, stories), breadcrumbs(site, page), organization(site));
}

/** Returns the URL of a portrait, unless it is a drawing, which search engines do not read. */
function portraitUrl({ portrait }: PublishedAuthor, site: Site): string | undefined {
  return portrait && !portrait.src.endsWith('.svg') ? absoluteUrl(portrait.src, site) : undefined;
}

/** What structured data shows of an article beside its `Story`. `images` are absolute URLs, best first. */
type ArticleFacts = Pick<Article, 'tags' | 'wordCount' | 'image' | 'source' | 'corrections'> & {
  images: string[];
  /** The article read aloud. */
  recording?: ShownRecording;
  /** What live coverage adds or replaces. */
  coverage?: Thing;
  /** The series that the article is in, and its number there; `url` is absolute. */
  series?: { title: string; url: string; number: number } | undefined;
};

export function describeStory(site: Site, page: DescribedPage, story: Story, facts: ArticleFacts): StructuredData {
  const { tags, wordCount, image, source, corrections, images, recording, coverage, series } = facts;
  const { writers, editors, dateline } = story.byline;
  const article = {
    '@type': 'NewsArticle',
    url: page.url,
    mainEntityOfPage: page.url,
    headline: story.title,
    description: page.description,
    inLanguage: site.feeds.language,
    datePublished: isoWithOffset(story.date, site.timeZone),
    dateModified: isoWithOffset(story.lastUpdated ?? story.date, site.timeZone),
    author: writers.map((writer) => describeContributor(writer, site)),
    editor: editors.length > 0 ? editors.map((editor) => describeEditor(editor, site)) : undefined,
    dateline,
    publisher: { '@id': organizationId(site) },
    isBasedOn: source?.url,
    correction: corrections?.map(({ date, text }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: isoWithOffset(date, site.timeZone),
    })),
    isPartOf: series && {
      '@type': 'CreativeWorkSeries',
      '@id': seriesId(series.url),
      name: series.title,
      url: series.url,
    },
    position: series?.number,
    articleSection: story.section.title,
    keywords: tags.length > 0 ? tags : undefined,
    wordCount: wordCount > 0 ? wordCount : undefined,
    isAccessibleForFree: true,
    image: images.map((url, index) => (index > 0 ? url : { '@type': 'ImageObject', url, creditText: image?.credit })),
    audio: recording && describeRecording(recording, story, site),
    ...coverage,
  };
  const desks = editors.filter(({ isDesk }) => isDesk).map((desk) => describeDesk(desk, site));
  return graph(article, breadcrumbs(site, page), organization(site), ...desks);
}

function describeRecording({ url, mediaType, duration, reader }: ShownRecording, { title }: Story, site: Site): Thing {
  return {
    '@type': 'AudioObject',
    name: title,
    contentUrl: url,
    encodingFormat: mediaType,
    duration: duration === undefined ? undefined : isoDuration(duration),
    creditText: reader,
    inLanguage: site.feeds.language,
  };
}

/**
 * In the vocabulary an `editor` is a person. A desk is therefore only referred to here, and a thing of its own in the graph.
 */
function describeEditor(editor: Contributor, site: Site) {
  if (!editor.isDesk) return describeContributor(editor, site);
  const { '@type': _, ...reference } = describeDesk(editor, site);
  return reference;
}

function describeDesk({ name, url = '' }: Contributor, site: Site): Thing {
  const address = absoluteHref(url, site);
  return { '@type': 'Organization', '@id': `${address}#organization`, name, url: address };
}

function describeContributor({ name, isDesk, url }: Contributor, site: Site): Thing {
  const address = url === undefined ? undefined : absoluteHref(url, site);
  return { '@type': isDesk ? 'Organization' : 'Person', name, url: address };
}

function graph(...things: Thing[]): StructuredData {
  return { '@context': 'https://schema.org', '@graph': things };
}

const policyProperties: Record<Policy, string> = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  verification: 'verificationFactCheckingPolicy',
  sources: 'unnamedSourcesPolicy',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
  feedback: 'actionableFeedbackPolicy',
};

function organizationId(site: Site): string {
  return `${absoluteUrl(frontPagePath, site)}#organization`;
}

function organization(site: Site): Thing {
  const { logo, profiles, policies } = site.publisher;
  const pages = Object.entries(policies) as [Policy, string][];
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(site),
    name: site.title,
    url: absoluteUrl(frontPagePath, site),
    logo: logo === undefined ? undefined : { '@type': 'ImageObject', url: absoluteUrl(logo, site) },
    sameAs: profiles.length > 0 ? profiles : undefined,
    ...Object.fromEntries(pages.map(([policy, page]) => [policyProperties[policy], absoluteUrl(page, site)])),
  };
}

function websiteId(site: Site): string {
  return `${absoluteUrl(frontPagePath, site)}#website`;
}

function website(site: Site): Thing {
  return {
    '@type': 'WebSite',
    '@id': websiteId(site),
    name: site.title,
    url: absoluteUrl(frontPagePath, site),
    inLanguage: site.feeds.language,
    publisher: { '@id': organizationId(site) },
  };
}

function pageFacts(site: Site, { title, description, url }: DescribedPage) {
  return {
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: site.feeds.language,
    isPartOf: { '@id': websiteId(site) },
  };
}

function breadcrumbs(site: Site, { trail }: DescribedPage): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ title: site.title, path: frontPagePath }, ...trail].map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absoluteUrl(path, site),
    })),
  };
}

/** Editors order the front page, not dates. */
function frontPageList(site: Site, stories: readonly Pick<Story, 'url'>[]): Thing {
  return itemList(site, stories, 'ItemListUnordered');
}

function itemList(
  site: Site,
  stories: readonly Pick<Story, 'url'>[],
  order: `ItemList${'OrderAscending' | 'OrderDescending' | 'Unordered'}` = 'ItemListOrderDescending',
  start = 1,
): Thing {
  return {
    '@type': 'ItemList',
    itemListOrder: `https://schema.org/${order}`,
    numberOfItems: stories.length,
    itemListElement: stories.map(({ url }, index) => ({
      '@type': 'ListItem',
      position: start + index,
      url: absoluteHref(url, site),
    })),
  };
}
