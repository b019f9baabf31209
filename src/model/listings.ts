import { tagSlug } from '../lib/arabic/tag-slug.ts';
import { compareText } from '../lib/compare.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/types.ts';

/** The number of articles on a full page of a list. */
export const listingSize = 20;

/**
 * One page of a list. The newest page has no number. The others are numbered from the oldest, so that their numbers
 * stay the same when articles are published.
 */
export interface ListingPage<Item> {
  number?: number;
  items: Item[];
  /** The number of the neighbouring page; `'newest'` is the unnumbered one. */
  newer?: number | 'newest';
  older?: number;
}

/**
 * Splits a list, newest first, into pages that are filled from the oldest item up. Each numbered page has `size` items.
 * The newest page has the rest: between `size` and `2 × size - 1` items, or fewer if the whole list is shorter.
 * Publishing an item therefore changes only the newest page. Once in `size` times it also adds a numbered page, to
 * which the numbered page before it then links.
 */
export function paginateFromOldest<Item>(newestFirst: readonly Item[], size: number): ListingPage<Item>[] {
  const numbered = Math.max(0, Math.floor(newestFirst.length / size) - 1);
  const newest: ListingPage<Item> = { items: newestFirst.slice(0, newestFirst.length - numbered * size) };
  if (numbered > 0) newest.older = numbered;
  const pages = [newest];
  for (let number = numbered; number >= 1; number--) {
    const end = newestFirst.length - (number - 1) * size;
    pages.push({
      number,
      items: newestFirst.slice(end - size, end),
      newer: number === numbered ? 'newest' : number + 1,
      ...(number > 1 && { older: number - 1 }),
    });
  }
  return pages;
}

interface TagGroup {
  /** The spelling in most of the articles; of equally common spellings, the newest. */
  name: string;
  slug: string;
  articles: Article[];
}

/** Returns `tagSlug` with a cache, since tags repeat across articles. */
export function createCachedTagSlug(): (tag: string) => string {
  const slugs = new Map<string, string>();
  return (tag) => {
    const slug = slugs.get(tag) ?? tagSlug(tag);
    slugs.set(tag, slug);
    return slug;
  };
}

/** Makes the function that returns the description of a tag, if `tags.yaml` has one. */
export function createTagDescriptions(tags: Library['tags']): (name: string) => string | undefined {
  const descriptions = new Map(tags.map(({ name, description }) => [tagSlug(name), description]));
  return (name) => (descriptions.size === 0 ? undefined : descriptions.get(tagSlug(name)));
}

const cachedTagGroups = new WeakMap<readonly Article[], TagGroup[]>();

/**
 * Groups articles by tag. Tags that differ only in what a slug ignores (tashkeel, tatweel, punctuation) share a group;
 * the library refuses others with the same slug.
 * The result is cached per list, because pages, feeds and sitemaps all ask for the tags of the whole archive.
 */
export function groupByTag(articles: readonly Article[]): readonly TagGroup[] {
  const groups = cachedTagGroups.get(articles) ?? findTagGroups(articles);
  cachedTagGroups.set(articles, groups);
  return groups;
}

function findTagGroups(articles: readonly Article[]): TagGroup[] {
  const groups = new Map<string, { spellings: Map<string, number>; articles: Article[] }>();
  const slugOf = createCachedTagSlug();
  for (const article of articles) {
    // Reversed, so that the first of two spellings in one article wins.
    for (const [slug, name] of new Map(article.tags.toReversed().map((tag) => [slugOf(tag), tag]))) {
      if (slug === '') continue;
      const group = groups.get(slug) ?? { spellings: new Map<string, number>(), articles: [] };
      group.articles.push(article);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      groups.set(slug, group);
    }
  }
  return [...groups]
    .map(([slug, { spellings, articles: grouped }]) => ({ slug, name: mostCommon(spellings), articles: grouped }))
    .sort((a, b) => compareText(a.slug, b.slug));
}

export interface MonthGroup {
  year: number;
  month: number;
  articles: Article[];
}

const cachedMonthGroups = new WeakMap<readonly Article[], Map<string, MonthGroup[]>>();

/**
 * Groups articles by month in a time zone, newest month first. The result is cached per list, because pages, sitemaps
 * and the archive page all ask for the months of the whole archive.
 */
export function groupByMonth(newestFirst: readonly Article[], timeZone: string): readonly MonthGroup[] {
  const byZone = cachedMonthGroups.get(newestFirst) ?? new Map<string, MonthGroup[]>();
  cachedMonthGroups.set(newestFirst, byZone);
  const groups = byZone.get(timeZone) ?? findMonthGroups(newestFirst, timeZone);
  byZone.set(timeZone, groups);
  return groups;
}

function findMonthGroups(newestFirst: readonly Article[], timeZone: string): MonthGroup[] {
  const groups = new Map<string, MonthGroup>();
  let group: MonthGroup | undefined;
  for (const article of newestFirst) {
    const { year, month } = monthOf(article.date, timeZone);
    if (group?.year !== year || group.month !== month) {
      group = groups.get(`${year}-${month}`) ?? { year, month, articles: [] };
      groups.set(`${year}-${month}`, group);
    }
    group.articles.push(article);
  }
  return [...groups.values()];
}

/** Returns the local month of an ISO instant in UTC. Only near the ends of a month it depends on the time zone. */
function monthOf(instant: string, timeZone: string): { year: number; month: number } {
  const day = Number(instant.slice(8, 10));
  const isFarFromEnds = day > 2 && day < 27;
  return isFarFromEnds
    ? { year: Number(instant.slice(0, 4)), month: Number(instant.slice(5, 7)) }
    : localFields(instant, timeZone);
}

/** Splits a list into runs of adjacent items with the same key. */
export function groupRuns<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): { key: Key; items: Item[] }[] {
  const runs: { key: Key; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = runs.at(-1);
    if (last && last.key === key) last.items.push(item);
    else runs.push({ key, items: [item] });
  }
  return runs;
}

/** Returns the ISO instant of the article's last edit. */
export function lastEdit({ date, lastUpdated }: Pick<Article, 'date' | 'lastUpdated'>): string {
  return lastUpdated ?? date;
}

/** Returns the ISO instant of the latest edit of any of the articles; undefined if there are no articles. */
export function latestEdit(articles: readonly Article[]): string | undefined {
  return articles.map(lastEdit).sort().at(-1);
}

/** Groups items by key. Each group keeps the order of the items; an item with several keys is in several groups. */
export function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function mostCommon(spellings: Map<string, number>): string {
  let best = '';
  for (const [name, count] of spellings) if (count > (spellings.get(best) ?? 0)) best = name;
  return best;
}
