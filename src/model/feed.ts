import type { Article, Library } from '../library/library.ts';
import type { Author } from '../schema/author.ts';
import type { Category } from '../schema/category.ts';
import { toStory } from './story.ts';
import { absoluteUrl, authorPath, categoryPath, feedPath, frontPagePath } from './urls.ts';

export interface Feed {
  title: string;
  description: string;
  /** Absolute URLs of the page that the feed belongs to and of the feed itself. */
  link: string;
  self: string;
  /** The latest edit of an item: the feed's date depends on its content alone. */
  updated?: string;
  items: FeedItem[];
}

export interface FeedItem {
  title: string;
  link: string;
  /** ISO instants. */
  published: string;
  updated?: string;
  authors: string[];
  categories: string[];
  summary: string;
  lead?: { src: string; alt: string; width: number; height: number };
  body: { file: string; format: 'md' | 'mdx'; digest: string };
}

/** Items of the site's own feed and of each section's and author's. */
export const feedSizes = { site: 50, shelf: 30 };

export function siteFeed(library: Library): Feed {
  const { title, description } = library.site;
  return composeFeed(library, library.articles.slice(0, feedSizes.site), title, description, frontPagePath);
}

export function categoryFeed(
  library: Library,
  { id, name, description }: Category,
  articles: readonly Article[],
): Feed {
  return composeFeed(library, articles, shelfTitle(name, library), description, categoryPath(id));
}

export function authorFeed(library: Library, { id, name, bio }: Author, articles: readonly Article[]): Feed {
  return composeFeed(library, articles, shelfTitle(name, library), bio, authorPath(id));
}

function shelfTitle(name: string, { site }: Library): string {
  return `${name} – ${site.title}`;
}

function composeFeed(
  library: Library,
  articles: readonly Article[],
  title: string,
  description: string | undefined,
  path: string,
): Feed {
  const { site } = library;
  const edits = articles.map((article) => article.lastUpdated ?? article.date).sort();
  const updated = edits.at(-1);
  return {
    title,
    description: description ?? site.description,
    link: absoluteUrl(path, site),
    self: absoluteUrl(feedPath(path), site),
    ...(updated !== undefined && { updated }),
    items: articles.map((article) => feedItem(article, library)),
  };
}

function feedItem(article: Article, library: Library): FeedItem {
  const story = toStory(article, library);
  return {
    title: story.title,
    link: absoluteUrl(story.url, library.site),
    published: story.date,
    ...(story.lastUpdated !== undefined && { updated: story.lastUpdated }),
    authors: story.authors.map(({ title }) => title),
    categories: [story.section.title, ...article.tags],
    summary: story.summary,
    ...(story.picture && { lead: story.picture }),
    body: { file: article.file, format: article.format, digest: article.digest },
  };
}
