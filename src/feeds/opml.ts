import { x } from 'xastscript';
import { xmlSafeValue } from '../lib/plain-text.ts';
import type { FeedGroup, ListedFeed } from '../model/feed-list.ts';
import { strings } from '../strings/interface.ts';
import { writeXml } from './write-xml.ts';

/**
 * Writes OPML 2.0 (http://opml.org/spec2.opml) with a subscription to each RSS feed: first to the site's own feed, then
 * to the others, in one folder per kind.
 */
export function writeOpml(title: string, groups: readonly FeedGroup[]): string {
  const safe = xmlSafeValue(groups);
  return writeXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    x('opml', { version: '2.0' }, [
      x('head', [x('title', xmlSafeValue(title))]),
      x(
        'body',
        safe.flatMap(({ kind, feeds }) => {
          const outlines = feeds.map(outline);
          return kind === 'site' ? outlines : [x('outline', { text: strings.feed.groups[kind] }, outlines)];
        }),
      ),
    ]),
  ]);
}

function outline({ name, page, addresses }: ListedFeed) {
  const rss = addresses.find(({ format }) => format === 'rss');
  return x('outline', { type: 'rss', text: name, title: name, xmlUrl: rss?.url, htmlUrl: page });
}
