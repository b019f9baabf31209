import { type ShareCard, shareCardSize, shareCardUrl } from '../lib/share-card.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/library.ts';
import { feedFormats } from './feed.ts';
import { siteCard, storyCard } from './share-card.ts';
import { type Story, socialImage } from './story.ts';
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
}

export interface ArticleMetadata {
  /** ISO 8601 with the site's offset. */
  published: string;
  modified: string;
  section: string;
  authors: { name: string; url: string }[];
  tags: string[];
  shortLink: string;
  structuredData: Record<string, unknown>;
}

interface PageDescription {
  title: string;
  description?: string;
  path: string;
  indexed?: boolean;
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
  const card = page.card ?? siteCard(site);
  return {
    ...(card && { image: { url: absoluteUrl(shareCardUrl(card), site), alt: card.headline, ...shareCardSize } }),
    title: page.title,
    siteTitle: site.title,
    description: page.description || site.description,
    canonical: absoluteUrl(page.path, site),
    indexed: page.indexed ?? true,
    feeds: [
      ...feedFormats.site.map((format) => feed(site.title, frontPagePath, format)),
      ...(page.feedOf ? [feed(`${page.feedOf.title} – ${site.title}`, page.feedOf.path, 'rss')] : []),
    ],
  };
}

export function describeArticle(
  library: Library,
  story: Story,
  { tags, wordCount }: Pick<Article, 'tags' | 'wordCount'>,
): Metadata {
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
  return {
    ...page,
    ...(image && { image }),
    article: {
      published,
      modified,
      section: story.section.title,
      authors,
      tags: [...tags],
      shortLink: absoluteUrl(shortPath(story.id), site),
      structuredData: {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: story.title,
        description: page.description,
        inLanguage: 'ar',
        datePublished: published,
        dateModified: modified,
        articleSection: story.section.title,
        wordCount: wordCount > 0 ? wordCount : undefined,
        keywords: tags.length > 0 ? [...tags] : undefined,
        author: authors.map((author) => ({ '@type': 'Person', ...author })),
        publisher: { '@type': 'NewsMediaOrganization', name: site.title, url: absoluteUrl(frontPagePath, site) },
        mainEntityOfPage: page.canonical,
        image: image ? image.url : undefined,
        isAccessibleForFree: true,
      },
    },
  };
}
