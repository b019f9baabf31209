import { isoWithOffset } from '../lib/time-zone.ts';
import type { LiveCoverage, LiveEntry } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';
import { authorsOf } from './live.ts';
import { splitEntries } from './live-entries.ts';
import { entryTitle } from './live-feed.ts';
import type { Thing } from './structured-data.ts';
import { absoluteHref, absoluteUrl, articlePath } from './urls.ts';

/** The most characters of a headline, which search engines cut. */
const longestHeadline = 110;

/**
 * Describes live coverage for search engines, as properties of its article. Entries on numbered pages have no text here,
 * so that long coverage does not weigh on each visit.
 */
export function describeCoverage(article: Article, coverage: LiveCoverage, library: Library): Thing {
  const { site } = library;
  const shown = coverage.entries.filter(({ unpublished }) => !unpublished);
  const onPage = new Set(splitEntries(coverage.entries).newest);
  const [newest] = shown;
  const [start = article.date] = [article.date, shown.at(-1)?.time ?? article.date].sort();
  return {
    '@type': 'LiveBlogPosting',
    // A property of news articles only.
    dateline: undefined,
    coverageStartTime: isoWithOffset(start, site.timeZone),
    coverageEndTime: coverage.state === 'closed' ? isoWithOffset(newest?.time ?? start, site.timeZone) : undefined,
    liveBlogUpdate: shown.map((entry) => describeEntry(entry, article, onPage.has(entry), library)),
  };
}

function describeEntry(entry: LiveEntry, article: Article, hasText: boolean, library: Library): Thing {
  const { site } = library;
  const authors = hasText ? authorsOf(entry, library) : [];
  return {
    '@type': 'BlogPosting',
    url: `${absoluteUrl(articlePath(article, site), site)}#${encodeURI(entry.id)}`,
    headline: entryTitle(entry, longestHeadline) || article.title,
    datePublished: isoWithOffset(entry.time, site.timeZone),
    author:
      authors.length === 0
        ? undefined
        : authors.map((author) => ({
            '@type': 'Person',
            name: author.title,
            url: 'url' in author ? absoluteHref(author.url, site) : undefined,
          })),
    articleBody: hasText && entry.excerpt !== '' ? entry.excerpt : undefined,
  };
}
