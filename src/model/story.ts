import type { Article, Library } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Author } from '../schema/author.ts';
import type { Category } from '../schema/category.ts';
import { articlePath, authorPath, categoryPath } from './urls.ts';

export interface Link {
  title: string;
  url: string;
}

/** The pixel size of the crop for social cards (`Picture.social`). */
export const socialImage = { width: 1200, height: 630 };

/** An article as lists show it. `date` and `lastUpdated` are ISO instants in UTC. */
export interface Story {
  id: string;
  url: string;
  title: string;
  kicker?: string;
  summary: string;
  date: string;
  lastUpdated?: string;
  section: Link;
  authors: Link[];
  picture?: Picture & { alt: string };
  /** The number of archived comments; undefined if there are none. */
  commentCount?: number;
  /** Why the story is not published yet. Only `npm run dev` shows such stories. */
  unpublished?: 'draft' | 'future';
}

export function toStory(article: Article, library: Library): Story {
  const picture = article.picture && { ...article.picture, alt: article.image?.alt ?? '' };
  return {
    id: article.id,
    url: articlePath(article, library.site),
    title: article.title,
    ...(article.kicker !== undefined && { kicker: article.kicker }),
    summary: article.summary ?? article.excerpt,
    date: article.date,
    ...(article.lastUpdated !== undefined && { lastUpdated: article.lastUpdated }),
    section: categoryLink(findById(library.categories, article.category)),
    authors: article.authors.map((id) => authorLink(findById(library.authors, id))),
    ...(picture && { picture }),
    ...(article.thread && { commentCount: article.thread.count }),
    ...(article.unpublished && { unpublished: article.draft ? 'draft' : 'future' }),
  };
}

export function categoryLink(category: Category): Link {
  return { title: category.name, url: categoryPath(category.id) };
}

function authorLink(author: Author): Link {
  return { title: author.name, url: authorPath(author.id) };
}

/**
 * Finds the entry with this id. Throws if there is none, which is a bug: the library refuses articles that name an
 * unknown author or category.
 */
function findById<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`No entry with the id "${id}": the library must refuse references to it.`);
  return found;
}
