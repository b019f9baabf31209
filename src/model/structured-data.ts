import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article } from '../library/types.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import type { Policy } from '../schema/syndication.ts';
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
export function describeFrontPage(site: Site, stories: readonly Story[]): StructuredData {
  const publisher = { ...organization(site), slogan: site.tagline, description: site.description };
  return graph(website(site), publisher, ...(stories.length > 0 ? [frontPageList(site, stories)] : []));
}

export function describePlainPage(site: Site, page: DescribedPage): StructuredData {
  return graph({ '@type': 'WebPage', ...pageFacts(site, page) }, breadcrumbs(site, page));
}

/** Describes a list of stories: a section, a tag or a month. */
export function describeCollection(site: Site, page: DescribedPage, stories: readonly Story[]): StructuredData {
  const collection = { '@type': 'CollectionPage', ...pageFacts(site, page), mainEntity: itemList(site, stories) };
  return graph(collection, breadcrumbs(site, page));
}

/** Describes an author's own page, with the stories on it. */
export function describeProfile(
  site: Site,
  page: DescribedPage,
  author: Author,
  stories: readonly Story[],
): StructuredData {
  const profiles = author.links.map(({ url }) => url).filter((url) => /^https?:/.test(url));
  const person = {
    '@type': 'Person',
    '@id': `${page.url}#person`,
    name: author.name,
    url: page.url,
    description: author.bio,
    jobTitle: author.role,
    email: author.email,
    sameAs: profiles.length > 0 ? profiles : undefined,
    worksFor: { '@id': organizationId(site) },
  };
  const profile = { '@type': 'ProfilePage', ...pageFacts(site, page), mainEntity: person };
  return graph(profile, itemList(site, stories), breadcrumbs(site, page), organization(site));
}

/** What structured data shows of an article beside its `Story`. `images` are absolute URLs, best first. */
type ArticleFacts = Pick<Article, 'tags' | 'wordCount' | 'reporters' | 'dateline' | 'image' | 'source'> & {
  images: string[];
  /** What live coverage adds or replaces. */
  coverage?: Thing;
};

export function describeStory(site: Site, page: DescribedPage, story: Story, facts: ArticleFacts): StructuredData {
  const { tags, wordCount, reporters, dateline, image, source, images, coverage } = facts;
  const article = {
    '@type': 'NewsArticle',
    url: page.url,
    mainEntityOfPage: page.url,
    headline: story.title,
    description: page.description,
    inLanguage: site.feeds.language,
    datePublished: isoWithOffset(story.date, site.timeZone),
    dateModified: isoWithOffset(story.lastUpdated ?? story.date, site.timeZone),
    author: story.authors.map(({ title, url }) => ({ '@type': 'Person', name: title, url: absoluteHref(url, site) })),
    contributor: reporters.length > 0 ? reporters.map(({ name }) => ({ '@type': 'Person', name })) : undefined,
    dateline,
    publisher: { '@id': organizationId(site) },
    isBasedOn: source?.url,
    articleSection: story.section.title,
    keywords: tags.length > 0 ? tags : undefined,
    wordCount: wordCount > 0 ? wordCount : undefined,
    isAccessibleForFree: true,
    image: images.map((url, index) => (index > 0 ? url : { '@type': 'ImageObject', url, creditText: image?.credit })),
    ...coverage,
  };
  return graph(article, breadcrumbs(site, page), organization(site));
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
function frontPageList(site: Site, stories: readonly Story[]): Thing {
  return itemList(site, stories, 'ItemListUnordered');
}

function itemList(site: Site, stories: readonly Story[], order = 'ItemListOrderDescending'): Thing {
  return {
    '@type': 'ItemList',
    itemListOrder: `https://schema.org/${order}`,
    numberOfItems: stories.length,
    itemListElement: stories.map(({ url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: absoluteHref(url, site),
    })),
  };
}
