import { instantFromLocal, isoWithOffset } from '../../lib/time-zone.ts';
import type { WordPressItem } from './export.ts';

/** Zones of Arab countries and of those where their papers are written, those without summer time first. */
const zones = [
  'UTC',
  'Africa/Algiers',
  'Africa/Tripoli',
  'Asia/Riyadh',
  'Asia/Dubai',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Amman',
  'Asia/Damascus',
  'Asia/Gaza',
  'Asia/Baghdad',
  'Africa/Tunis',
  'Africa/Casablanca',
  'Europe/London',
  'Europe/Paris',
  'Europe/Athens',
  'America/New_York',
];

/**
 * The zone whose clocks showed what WordPress's did at most of the moments when posts were published, and the first of several:
 * an archive that has moved before holds some moments that no zone explains.
 */
export function guessTimeZone(posts: readonly WordPressItem[]): string {
  const moments = posts.flatMap(({ date, dateUtc }) => {
    const instant = readDate(dateUtc);
    return instant === undefined || readDate(date) === undefined ? [] : [{ instant, shown: date.replace(' ', 'T') }];
  });
  const [best] = zones
    .map((zone) => ({
      zone,
      fitting: moments.filter(({ instant, shown }) => isoWithOffset(instant, zone).startsWith(shown)).length,
    }))
    .sort((one, other) => other.fitting - one.fitting);
  return best?.zone ?? 'UTC';
}

/** `2022-01-13 08:30:00` as an instant of UTC; undefined for WordPress's zeros. */
export function readDate(written: string): string | undefined {
  const instant = new Date(`${written.replace(' ', 'T')}Z`);
  return /^[1-9]/.test(written) && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
}

/** An instant that WordPress has in UTC, or else in the site's own time, in which drafts have theirs. */
export function instantOf(utc: string, local: string, timeZone: string): string | undefined {
  const known = readDate(utc);
  const shown = readDate(local);
  if (known !== undefined || shown === undefined) return known;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = local.split(/\D/).map(Number);
  return instantFromLocal({ year, month, day, hour, minute, second }, timeZone);
}

/** Whoever mends a comma in the first hour has not updated the news. */
const freshMs = 3_600_000;

export function isLater(modified: string, published: string): boolean {
  return Date.parse(modified) - Date.parse(published) > freshMs;
}
