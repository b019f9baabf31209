import type { Library } from '../library/types.ts';
import { type FeedSource, feedSources } from './feed.ts';
import { absoluteUrl, type FeedFormat, feedPath } from './urls.ts';

/** A feed: the URL of its page, and its own URL in each format. All URLs are absolute and percent-encoded. */
export interface ListedFeed {
  name: string;
  page: string;
  addresses: { format: FeedFormat; url: string }[];
}

export interface FeedGroup {
  kind: FeedSource['kind'];
  feeds: ListedFeed[];
}

/**
 * Lists all feeds, grouped by kind; no group is empty. The list changes only when a feed is added, removed or renamed,
 * not with each article.
 */
export function listFeeds(library: Library): FeedGroup[] {
  const groups = Map.groupBy(feedSources(library), ({ kind }) => kind);
  return [...groups].map(([kind, sources]) => ({
    kind,
    feeds: sources.map(({ name, path, formats }) => ({
      name,
      page: absoluteUrl(path, library.site),
      addresses: formats.map((format) => ({ format, url: absoluteUrl(feedPath(path, format), library.site) })),
    })),
  }));
}
