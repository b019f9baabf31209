import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { deriveShortId } from '../../lib/short-id.ts';
import { isoWithOffset } from '../../lib/time-zone.ts';
import { reservedAddresses } from '../../schema/reserved-addresses.ts';
import { type ArticleDates, datesOf } from './article-dates.ts';
import { type ImportRecords, recordKey } from './import-record.ts';
import type { SourceArticle, SourceEntry, SourceNewsroom, SourcePage, SourceTerm } from './source.ts';

/** An article whose id and file are determined, before its body is converted. */
export interface PlannedArticle {
  entry: SourceArticle;
  /** Its short id. */
  id: string;
  /** Its file without extension: `articles/2022/01/name`. The body decides between `.md` and `.mdx`. */
  stem: string;
  dates: ArticleDates;
  /** Whether readers see it now: links to it would be dead otherwise. */
  isShown: boolean;
}

/** A standalone page whose slug is determined, before its body is converted. */
export interface PlannedPage {
  entry: SourcePage;
  slug: string;
}

/** An author, a section or a tag whose id is determined. */
export interface PlannedTerm {
  term: SourceTerm;
  /** Unique among its kind. */
  id: string;
}

/** What planning needs of the newsroom that the source comes into. */
export interface PlanningState {
  /** The ids of its articles, by file without extension. */
  ids: ReadonlyMap<string, string>;
  /** The names of its standalone pages. */
  pages: ReadonlySet<string>;
  records: ImportRecords;
  /** ISO 8601. Tells which dates lie in the future. */
  now: string;
}

/**
 * Determines the id and the file of each article. An article that has come before keeps its id, and the file that it has
 * by now; a new id is derived from the key, so that a repeated import results in the same id. An article that has come
 * and was deleted here is left out.
 */
export function planArticles(source: SourceNewsroom, state: PlanningState, timeZone: string): PlannedArticle[] {
  const stemsById = new Map([...state.ids].map(([stem, id]) => [id, stem]));
  const recorded = new Set([...state.records.values()].map(({ id }) => stemsById.get(id ?? '')));
  const stems = new Set([...state.ids.keys()].filter((stem) => recorded.has(stem)));
  const takenIds = new Set(state.ids.values());
  return source.articles.flatMap((entry): PlannedArticle[] => {
    const record = state.records.get(keyInRecords(source, entry));
    const current = stemsById.get(record?.id ?? '');
    const dates = datesOf(entry, state.now, timeZone);
    const isDue = Date.parse(dates.date) <= Date.parse(state.now) && entry.isScheduled === undefined;
    const common = { entry, dates, isShown: isDue && !entry.isDraft && dates.fault === undefined };
    if (record?.id !== undefined) return current === undefined ? [] : [{ ...common, stem: current, id: record.id }];
    const [year = '', month = ''] = isoWithOffset(dates.date, timeZone).split('-');
    const stem = claim(`articles/${year}/${month}/${slugOf(entry)}`, stems);
    return [{ ...common, stem, id: state.ids.get(stem) ?? claimId(entry.key, takenIds) }];
  });
}

/** Returns the key of an entry in the records of imports. */
export function keyInRecords(source: SourceNewsroom, { key }: SourceEntry): string {
  return recordKey({ site: siteOf(source), key });
}

/** Returns the host of the old site, or the name of the newsroom if it has no address. */
export function siteOf({ url, title }: SourceNewsroom): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : title;
}

/**
 * Determines the slug of each page, which must not be one of the paths that the site itself uses. A page that has come
 * before keeps its file, and one that was deleted here is left out.
 */
export function planPages(source: SourceNewsroom, { pages, records }: PlanningState): PlannedPage[] {
  const recorded = [...records.values()].map(({ stem }) => pageName(stem));
  const taken = new Set([...reservedAddresses, ...recorded.filter((name) => name !== '')]);
  return source.pages.flatMap((entry): PlannedPage[] => {
    const record = records.get(keyInRecords(source, entry));
    if (record === undefined) return [{ entry, slug: claim(slugOf(entry), taken) }];
    const slug = pageName(record.stem);
    return pages.has(slug) ? [{ entry, slug }] : [];
  });
}

/** Returns the name of a page from its file without extension; '' for the file of an article. */
function pageName(stem: string): string {
  return stem.startsWith(pageFolder) ? stem.slice(pageFolder.length) : '';
}

const pageFolder = 'pages/';

/** Determines the id of each term, by its key. `unnamed` is the id of a term without slug and name. */
export function planTerms(terms: readonly SourceTerm[], unnamed: string): Map<string, PlannedTerm> {
  const taken = new Set<string>();
  return new Map(
    terms.map((term) => {
      const wanted = slugify(decodePart(term.slug)) || slugify(term.name) || unnamed;
      return [term.key, { term, id: claim(wanted, taken) }];
    }),
  );
}

function claimId(key: string, taken: Set<string>): string {
  let id = deriveShortId(key);
  for (let attempt = 1; taken.has(id); attempt += 1) id = deriveShortId(key, attempt);
  taken.add(id);
  return id;
}

function slugOf({ slug, title, key }: SourceEntry): string {
  return slugify(decodePart(slug)) || slugify(title) || slugify(`entry-${key}`);
}

/** In bytes: a longer name loses as many of its last characters as a number has at most, with its hyphen. */
const roomForNumber = 170;
const numberLength = 7;

/** Returns a name that is not in `taken`, with a number (`name-2`) if necessary, and adds it to `taken`. */
function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  // The longest names are as long as an address may be, and a number makes them longer.
  const isLong = Buffer.byteLength(wanted.slice(wanted.lastIndexOf('/') + 1)) > roomForNumber;
  const stem = isLong ? wanted.slice(0, -numberLength).replace(/-+$/, '') : wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return name;
}
