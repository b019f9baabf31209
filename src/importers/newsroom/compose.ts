import { stringify } from 'yaml';
import { tagKey } from '../../lib/arabic/tag-slug.ts';
import type { Comment } from '../../lib/comments/comment.ts';
import { authorPath, categoryPath, feedPath, shortPath, standalonePath, tagPath } from '../../model/urls.ts';
import { isReservedAddress } from '../../schema/reserved-addresses.ts';
import { siteFile } from '../../schema/site.ts';
import { siteAddress } from '../../schema/site-address.ts';
import { tagsFile } from '../../schema/tags.ts';
import { createResolver, listOldAddresses, type OldAddress } from './addresses.ts';
import { assignAliases, type FormerOwner } from './aliases.ts';
import type { ImportNote } from './body.ts';
import { composeArticle, composePage, type Surroundings } from './content-files.ts';
import { tallyComments, tallyEntry, tallyMedia, tallyTerms, undatedOutcome } from './count-source.ts';
import type { ImportRecord, ImportRecords } from './import-record.ts';
import { createMediaPlaces } from './media-places.ts';
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
import type { SourceEntry, SourceNewsroom, SourceTerm } from './source.ts';
import { createTally, type TallyRow } from './tally.ts';

/** What the newsroom already has. */
export interface ExistingNewsroom extends PlanningState {
  /** From its settings, if it has any. */
  timeZone?: string;
  /** Its address, from its settings, if it has any. */
  url?: string;
  /** URLs of files that could not be fetched. */
  missing: ReadonlySet<string>;
}

/** A source as the files of a content directory, before they are written. Paths are relative to that directory. */
export interface ImportedNewsroom {
  timeZone: string;
  /** The address of the new site. */
  siteUrl: string;
  /** The text of each file, by its path. */
  files: Map<string, string>;
  /** URLs of images, recordings and documents, by the file in which each is to be stored. */
  media: Map<string, string>;
  /** Comments, by the id of their article. */
  threads: Map<string, Comment[]>;
  notes: ImportNote[];
  /** Everything that the source holds, and what became of it. */
  tally: TallyRow[];
  /** The articles and pages. Their texts are in `files`. */
  entries: ImportedEntry[];
  /** Every address that the source tells, those with a query included, which no file can answer. */
  oldAddresses: readonly OldAddress[];
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
  const { siteUrl, authors, sections, series, media, aliases } = surroundings;
  const aliasesAt = (owner: string): readonly string[] => aliases.get(owner)?.aliases ?? [];
  return {
    timeZone,
    siteUrl,
    files: new Map([
      ...composed.map(({ file, text }) => [file, text] as const),
      ...composeTerms('authors', authors, (id) => aliasesAt(authorPath(id))),
      ...composeTerms('categories', sections, (id) => aliasesAt(categoryPath(id))),
      ...composeTags(source, surroundings),
      ...[...series.values()].map(({ id, term }) => [`series/${id}.yaml`, stringify({ title: term.name })] as const),
      [siteFile, composeSettings(source, siteUrl, timeZone, aliasesAt(feedPath()))],
    ]),
    media: media.all,
    threads: collectThreads(articles),
    notes: composed.flatMap(({ notes }) => notes),
    tally: countSource(source, articles, pages, surroundings, existing),
    entries: composed.map(({ record, file, isDraft, media: own }) => {
      const hasMedia = Object.keys(own).length > 0;
      return { record: { ...record, ...(hasMedia && { media: own }) }, file, isDraft };
    }),
    oldAddresses: surroundings.oldAddresses,
    gone: listGone(source, existing.records),
  };
}

/** Completes the tally, which has what is in the bodies, by what the source holds besides. */
function countSource(
  source: SourceNewsroom,
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
  { tally, media }: Surroundings,
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
  tallyMedia(tally, source, new Set(media.all.values()), missing);
  return createTally([...tally.rows(), ...(source.tally ?? [])]).rows();
}

/** Returns the files that earlier imports have placed. */
function earlierMedia(records: ImportRecords): Map<string, string> {
  return new Map(
    [...records.values()].flatMap(({ stem, media = {} }) =>
      Object.entries(media).map(
        ([name, address]) => [`${stem.slice(0, stem.lastIndexOf('/'))}/${name}`, address] as const,
      ),
    ),
  );
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
  const oldAddresses = listOldAddresses(source, { articles, pages, sections, authors });
  return {
    source,
    siteUrl,
    timeZone,
    tally: createTally(),
    sections,
    authors,
    series,
    oldAddresses,
    resolveLink: createResolver(source, oldAddresses),
    titles: new Map([
      ...articles.map(({ entry, id }) => [shortPath(id), entry.title] as const),
      ...pages.map(({ entry, slug }) => [standalonePath(slug), entry.title] as const),
    ]),
    media: createMediaPlaces(source.media, existing.missing, source.url, earlierMedia(existing.records)),
    aliases: assignAliases(
      listFormerOwners(articles, pages, { sections, authors }, source),
      source,
      siteUrl,
      createReservation(articles, pages, { sections, authors }),
    ),
  };
}

/** Creates the `isReserved` of `assignAliases` for the lists and pages that the source results in. */
function createReservation(
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
  { sections, authors }: Pick<Surroundings, 'sections' | 'authors'>,
): (path: string) => boolean {
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

/** Lists everything that had old addresses. Articles come first: their links are what people have shared. */
function listFormerOwners(
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
  { sections, authors }: Pick<Surroundings, 'sections' | 'authors'>,
  { tags, lists }: SourceNewsroom,
): FormerOwner[] {
  const ofTerm = (term: SourceTerm): string[] => [...term.addresses, ...(term.feeds ?? [])];
  return [
    ...articles.map(({ entry, id }) => ({ owner: shortPath(id), addresses: entry.addresses, path: shortPath(id) })),
    ...pages.map(({ entry, slug }) => {
      const path = standalonePath(slug);
      return { owner: path, addresses: entry.addresses, path };
    }),
    ...[...sections.values()].map(({ id, term }) => {
      return { owner: categoryPath(id), addresses: ofTerm(term), path: categoryPath(id) };
    }),
    ...[...authors.values()].map(({ id, term }) => {
      return { owner: authorPath(id), addresses: ofTerm(term), path: authorPath(id) };
    }),
    ...tags.map((term) => ({
      owner: `${tagPath(term.name)}#${term.key}`,
      addresses: ofTerm(term),
      path: tagPath(term.name),
    })),
    {
      owner: feedPath(),
      addresses: lists.filter(({ leadsTo }) => leadsTo === 'feed').map(({ address }) => address),
    },
  ];
}

function collectThreads(articles: readonly PlannedArticle[]): Map<string, Comment[]> {
  return new Map(
    articles
      .filter(({ entry }) => !entry.isDraft && entry.comments.length > 0)
      .map(({ id, entry }): [string, Comment[]] => [id, entry.comments]),
  );
}

function composeTerms(
  folder: string,
  terms: ReadonlyMap<string, PlannedTerm>,
  aliasesAt: (id: string) => readonly string[],
): [file: string, text: string][] {
  return [...terms.values()].map(({ id, term }) => {
    const aliases = aliasesAt(id);
    const name = /[\p{L}\p{N}]/u.test(term.name) ? term.name : id;
    return [`${folder}/${id}.yaml`, stringify({ name, ...(aliases.length > 0 && { aliases }) }, { lineWidth: 0 })];
  });
}

/** Composes `tags.yaml` with the tags that had addresses of their own; none if there are none. */
function composeTags({ tags }: SourceNewsroom, { aliases }: Surroundings): [file: string, text: string][] {
  const byTag = Map.groupBy(tags, ({ name }) => tagKey(name));
  const entries = [...byTag.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others].flatMap(({ name, key }) => aliases.get(`${tagPath(name)}#${key}`)?.aliases ?? []);
    return all.length > 0 ? [{ tag: first.name, aliases: all }] : [];
  });
  return entries.length > 0 ? [[tagsFile, stringify(entries, { lineWidth: 0 })]] : [];
}

/** For a source that does not tell its address: an example, which the owner is asked to correct. */
const exampleAddress = 'https://example.com';

/** Returns the address of the old site, which the new one takes over, without a path that a site cannot have. */
function addressOf(url: string): string {
  const address = siteAddress.safeParse(url);
  if (address.success) return address.data;
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : exampleAddress;
}

function composeSettings(
  { title, description }: SourceNewsroom,
  url: string,
  timeZone: string,
  feedAliases: readonly string[],
): string {
  const name = title || new URL(url).host;
  const feeds = feedAliases.length > 0 ? { feeds: { aliases: feedAliases } } : {};
  return stringify(
    { title: name, description: description || name, url, 'time-zone': timeZone, ...feeds },
    { lineWidth: 0 },
  );
}
