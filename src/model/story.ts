import { mapSrcset } from '../lib/srcset.ts';
import type { LiveCoverage } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Author } from '../schema/author.ts';
import type { Category } from '../schema/category.ts';
import type { LiveState } from '../schema/live.ts';
import type { Site } from '../schema/site.ts';
import { articlePath, authorPath, basePath, categoryPath, hrefTo } from './urls.ts';

export interface Link {
  title: string;
  /** As pages write it: a path includes the site's base path. */
  url: string;
}

/** The pixel size of the crop for social cards (`Picture.social`). */
export const socialImage = { width: 1200, height: 630 };

/** An article as lists show it, with all URLs as pages write them. `date` and `lastUpdated` are ISO instants in UTC. */
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
  /** Set if the story has live coverage. */
  live?: LiveState;
  /** Why the story is not published yet. Only `npm run dev` shows such stories. */
  unpublished?: 'draft' | 'future';
}

export function toStory(article: Article, library: Library): Story {
  const { site } = library;
  const picture = article.picture && { ...placePicture(article.picture, site), alt: article.image?.alt ?? '' };
  return {
    id: article.id,
    url: hrefTo(articlePath(article, site), site),
    title: article.title,
    ...(article.kicker !== undefined && { kicker: article.kicker }),
    summary: article.summary ?? article.excerpt,
    date: article.date,
    ...(article.lastUpdated !== undefined && { lastUpdated: article.lastUpdated }),
    section: categoryLink(findById(library.categories, article.category), site),
    authors: article.authors.map((id) => authorLink(findById(library.authors, id), site)),
    ...(picture && { picture }),
    ...(article.thread && { commentCount: article.thread.count }),
    ...(article.live && { live: article.live }),
    ...(article.unpublished && { unpublished: article.draft ? 'draft' : 'future' }),
  };
}

/** Returns the story of an article's own page, which follows its live coverage: lists must not change with each entry. */
export function withLastEntry(story: Story, coverage: LiveCoverage | undefined): Story {
  const newest = coverage?.entries.find(({ unpublished }) => !unpublished)?.time;
  const { date, lastUpdated = date } = story;
  return newest === undefined || newest <= lastUpdated ? story : { ...story, lastUpdated: newest };
}

export function categoryLink(category: Category, site: Pick<Site, 'url'>): Link {
  return { title: category.name, url: hrefTo(categoryPath(category.id), site) };
}

function authorLink(author: Author, site: Pick<Site, 'url'>): Link {
  return { title: author.name, url: hrefTo(authorPath(author.id), site) };
}

/** Returns a picture with its URLs as pages write them. */
export function placePicture(picture: Picture, site: Pick<Site, 'url'>): Picture {
  if (basePath(site) === '') return picture;
  const placed = (url: string) => hrefTo(url, site);
  return {
    ...picture,
    src: placed(picture.src),
    sources: picture.sources.map((source) => ({ ...source, srcset: mapSrcset(source.srcset, placed) })),
    ...(picture.social !== undefined && { social: placed(picture.social) }),
  };
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
