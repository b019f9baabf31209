import type { Library } from '../library/library.ts';
import { type FeedSource, feedSources } from './feed.ts';
import { absoluteUrl, type FeedFormat, feedPath } from './urls.ts';

/** A feed as readers choose it: its name, its page and its address in each format, absolute and percent-encoded. */
export interface ListedFeed {
  name: string;
  page: string;
  addresses: { format: FeedFormat; url: string }[];
}

export interface FeedGroup {
  kind: FeedSource['kind'];
  feeds: ListedFeed[];
}

/** All feeds, by what they are of; no group is empty. It changes with names alone, never with an article. */
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
