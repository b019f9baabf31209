import { slugify } from '../lib/arabic/slug.ts';
import { compareText } from '../lib/compare.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article } from '../library/library.ts';

/** One page of a list. The newest page has no number; the others count from the oldest, so a full page never changes. */
export interface ListingPage<Item> {
  number?: number;
  items: Item[];
  /** The number of the neighbouring page; `'newest'` is the unnumbered one. */
  newer?: number | 'newest';
  older?: number;
}

/**
 * Splits a list that starts with its newest item into pages of `size` that are filled from the oldest item up.
 * The newest page also holds what does not fill a page yet, so it has between `size` and `2 × size - 1` items
 * (fewer only where the whole list is shorter). Publishing one item changes the newest page and, once in `size`
 * publications, the link to the newer page on the one before it.
 */
export function paginateFromOldest<Item>(newestFirst: readonly Item[], size: number): ListingPage<Item>[] {
  const closed = Math.max(0, Math.floor(newestFirst.length / size) - 1);
  const newest: ListingPage<Item> = { items: newestFirst.slice(0, newestFirst.length - closed * size) };
  if (closed > 0) newest.older = closed;
  const pages = [newest];
  for (let number = closed; number >= 1; number--) {
    const end = newestFirst.length - (number - 1) * size;
    pages.push({
      number,
      items: newestFirst.slice(end - size, end),
      newer: number === closed ? 'newest' : number + 1,
      ...(number > 1 && { older: number - 1 }),
    });
  }
  return pages;
}

export interface TagGroup {
  /** The tag as most of its articles write it; the newest spelling where two are as common. */
  name: string;
  slug: string;
  articles: Article[];
}

/** `slugify`, for tags: they come again and again. */
export function rememberSlugs(): (tag: string) => string {
  const slugs = new Map<string, string>();
  return (tag) => {
    const slug = slugs.get(tag) ?? slugify(tag);
    slugs.set(tag, slug);
    return slug;
  };
}

const tagGroups = new WeakMap<readonly Article[], TagGroup[]>();

/**
 * Tags that differ only in what a slug ignores (tashkeel, tatweel, punctuation) share one group. Pages, feeds and sitemaps all
 * ask for those of the whole archive, so that what was found for a list is kept as long as the list is.
 */
export function groupByTag(articles: readonly Article[]): readonly TagGroup[] {
  const known = tagGroups.get(articles) ?? findTagGroups(articles);
  tagGroups.set(articles, known);
  return known;
}

function findTagGroups(articles: readonly Article[]): TagGroup[] {
  const groups = new Map<string, { spellings: Map<string, number>; articles: Article[] }>();
  const slugOf = rememberSlugs();
  for (const article of articles) {
    for (const [slug, name] of new Map(article.tags.toReversed().map((tag) => [slugOf(tag), tag]))) {
      if (slug === '') continue;
      const group = groups.get(slug) ?? { spellings: new Map<string, number>(), articles: [] };
      group.articles.push(article);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      groups.set(slug, group);
    }
  }
  return [...groups]
    .map(([slug, { spellings, articles: grouped }]) => ({ slug, name: commonest(spellings), articles: grouped }))
    .sort((a, b) => compareText(a.slug, b.slug));
}

export interface MonthGroup {
  year: number;
  month: number;
  articles: Article[];
}

const monthGroups = new WeakMap<readonly Article[], Map<string, MonthGroup[]>>();

/**
 * Months of the site's time zone that have articles, newest first. Pages, sitemaps and the archive all ask for those of the
 * whole archive, so that what was found for a list is kept as long as the list is.
 */
export function groupByMonth(newestFirst: readonly Article[], timeZone: string): readonly MonthGroup[] {
  const byZone = monthGroups.get(newestFirst) ?? new Map<string, MonthGroup[]>();
  monthGroups.set(newestFirst, byZone);
  const known = byZone.get(timeZone) ?? findMonthGroups(newestFirst, timeZone);
  byZone.set(timeZone, known);
  return known;
}

function findMonthGroups(newestFirst: readonly Article[], timeZone: string): MonthGroup[] {
  const groups = new Map<string, MonthGroup>();
  for (const article of newestFirst) {
    const { year, month } = localFields(article.date, timeZone);
    const group = groups.get(`${year}-${month}`) ?? { year, month, articles: [] };
    group.articles.push(article);
    groups.set(`${year}-${month}`, group);
  }
  return [...groups.values()];
}

/** Splits a list into runs of items that share the key, in the order given. */
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

/** When the text of an article last changed: an ISO instant. */
export function lastEdit({ date, lastUpdated }: Pick<Article, 'date' | 'lastUpdated'>): string {
  return lastUpdated ?? date;
}

/** When the last of the articles changed; undefined where there is none. */
export function latestEdit(articles: readonly Article[]): string | undefined {
  return articles.map(lastEdit).sort().at(-1);
}

/** The items of each key, in their order. */
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

function commonest(spellings: Map<string, number>): string {
  let best = '';
  for (const [name, count] of spellings) if (count > (spellings.get(best) ?? 0)) best = name;
  return best;
}
