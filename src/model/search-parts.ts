import { instantFromLocal, type LocalFields, localFields } from '../lib/time-zone.ts';
import type { Article } from '../library/types.ts';

type Indexed = Pick<Article, 'date' | 'bodyLength'>;

/** A period of the archive with a search index of its own. */
export interface SearchPart<Item extends Indexed = Article> {
  /**
   * The day of its first article in the site's time zone: `2026-11-01`. If one day fills several parts, the second is
   * `2026-11-01-2`.
   */
  name: string;
  /** Newest first. */
  articles: Item[];
}

/**
 * The weights at which parts are full, from the oldest parts to the newest. The largest keeps short what an old article
 * takes that is edited, because its part is indexed again. The smallest keeps the newest part small, because it is
 * indexed again for every published article.
 */
const sizes = [5000, 1600, 800];

/**
 * The length in characters of an article that weighs 1. Longer articles weigh more, because Pagefind needs more memory
 * for them.
 */
const ordinaryLength = 2000;

/** The articles of a period, which are always in the same part. */
interface Unit<Item> {
  name: string;
  /** Oldest first. */
  articles: Item[];
}

/**
 * Divides an archive into the parts of its search index, newest first. An empty archive has no parts.
 *
 * Parts are filled from the oldest article up and end with a month, or with a day in months that would fill a part on
 * their own. Publishing, changing or withdrawing a recent article therefore changes only the newest part. Every few
 * hundred articles a new part begins; when the small parts together reach the next size, they are joined into one.
 * Changing an old article moves the end of its part only if the article's weight decides whether one more month fits.
 */
export function divideIntoParts<Item extends Indexed>(
  newestFirst: readonly Item[],
  timeZone: string,
): SearchPart<Item>[] {
  const parts = fillParts(listUnits(newestFirst, timeZone), sizes);
  return parts.map(({ name, articles }) => ({ name, articles: articles.toReversed() })).reverse();
}

/** Fills parts of the first size. The last of them, which may not be full, is divided again by the smaller sizes. */
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

/** Groups adjacent items; a group ends with the item with which the group's weight reaches `size`. */
function groupUntilFull<Item>(items: readonly Item[], size: number, weighItem: (item: Item) => number): Item[][] {
  const groups: Item[][] = [];
  let weight = size;
  for (const item of items) {
    if (weight >= size) {
      groups.push([]);
      weight = 0;
    }
    groups.at(-1)?.push(item);
    weight += weighItem(item);
  }
  return groups;
}

function weigh({ bodyLength }: Indexed): number {
  return Math.max(1, bodyLength / ordinaryLength);
}

function joinUnits<Item>(units: readonly Unit<Item>[]): Unit<Item> {
  return { name: units[0]?.name ?? '', articles: units.flatMap(({ articles }) => articles) };
}

/** Splits an archive into months, and a month that exceeds the smallest of the `sizes` into days; oldest first. */
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
