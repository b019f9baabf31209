import { instantFromLocal, type LocalFields, localFields } from '../lib/time-zone.ts';
import type { Article } from '../library/library.ts';

type Indexed = Pick<Article, 'date' | 'bodyLength'>;

/** A stretch of the archive that is indexed by itself. */
export interface SearchPart<Item extends Indexed = Article> {
  /** The day of its first article in the site's time zone, `2026-11-01`; `2026-11-01-2` where that day fills several parts. */
  name: string;
  /** Newest first, as in the library. */
  articles: Item[];
}

/**
 * How many articles close a part, from the oldest part to the newest. A large part keeps Pagefind within 1 GB of memory; the
 * last one stays small, because it is indexed again with every article that is published.
 */
const sizes = [5000, 1600, 450];

/** Characters of an article that counts as one. A longer one counts as so much more, because Pagefind holds more of it. */
const ordinaryLength = 2000;

/** Articles that are never parted. */
interface Unit<Item> {
  name: string;
  /** Oldest first. */
  articles: Item[];
}

/**
 * Divides an archive into the parts of its search index, newest first; none for an empty archive. Parts are filled from the
 * oldest article up and closed at the end of a month (of a day, in months that would fill a part by themselves), so that
 * publishing, changing or withdrawing a recent article changes the newest part alone. Once in a few hundred articles a new
 * part begins, and those before it are put together when they have grown to the next size. An old article that is withdrawn,
 * or that grows or shrinks, moves the end of its part only if a month's end stands just there.
 */
export function divideIntoParts<Item extends Indexed>(
  newestFirst: readonly Item[],
  timeZone: string,
): SearchPart<Item>[] {
  const parts = fillParts(listUnits(newestFirst, timeZone), sizes);
  return parts.map(({ name, articles }) => ({ name, articles: articles.toReversed() })).reverse();
}

/** Parts of the first size for as long as they are full; what is left is divided by the sizes that follow. */
function fillParts<Item extends Indexed>(
  units: readonly Unit<Item>[],
  [size, ...smaller]: readonly number[],
): Unit<Item>[] {
  if (units.length === 0) return [];
  if (size === undefined) return [joinUnits(units)];
  const groups = groupUntilFull(units, size, ({ articles }) =>
    articles.reduce((sum, article) => sum + weigh(article), 0),
  );
  return [...groups.slice(0, -1).map(joinUnits), ...fillParts(groups.at(-1) ?? [], smaller)];
}

/** Neighbours together, until they weigh `size`. */
function groupUntilFull<Item>(items: readonly Item[], size: number, weighItem: (item: Item) => number): Item[][] {
  const groups: Item[][] = [];
  let filled = size;
  for (const item of items) {
    if (filled >= size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(item);
    filled += weighItem(item);
  }
  return groups;
}

function weigh({ bodyLength }: Indexed): number {
  return Math.max(1, bodyLength / ordinaryLength);
}

function joinUnits<Item>(units: readonly Unit<Item>[]): Unit<Item> {
  return { name: units[0]?.name ?? '', articles: units.flatMap(({ articles }) => articles) };
}

/** Months, and the days of months that are larger than the smallest part; oldest first. */
function listUnits<Item extends Indexed>(newestFirst: readonly Item[], timeZone: string): Unit<Item>[] {
  return splitAtPeriods(newestFirst.toReversed(), timeZone, 'month').flatMap((month) =>
    groupUntilFull(month.articles, sizes.at(-1) as number, weigh).length === 1
      ? [month]
      : splitAtPeriods(month.articles, timeZone, 'day').flatMap(splitDay),
  );
}

function splitAtPeriods<Item extends Indexed>(
  oldestFirst: readonly Item[],
  timeZone: string,
  period: 'month' | 'day',
): Unit<Item>[] {
  const units: Unit<Item>[] = [];
  let end = '';
  for (const article of oldestFirst) {
    if (article.date >= end) {
      const { year, month, day } = localFields(article.date, timeZone);
      end = instantFromLocal(midnightAfter(year, month, period === 'day' ? day : daysOf(year, month)), timeZone);
      units.push({ name: `${year}-${pad(month)}-${pad(day)}`, articles: [] });
    }
    units.at(-1)?.articles.push(article);
  }
  return units;
}

function midnightAfter(year: number, month: number, day: number): LocalFields {
  const after = new Date(Date.UTC(year, month - 1, day + 1));
  return {
    year: after.getUTCFullYear(),
    month: after.getUTCMonth() + 1,
    day: after.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  };
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function splitDay<Item extends Indexed>({ name, articles }: Unit<Item>): Unit<Item>[] {
  return groupUntilFull(articles, sizes[0] as number, weigh).map((group, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    articles: group,
  }));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
