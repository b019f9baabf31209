import { stringify } from 'yaml';
import type { Comment } from '../../lib/comments/comment.ts';
import { authorPath, categoryPath, shortPath, standalonePath, tagPath } from '../../model/urls.ts';
import { isReservedAddress } from '../../schema/reserved-addresses.ts';
import { siteFile } from '../../schema/site.ts';
import { siteAddress } from '../../schema/site-address.ts';
import { aliasesOf, createResolver } from './addresses.ts';
import type { ImportNote } from './body.ts';
import { composeArticle, composePage, type Surroundings } from './content-files.ts';
import { tallyComments, tallyEntry, tallyMedia, tallyTerms, undatedOutcome } from './count-source.ts';
import { createImagePlaces } from './images.ts';
import type { ImportRecord, ImportRecords } from './import-record.ts';
import {
  keyInRecords,
  type PlannedArticle,
  type PlannedPage,
  type PlannedTerm,
  type PlanningState,
  planArticles,
  planPages,
  planTerms,
  siteOf,
} from './plan.ts';
import type { SourceEntry, SourceNewsroom } from './source.ts';
import { createTally, type TallyRow } from './tally.ts';

/** What the newsroom already has. */
export interface ExistingNewsroom extends PlanningState {
  /** From its settings, if it has any. */
  timeZone?: string;
  /** Its address, from its settings, if it has any. */
  url?: string;
  /** URLs of images that could not be fetched. */
  missing: ReadonlySet<string>;
}

/** A source as the files of a content directory, before they are written. Paths are relative to that directory. */
export interface ImportedNewsroom {
  timeZone: string;
  /** The text of each file, by its path. */
  files: Map<string, string>;
  /** URLs, by the file in which the image is to be stored. */
  images: Map<string, string>;
  /** Comments, by the id of their article. */
  threads: Map<string, Comment[]>;
  notes: ImportNote[];
  /** Everything that the source holds, and what became of it. */
  tally: TallyRow[];
  /** The articles and pages. Their texts are in `files`. */
  entries: ImportedEntry[];
  /** Keys in the records of entries that came from this site before, and are not in the source any more. */
  gone: string[];
}

export interface ImportedEntry {
  /** With the text's digest, its record. */
  record: Omit<ImportRecord, 'digest'>;
  file: string;
  isDraft: boolean;
}

/** Composes a newsroom from a source. The same arguments result in the same files. */
export function composeNewsroom(source: SourceNewsroom, existing: ExistingNewsroom): ImportedNewsroom {
  const timeZone = existing.timeZone ?? source.timeZone ?? 'UTC';
  const articles = planArticles(source, existing, timeZone);
  const pages = planPages(source, existing);
  const surroundings = surround(source, existing, timeZone, articles, pages);
  const site = siteOf(source);
  const composed = [
    ...articles.map((article) => {
      const { entry, id, stem } = article;
      const { key, isDraft } = entry;
      return { ...composeArticle(article, surroundings), record: { key, site, stem, id }, isDraft };
    }),
    ...pages.map((page) => {
      const { key, isDraft } = page.entry;
      return { ...composePage(page, surroundings), record: { key, site, stem: `pages/${page.slug}` }, isDraft };
    }),
  ];
  const { siteUrl, authors, sections, series, images } = surroundings;
  return {
    timeZone,
    files: new Map([
      ...composed.map(({ file, text }) => [file, text] as const),
      ...composeTerms('authors', authors),
      ...composeTerms('categories', sections),
      ...[...series.values()].map(({ id, term }) => [`series/${id}.yaml`, stringify({ title: term.name })] as const),
      [siteFile, composeSettings(source, siteUrl, timeZone)],
    ]),
    images: images.all,
    threads: collectThreads(articles),
    notes: composed.flatMap(({ notes }) => notes),
    tally: countSource(source, articles, pages, surroundings, existing),
    entries: composed.map(({ record, file, isDraft }) => ({ record, file, isDraft })),
    gone: listGone(source, existing.records),
  };
}

/** Completes the tally, which has what is in the bodies, by what the source holds besides. */
function countSource(
  source: SourceNewsroom,
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
  { tally, images }: Surroundings,
  { missing }: ExistingNewsroom,
): TallyRow[] {
  const planned = new Set<SourceEntry>([...articles, ...pages].map(({ entry }) => entry));
  const hasCome = (entry: SourceEntry): boolean => planned.has(entry);
  const undated = new Set<SourceEntry>(articles.filter(({ dates }) => dates.fault).map(({ entry }) => entry));
  for (const entry of source.articles) {
    if (undated.has(entry) && !entry.isDraft) tally.add('articles', undatedOutcome(entry));
    else tallyEntry(tally, 'articles', entry, hasCome(entry));
  }
  for (const entry of source.pages) tallyEntry(tally, 'pages', entry, hasCome(entry));
  tallyComments(tally, source, hasCome);
  tallyTerms(tally, source);
  tallyMedia(tally, source, new Set(images.all.values()), missing);
  return createTally([...tally.rows(), ...(source.tally ?? [])]).rows();
}

function listGone(source: SourceNewsroom, records: ImportRecords): string[] {
  const present = new Set([...source.articles, ...source.pages].map((entry) => keyInRecords(source, entry)));
  const site = siteOf(source);
  return [...records].filter(([key, record]) => record.site === site && !present.has(key)).map(([key]) => key);
}

function surround(
  source: SourceNewsroom,
  existing: ExistingNewsroom,
  timeZone: string,
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
): Surroundings {
  const sections = planTerms(source.sections, 'general');
  const authors = planTerms(source.authors, 'desk');
  const series = planTerms(source.series ?? [], 'series');
  const siteUrl = existing.url ?? addressOf(source.url);
  return {
    source,
    siteUrl,
    timeZone,
    tally: createTally(),
    sections,
    authors,
    series,
    resolveLink: createResolver(source, { articles, pages, sections, authors }),
    titles: new Map([
      ...articles.map(({ entry, id }) => [shortPath(id), entry.title] as const),
      ...pages.map(({ entry, slug }) => [standalonePath(slug), entry.title] as const),
    ]),
    images: createImagePlaces(source.media, existing.missing, source.url),
    aliasOwners: findAliasOwners(articles, source, siteUrl),
    isReserved: createReservation(articles, pages, { sections, authors }),
  };
}

/** Creates `Surroundings.isReserved` for the lists and pages that the source results in. */
function createReservation(
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
  { sections, authors }: Pick<Surroundings, 'sections' | 'authors'>,
): Surroundings['isReserved'] {
  const own = new Set([
    ...[...sections.values()].map(({ id }) => categoryPath(id)),
    ...[...authors.values()].map(({ id }) => authorPath(id)),
    ...articles.flatMap(({ entry }) => entry.tags.map((tag) => tagPath(tag))),
    ...pages.map(({ slug }) => standalonePath(slug)),
  ]);
  const isOwn = (address: string): boolean => own.has(`${address}/`);
  return (path) => {
    const address = path.normalize('NFC').replace(/\/(?:index\.html)?$/, '');
    return isOwn(address) || isReservedAddress(address, isOwn);
  };
}

/**
 * Maps each alias to one article's id: a path may have belonged to several, but the build refuses it as alias of two.
 */
function findAliasOwners(
  articles: readonly PlannedArticle[],
  source: SourceNewsroom,
  siteUrl: string,
): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { entry, id } of articles) {
    for (const alias of aliasesOf(entry, source, siteUrl)) if (!owners.has(alias)) owners.set(alias, id);
  }
  return owners;
}

function collectThreads(articles: readonly PlannedArticle[]): Map<string, Comment[]> {
  return new Map(
    articles
      .filter(({ entry }) => !entry.isDraft && entry.comments.length > 0)
      .map(({ id, entry }): [string, Comment[]] => [id, entry.comments]),
  );
}

function composeTerms(folder: string, terms: ReadonlyMap<string, PlannedTerm>): [file: string, text: string][] {
  return [...terms.values()].map(({ id, term: { name } }) => [`${folder}/${id}.yaml`, stringify({ name })]);
}

/** For a source that does not tell its address: an example, which the owner is asked to correct. */
const exampleAddress = 'https://example.com';

/** Returns the address of the old site, which the new one takes over, without a path that a site cannot have. */
function addressOf(url: string): string {
  const address = siteAddress.safeParse(url);
  if (address.success) return address.data;
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : exampleAddress;
}

function composeSettings({ title, description }: SourceNewsroom, url: string, timeZone: string): string {
  const name = title || new URL(url).host;
  return stringify({ title: name, description: description || name, url, 'time-zone': timeZone }, { lineWidth: 0 });
}
