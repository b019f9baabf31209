import type { Library } from '../library/types.ts';
import { correctionsFeedFormats } from './corrections.ts';
import { type FeedSource, feedSources } from './feed.ts';
import { absoluteUrl, correctionsPath, type FeedFormat, feedPath } from './urls.ts';

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
 * not with each article. The feed of corrections, if there is one, stands beside the site's own.
 */
export function listFeeds(library: Library, correctionsTitle: string): FeedGroup[] {
  const groups = Map.groupBy(feedSources(library), ({ kind }) => kind);
  const listed = (name: string, path: string, formats: readonly FeedFormat[]): ListedFeed => ({
    name,
    page: absoluteUrl(path, library.site),
    addresses: formats.map((format) => ({ format, url: absoluteUrl(feedPath(path, format), library.site) })),
  });
  const formats = correctionsFeedFormats(library);
  const ofCorrections = formats.length > 0 ? [listed(correctionsTitle, correctionsPath(), formats)] : [];
  return [...groups].map(([kind, sources]) => ({
    kind,
    feeds: [
      ...sources.map((source) => listed(source.name, source.path, source.formats)),
      ...(kind === 'site' ? ofCorrections : []),
    ],
  }));
}
