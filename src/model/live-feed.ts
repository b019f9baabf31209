import { excerpt } from '../lib/plain-text.ts';
import type { LiveCoverage, LiveEntry } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';
import { type Feed, type FeedItem, feedHead } from './feed.ts';
import { authorsOf } from './live.ts';
import { type Story, toStory } from './story.ts';
import { absoluteHref, absoluteUrl, articlePath, feedItemId, feedPath } from './urls.ts';

/** The most entries in the feed of live coverage. */
const feedSize = 50;
/** The most characters of an entry's text that stand for its headline. */
const longestTitle = 90;

/** Composes the feed of live coverage, with an item for each of the newest entries. */
export function composeLiveFeed(article: Article, coverage: LiveCoverage, library: Library): Feed {
  const { site } = library;
  const story = toStory(article, library);
  const entries = feedEntries(coverage);
  return {
    title: `${story.title} – ${site.title}`,
    description: story.summary || site.description,
    ...feedHead(site),
    link: absoluteHref(story.url, site),
    self: absoluteUrl(feedPath(articlePath(article, site)), site),
    dateStyle: { timeZone: site.timeZone, months: site.months, digits: site.digits },
    ...(entries[0] && { updated: entries[0].time }),
    items: entries.map((entry) => entryItem(entry, article, story, library)),
  };
}

/** Returns the entries that are in the feed. A reader keeps what it has read, so that none of the future is. */
export function feedEntries({ entries }: LiveCoverage): LiveEntry[] {
  return entries.filter(({ unpublished }) => !unpublished).slice(0, feedSize);
}

function entryItem(entry: LiveEntry, article: Article, story: Story, library: Library): FeedItem {
  const { site } = library;
  const own = authorsOf(entry, library);
  const writers =
    own.length > 0 ? own.map(({ title: name, ...author }) => ({ name, ...author })) : story.byline.writers;
  return {
    id: `${feedItemId(article, site)}/${encodeURI(entry.id)}`,
    title: entryTitle(entry, longestTitle) || story.title,
    link: `${absoluteHref(story.url, site)}#${encodeURI(entry.id)}`,
    published: entry.time,
    authors: writers.map(({ name, url = story.url }) => ({ name, url: absoluteHref(url, site) })),
    byline: { isReported: false, writers, editors: [] },
    corrections: [],
    categories: [story.section.title, ...article.tags],
    summary: entry.excerpt,
    body: { articleId: `${article.id}-${entry.id}`, file: entry.file, format: 'md', digest: entry.digest },
  };
}

/** Returns the headline of an entry, else the beginning of its text. */
export function entryTitle({ title, excerpt: beginning }: LiveEntry, longest: number): string {
  return title ?? excerpt(beginning, longest);
}
