import { foldForMatching } from '../../lib/arabic/normalize.ts';
import { compareText } from '../../lib/compare.ts';
import { digestText, digestValue } from '../../lib/digest.ts';
import type { EmbedProvider } from '../../lib/embeds/providers.ts';
import type { BodyFile, BodyReference } from '../../markdown/types.ts';
import { checkYear } from '../../schema/future-dates.ts';
import { isAuthorId, type LiveEntryMatter, type LiveState, liveAnchor, liveFolder } from '../../schema/live.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import { atPlace } from '../../schema/placed-problem.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Places } from '../../schema/yaml/types.ts';
import type { AgendaItem, DatedArticle } from '../agenda.ts';
import { hasAppeared, isPublished } from '../publication.ts';
import { digestWithMedia } from './bodies.ts';
import { fileId } from './content-files.ts';
import type { IndexEntry } from './entries.ts';

/** Who wrote an entry: an author of the newsroom, by id, or anyone else, by name. */
type LiveAuthor = { id: string } | { name: string };

/** An entry of live coverage. */
export interface LiveEntry {
  /** Its anchor, made of its file's name; see `liveAnchor`. */
  id: string;
  /** Content-relative, with `/`. */
  file: string;
  /** Digest of the file's text, its images and files and the settings that it is rendered with. */
  digest: string;
  /** ISO 8601 in UTC. */
  time: string;
  title?: string;
  /** Empty if the article's authors wrote it. */
  authors: LiveAuthor[];
  isKey: boolean;
  /** Whether it is the summary of the coverage; at most one entry is. */
  isPinned: boolean;
  /** The beginning of the body, at most 200 characters. */
  excerpt: string;
  bodyImages: string[];
  bodyFiles: BodyFile[];
  bodyEmbeds: EmbedProvider[];
  references: BodyReference[];
  /** Its time is still to come. Only in the library with `includeUnpublished`. */
  unpublished: boolean;
}

/** The live coverage of an article. */
export interface LiveCoverage {
  state: LiveState;
  /** Newest first; of entries of one moment, the last by the names of their files first. */
  entries: LiveEntry[];
}

/** What live coverage is composed from. */
interface LiveSources {
  entries: readonly { file: string; entry: IndexEntry<'live'> }[];
  /** Every article whose id is known, published or not. */
  articles: ReadonlyMap<string, DatedArticle>;
  /** The articles in the library. */
  shown: readonly { id: string; live?: LiveState }[];
  authors: readonly { id: string; name?: string | undefined }[];
  /** The ids of today, by those of today and former ones. */
  authorIds: ReadonlyMap<string, string>;
  placesOf(file: string): Places;
  /** Epoch milliseconds. */
  now: number;
  includeUnpublished: boolean;
}

interface ComposedLive {
  /** By the article's id: that of each article with `live`, also before its first entry. */
  live: ReadonlyMap<string, LiveCoverage>;
  /** When the entries appear that are held back, without those that will have no page to appear on. */
  moments: AgendaItem[];
  problems: Problem[];
  notices: string[];
}

/** Composes the live coverage of all articles in the library, and checks the rules that involve several files. */
export function composeLive(sources: LiveSources): ComposedLive {
  const { articles, shown, now, includeUnpublished } = sources;
  const folders = Map.groupBy(sources.entries, ({ file }) => file.split('/')[1] ?? '');
  const live = new Map<string, LiveCoverage>();
  for (const { id, live: state } of shown) if (state) live.set(id, { state, entries: [] });
  const problems: Problem[] = [];
  const notices: string[] = [];
  const moments: AgendaItem[] = [];
  for (const [id, files] of folders) {
    problems.push(...checkFolder(id, files, sources));
    const written = files.flatMap(({ file, entry }) => composeEntry(file, entry, sources) ?? []);
    const all = written.filter((entry) => !isEmpty(entry)).sort(compareEntries);
    notices.push(...written.filter(isEmpty).map(({ file }) => messages.liveEmpty(file)));
    const { matter } = articles.get(id) ?? {};
    const coverage = live.get(id);
    if (matter?.live === undefined) continue;
    const entries = all.filter(({ unpublished }) => includeUnpublished || !unpublished);
    const upcoming = all.filter(({ unpublished }) => unpublished).reverse();
    moments.push(...upcoming.flatMap((entry) => momentOf(entry, matter)));
    const isShown = isPublished(matter, now);
    if (isShown || !hasAppeared(matter, now)) {
      const isOpen = isShown && matter.live === 'open';
      notices.push(...describeFolder(`${liveFolder}/${id}`, isOpen, entries, upcoming, now));
    }
    if (coverage) coverage.entries = pinOne(entries);
  }
  return { live, moments, problems, notices };
}

function momentOf({ time: at, file, title }: LiveEntry, article: DatedArticle['matter']): AgendaItem[] {
  if (!isPublished(article, Date.parse(at))) return [];
  return [{ at, kind: 'live-entry-appears', file, title: title ?? article.title ?? '' }];
}

function compareEntries(a: LiveEntry, b: LiveEntry): number {
  return compareText(b.time, a.time) || compareText(b.file, a.file);
}

function composeEntry(
  file: string,
  { digest, parsed, body }: IndexEntry<'live'>,
  { authors, authorIds, now }: LiveSources,
): LiveEntry | undefined {
  const { time, title, isKey = false, isPinned = false, authors: written = [] } = parsed.matter;
  if (time === undefined || body === undefined || !isPlaced(file)) return undefined;
  return {
    id: liveAnchor(fileId(file)),
    file,
    digest: digestWithMedia(digest, body.media),
    time,
    ...(title !== undefined && { title }),
    authors: written.map((name) => findAuthor(name, authors, authorIds) ?? { name }),
    isKey,
    isPinned,
    excerpt: body.excerpt,
    bodyImages: Object.keys(body.media.images),
    bodyFiles: body.files,
    bodyEmbeds: body.embeds,
    references: body.references,
    unpublished: Date.parse(time) > now,
  };
}

/** Whether an entry has nothing to show: `npm run new` writes such a file, whose text comes later. */
function isEmpty({ title, excerpt, bodyImages, bodyFiles, bodyEmbeds }: LiveEntry): boolean {
  return title === undefined && excerpt === '' && [...bodyImages, ...bodyFiles, ...bodyEmbeds].length === 0;
}

/** Finds an author by an id of today, a former one, or a name. */
function findAuthor(
  written: string,
  authors: LiveSources['authors'],
  authorIds: LiveSources['authorIds'],
): LiveAuthor | undefined {
  const id = authorIds.get(written);
  if (id !== undefined) return { id };
  const folded = foldForMatching(written);
  const named = authors.find(({ name }) => name !== undefined && foldForMatching(name) === folded);
  return named && { id: named.id };
}

/** Leaves the pin to the newest of the pinned entries. */
function pinOne(newestFirst: readonly LiveEntry[]): LiveEntry[] {
  const pinned = newestFirst.find(({ isPinned }) => isPinned);
  return newestFirst.map((entry) => (entry.isPinned && entry !== pinned ? { ...entry, isPinned: false } : entry));
}

/** Files of one folder, sorted by name. */
type FolderFiles = LiveSources['entries'];

function checkFolder(id: string, files: FolderFiles, { articles, ...sources }: LiveSources): Problem[] {
  const [first] = files;
  if (first === undefined) return [];
  const stray = files.filter(({ file }) => !isPlaced(file));
  const problems = stray.map(({ file }) => ({ file, line: 1, message: messages.liveMisplaced() }));
  if (stray.length === files.length) return problems;
  const article = articles.get(id);
  if (article === undefined) {
    const nearest = findNearest(id, [...articles.keys()]);
    problems.push({ file: first.file, line: 1, message: messages.liveWithoutArticle(id, nearest) });
  } else if (article.matter.live === undefined) {
    problems.push({ file: first.file, line: 1, message: messages.liveNotDeclared(article.file) });
  }
  return [
    ...problems,
    ...checkAnchors(files),
    ...files.flatMap(({ file, entry }) => [
      ...(article ? checkTime(file, entry.parsed.matter, article, sources) : []),
      ...checkAuthors(file, entry.parsed.matter, sources),
    ]),
  ];
}

/** Reports files whose names make the same anchor. */
function checkAnchors(files: FolderFiles): Problem[] {
  const owners = new Map<string, string>();
  return files.flatMap(({ file }) => {
    const anchor = liveAnchor(fileId(file));
    const owner = owners.get(anchor);
    if (owner === undefined) owners.set(anchor, file);
    return owner === undefined || !isPlaced(file) ? [] : [{ file, line: 1, message: messages.liveSameAnchor(owner) }];
  });
}

const yearInMilliseconds = 366 * 24 * 3_600_000;

/** Reports an entry of a year too far ahead, or of one long before its article: no year is mistyped on purpose. */
function checkTime(
  file: string,
  { time }: Partial<LiveEntryMatter>,
  { file: articleFile, matter: { date } }: DatedArticle,
  { now, placesOf }: Pick<LiveSources, 'now' | 'placesOf'>,
): Problem[] {
  if (time === undefined) return [];
  const isEarly = date !== undefined && Date.parse(time) < Date.parse(date) - yearInMilliseconds;
  if (isEarly) {
    const year = new Date(time).getUTCFullYear();
    return [atPlace(file, placesOf(file), 'time', messages.entryBeforeArticle(year, articleFile))];
  }
  const moment = { file, placesOf: () => placesOf(file), path: 'time', instant: time };
  return checkYear({ ...moment, tell: messages.entryYearTooLate }, now, 'UTC');
}

/** Reports what looks like the id of an author but is none. Any other name is shown as it is. */
function checkAuthors(
  file: string,
  { authors: written = [] }: Partial<LiveEntryMatter>,
  { authors, authorIds, placesOf }: Pick<LiveSources, 'authors' | 'authorIds' | 'placesOf'>,
): Problem[] {
  const known = authors.map(({ id }) => id);
  return written.flatMap((name, index) => {
    if (!isAuthorId(name) || findAuthor(name, authors, authorIds)) return [];
    const nearest = findNearest(name, known);
    const at = `author.${index}`;
    return [
      atPlace(file, placesOf(file), at, messages.unknownAuthor(name, nearest ? [nearest] : known), name, nearest),
    ];
  });
}

const twoDays = 2 * 24 * 3_600_000;

/** Tells what is accepted but may not be meant. `isOpen` says whether readers wait for more. */
function describeFolder(
  folder: string,
  isOpen: boolean,
  entries: readonly LiveEntry[],
  upcoming: readonly LiveEntry[],
  now: number,
): string[] {
  const [pinned, ...others] = entries.filter(({ isPinned }) => isPinned);
  const [next] = upcoming;
  const [last] = entries;
  const isForgotten = isOpen && !next && last && Date.parse(last.time) < now - twoDays;
  return [
    ...(pinned && others.length > 0 ? [messages.livePinnedTwice(folder, pinned.file)] : []),
    ...(next ? [messages.liveHeldBack(folder, upcoming.length, next.file)] : []),
    ...(isForgotten ? [messages.liveLeftOpen(folder)] : []),
  ];
}

/** Whether a file is in the folder of an article, as Markdown. */
function isPlaced(file: string): boolean {
  return file.split('/').length === 3 && file.endsWith('.md');
}

/** What the article of finished coverage has of it. */
interface CoveredArticle {
  id: string;
  date: string;
  lastUpdated?: string;
  digest: string;
  listDigest: string;
}

/**
 * Gives the articles of finished coverage the digests of its entries, and the time of the last one as that of their
 * update. While coverage goes on, its article stays as it is, because its digests are in the keys of lists, feeds and
 * the search index, which an entry must not change.
 */
export function withFinishedCoverage<Covered extends CoveredArticle>(
  articles: Covered[],
  live: ReadonlyMap<string, LiveCoverage>,
): Covered[] {
  if (live.size === 0) return articles;
  return articles.map((article) => {
    const coverage = live.get(article.id);
    if (coverage?.state !== 'closed' || coverage.entries.length === 0) return article;
    const entries = digestValue(coverage.entries.map(({ id, digest }) => [id, digest]));
    const lastUpdated = lastChange(article, coverage);
    return {
      ...article,
      digest: digestText(`${article.digest}\n${entries}`),
      listDigest: digestText(`${article.listDigest}\n${lastUpdated}`),
      ...(lastUpdated !== article.date && { lastUpdated }),
    };
  });
}

/** Returns the ISO instant at which an article or its coverage changed last. */
export function lastChange(
  { date, lastUpdated = date }: { date: string; lastUpdated?: string | undefined },
  coverage: LiveCoverage | undefined,
): string {
  const newest = coverage?.entries.find(({ unpublished }) => !unpublished)?.time ?? lastUpdated;
  return newest > lastUpdated ? newest : lastUpdated;
}
