import { digestText, digestValue } from '../lib/digest.ts';
import { localDay } from '../lib/time-zone.ts';
import type { LiveCoverage, LiveEntry } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';
import type { LiveState } from '../schema/live.ts';
import { expiredLinksOf } from './expired-links.ts';
import { findById } from './find-by-id.ts';
import { type NumberedEntries, newestEntry, splitEntries } from './live-entries.ts';
import { originalsKey } from './originals.ts';
import type { Link } from './story.ts';
import { absoluteUrl, articlePath, authorPath, feedPath, hrefTo, livePagePath, livePlace } from './urls.ts';

/** An entry as pages show it. `body` only identifies the text, which is loaded later. */
export interface ShownEntry {
  id: string;
  /** Differs between two versions of the entry. */
  version: string;
  /** ISO instant. */
  time: string;
  /**
   * How the day is shown beside the clock time: replaced by «منذ …» in the first day, always, or not at all, because all
   * entries are of the day of the article.
   */
  day: 'relative' | 'always' | 'none';
  title?: string;
  authors: (Link | { title: string })[];
  isKey: boolean;
  isPinned: boolean;
  /** Absolute; leads to the entry wherever it is. */
  shareUrl: string;
  /** The page of the coverage, from the root of the host. */
  coverageUrl: string;
  isFuture: boolean;
  body: { file: string; format: 'md'; digest: string };
}

/** A link to an entry, as lists of a few of them show it. */
export interface EntryLink {
  time: string;
  title: string;
  url: string;
}

/** A link to a numbered page, with what is needed to find an entry on it. */
export interface OlderPage {
  url: string;
  /** ISO instants of its oldest and its newest entry. */
  from: string;
  to: string;
  /** Its own anchor, then those of its entries. */
  anchors: string[];
}

/** Live coverage as the page of its article shows it. */
export interface LiveSection {
  state: LiveState;
  /** The page itself. */
  url: string;
  feed: string;
  /** ISO instant of the newest entry; undefined before the first. */
  updated?: string;
  /** Whether its entries are of more than one day. */
  spansDays: boolean;
  summary?: ShownEntry;
  keyEvents: EntryLink[];
  /** Newest first. */
  entries: ShownEntry[];
  older: OlderPage[];
  /** The anchor of the numbered page that comes next. */
  nextPlace: string;
}

export function composeLiveSection(article: Article, coverage: LiveCoverage, library: Library): LiveSection {
  const { site } = library;
  const { state, entries } = coverage;
  const { newest, numbered } = splitEntries(entries);
  const days = new Set(entries.map(({ time }) => localDay(Date.parse(time), site.timeZone)));
  const spansDays = days.size > 1;
  const day = state === 'open' ? 'relative' : spansDays ? 'always' : 'none';
  const show = (entry: LiveEntry) => showEntry(entry, article, library, day);
  const pinned = entries.find(({ isPinned }) => isPinned);
  const updated = newestEntry(coverage);
  return {
    state,
    url: hrefTo(articlePath(article, site), site),
    feed: hrefTo(feedPath(articlePath(article, site)), site),
    ...(updated !== undefined && { updated }),
    spansDays,
    ...(pinned && { summary: show(pinned) }),
    keyEvents: composeKeyEvents(article, coverage, library),
    entries: newest.map(show),
    older: numbered.map((page) => ({
      url: hrefTo(livePagePath(article.id, page.number), site),
      from: page.entries.at(-1)?.time ?? '',
      to: page.entries[0]?.time ?? '',
      anchors: [livePlace(page.number), ...page.entries.map(({ id }) => id)],
    })),
    nextPlace: livePlace(numbered.length + 1),
  };
}

function composeKeyEvents({ id }: Article, { entries }: LiveCoverage, { site }: Library): EntryLink[] {
  const { newest, numbered } = splitEntries(entries);
  const linkOf = (page: string) => (entry: LiveEntry) => ({
    time: entry.time,
    title: entry.title ?? entry.excerpt,
    url: `${page}#${entry.id}`,
  });
  const isKey = (entry: LiveEntry) => entry.isKey;
  return [
    ...newest.filter(isKey).map(linkOf('')),
    ...numbered.flatMap((page) => page.entries.filter(isKey).map(linkOf(hrefTo(livePagePath(id, page.number), site)))),
  ];
}

/** Returns links to the newest entries that readers see of the coverage at `url`. */
export function latestLinks(url: string, { entries }: LiveCoverage, most: number): EntryLink[] {
  const shown = entries.filter(({ unpublished }) => !unpublished).slice(0, most);
  return shown.map(({ id, time, title, excerpt }) => ({ time, title: title ?? excerpt, url: `${url}#${id}` }));
}

/** A numbered page of live coverage. It changes with its own entries, and not when others are added. */
export interface LivePage {
  story: Link;
  section: Link;
  number: number;
  entries: ShownEntry[];
  older?: string;
  /** The place where the entries that follow are, or where the link to their page is. */
  newer: string;
}

export function composeLivePage(
  article: Article,
  { number, entries }: NumberedEntries,
  library: Library,
  story: Link,
  section: Link,
): LivePage {
  const { site } = library;
  return {
    story,
    section,
    number,
    entries: entries.map((entry) => showEntry(entry, article, library, 'always')),
    ...(number > 1 && { older: hrefTo(livePagePath(article.id, number - 1), site) }),
    newer: `${story.url}#${livePlace(number + 1)}`,
  };
}

function showEntry(entry: LiveEntry, article: Article, library: Library, day: ShownEntry['day']): ShownEntry {
  const { site } = library;
  const { id, file, digest, time, title, isKey, isPinned, unpublished } = entry;
  const authors = authorsOf(entry, library);
  const path = articlePath(article, site);
  return {
    id,
    version: digestValue([digest, time, authors, ...stateOf(entry, library)]).slice(0, 12),
    time,
    day,
    ...(title !== undefined && { title }),
    authors,
    isKey,
    isPinned,
    shareUrl: `${absoluteUrl(path, site)}#${encodeURI(id)}`,
    coverageUrl: hrefTo(path, site),
    isFuture: unpublished,
    body: { file, format: 'md', digest },
  };
}

/** Returns the names of an entry's own authors, with links to those of the newsroom. */
export function authorsOf({ authors }: LiveEntry, { authors: known, site }: Library): (Link | { title: string })[] {
  return authors.flatMap((author): (Link | { title: string })[] => {
    if ('name' in author) return [{ title: author.name }];
    const found = findById(known, author.id);
    return found ? [{ title: found.name, url: hrefTo(authorPath(found.id), site) }] : [];
  });
}

/** Digests everything that pages show of entries, apart from the names of authors that the keys of pages cover. */
export function entriesKey(entries: readonly LiveEntry[], library: Library): string {
  const shown = entries.map((entry) => {
    const { id, digest, time, isPinned, unpublished } = entry;
    return [id, digest, time, isPinned, unpublished, authorsOf(entry, library), ...stateOf(entry, library)];
  });
  return digestText(JSON.stringify(shown));
}

/** What the moment of the build decides: which links of an entry are plain text, and the sizes of which photos are made. */
function stateOf(entry: LiveEntry, library: Library): string[] {
  return [...expiredLinksOf(entry, library), ...originalsKey(entry, library)];
}
