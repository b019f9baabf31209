import type { LiveCoverage } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Category } from '../schema/category.ts';
import type { LiveState } from '../schema/live.ts';
import type { Site } from '../schema/site.ts';
import { type Byline, composeByline } from './byline.ts';
import { findById } from './find-by-id.ts';
import { shownPicture } from './originals.ts';
import { placePicture } from './pictures.ts';
import { articlePath, categoryPath, hrefTo } from './urls.ts';

export interface Link {
  title: string;
  /** As pages write it: a path includes the site's base path. */
  url: string;
}

/** An article as lists show it, with all URLs as pages write them. `date` and `lastUpdated` are ISO instants in UTC. */
export interface Story {
  id: string;
  url: string;
  title: string;
  kicker?: string;
  summary: string;
  date: string;
  /** Set if nobody knows the time of day of `date`. */
  dateHasNoTime?: true;
  lastUpdated?: string;
  /** Set if nobody knows the time of day of `lastUpdated`. */
  updateHasNoTime?: true;
  section: Link;
  byline: Byline;
  picture?: Picture & { alt: string };
  /** The number of archived comments; undefined if there are none. */
  commentCount?: number;
  /** Set if the story has live coverage. */
  live?: LiveState;
  /** On the page of an author: whether the author published what others reported. */
  isEdited?: true;
  /** When an expired story was taken out. */
  expires?: string;
  /** Why readers do not see the story. Only `npm run dev` and previews show such stories. */
  unpublished?: 'draft' | 'future' | 'expired';
}

export function toStory(article: Article, library: Library): Story {
  const { site } = library;
  const shown = shownPicture(article, library);
  const picture = shown && { ...placePicture(shown, site), alt: article.image?.alt ?? '' };
  return {
    id: article.id,
    url: hrefTo(articlePath(article, site), site),
    title: article.title,
    ...(article.kicker !== undefined && { kicker: article.kicker }),
    summary: article.summary ?? article.excerpt,
    date: article.date,
    ...(article.dateHasNoTime && { dateHasNoTime: true }),
    ...(article.lastUpdated !== undefined && { lastUpdated: article.lastUpdated }),
    ...(updateHasNoTime(article) && { updateHasNoTime: true }),
    section: sectionOf(article, library),
    byline: composeByline(article, library),
    ...(picture && { picture }),
    ...(article.thread && { commentCount: article.thread.count }),
    ...(article.live && { live: article.live }),
    ...(article.unpublished && { unpublished: whyUnpublished(article) }),
    ...(article.hasExpired && article.expires !== undefined && { expires: article.expires }),
  };
}

function whyUnpublished({ draft, hasExpired }: Article): NonNullable<Story['unpublished']> {
  if (draft) return 'draft';
  return hasExpired ? 'expired' : 'future';
}

/** The newest correction, of which only the day may be known, can be the last update. */
function updateHasNoTime({ lastUpdated, corrections, updateHasNoTime: isDay }: Article): true | undefined {
  const newest = corrections?.find(({ date }) => date === lastUpdated);
  return newest ? newest.dateHasNoTime : isDay;
}

/** Returns the story of an article's own page, which follows its live coverage: lists must not change with each entry. */
export function withLastEntry(story: Story, coverage: LiveCoverage | undefined): Story {
  const newest = coverage?.entries.find(({ unpublished }) => !unpublished)?.time;
  const { updateHasNoTime: _, ...timed } = story;
  return newest === undefined || newest <= (story.lastUpdated ?? story.date)
    ? story
    : { ...timed, lastUpdated: newest };
}

export function categoryLink(category: Category, site: Pick<Site, 'url'>): Link {
  return { title: category.name, url: hrefTo(categoryPath(category.id), site) };
}

/** Returns what is written below a picture. */
export function captionOf({ caption, credit }: { caption?: string; credit?: string }): {
  caption?: string;
  credit?: string;
} {
  return { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
}

/** The library refuses articles that name an unknown section. */
function sectionOf({ category }: Article, { categories, site }: Library): Link {
  const found = findById(categories, category);
  if (!found) throw new Error(`No section with the id "${category}": the library must refuse references to it.`);
  return categoryLink(found, site);
}
