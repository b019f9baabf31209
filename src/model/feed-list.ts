import type { Library } from '../library/types.ts';
import { type FeedSource, feedSources } from './feed.ts';
import { absoluteUrl, type FeedFormat, feedPath } from './urls.ts';

/**
 * A feed with the page that it belongs to and its address in each format; all URLs are absolute and percent-encoded.
 */
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
 * All feeds, grouped by kind; no group is empty. The list does not change with each article, only when a feed appears
 * or is renamed.
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
