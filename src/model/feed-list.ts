import type { Library } from '../library/library.ts';
import { type FeedShelf, feedShelves } from './feed.ts';
import { absoluteUrl, type FeedFormat, feedPath } from './urls.ts';

/** A feed as readers choose it: its name, its page and its address in each format, absolute and percent-encoded. */
export interface ListedFeed {
  name: string;
  page: string;
  addresses: { format: FeedFormat; url: string }[];
}

export interface FeedGroup {
  kind: FeedShelf['kind'];
  feeds: ListedFeed[];
}

/** All feeds, by what they are of; no group is empty. It changes with names alone, never with an article. */
export function listFeeds(library: Library): FeedGroup[] {
  const groups = Map.groupBy(feedShelves(library), ({ kind }) => kind);
  return [...groups].map(([kind, shelves]) => ({
    kind,
    feeds: shelves.map(({ name, path, formats }) => ({
      name,
      page: absoluteUrl(path, library.site),
      addresses: formats.map((format) => ({ format, url: absoluteUrl(feedPath(path, format), library.site) })),
    })),
  }));
}
