import { instantFromLocal, type LocalFields, localFields } from '../lib/time-zone.ts';
import type { Article } from '../library/library.ts';

type Dated = Pick<Article, 'date'>;

/** A stretch of the archive that is indexed by itself. */
export interface SearchPart<Item extends Dated = Article> {
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
const largestDay = sizes[0] as number;

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
 * part begins, and those before it are put together when they have grown to the next size.
 */
export function divideIntoParts<Item extends Dated>(
  newestFirst: readonly Item[],
  timeZone: string,
): SearchPart<Item>[] {
  const parts = fillParts(listUnits(newestFirst, timeZone), sizes);
  return parts.map(({ name, articles }) => ({ name, articles: articles.toReversed() })).reverse();
}

/** Parts of the first size for as long as they are full; what is left is divided by the sizes that follow. */
function fillParts<Item>(units: readonly Unit<Item>[], [size, ...smaller]: readonly number[]): Unit<Item>[] {
  if (units.length === 0) return [];
  if (size === undefined) return [joinUnits(units)];
  const closed: Unit<Item>[] = [];
  let start = 0;
  let count = 0;
  for (const [index, { articles }] of units.entries()) {
    if (count >= size) {
      closed.push(joinUnits(units.slice(start, index)));
      start = index;
      count = 0;
    }
    count += articles.length;
  }
  return [...closed, ...fillParts(units.slice(start), smaller)];
}

function joinUnits<Item>(units: readonly Unit<Item>[]): Unit<Item> {
  return { name: units[0]?.name ?? '', articles: units.flatMap(({ articles }) => articles) };
}

/** Months, and the days of months that are larger than the smallest part; oldest first. */
function listUnits<Item extends Dated>(newestFirst: readonly Item[], timeZone: string): Unit<Item>[] {
  return splitAtPeriods(newestFirst.toReversed(), timeZone, 'month').flatMap((month) =>
    month.articles.length <= (sizes.at(-1) as number)
      ? [month]
      : splitAtPeriods(month.articles, timeZone, 'day').flatMap(splitDay),
  );
}

function splitAtPeriods<Item extends Dated>(
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

function splitDay<Item>({ name, articles }: Unit<Item>): Unit<Item>[] {
  const units: Unit<Item>[] = [];
  for (let start = 0; start < articles.length; start += largestDay) {
    units.push({
      name: start === 0 ? name : `${name}-${units.length + 1}`,
      articles: articles.slice(start, start + largestDay),
    });
  }
  return units;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
