import { instantFromLocal, isoWithOffset } from '../../lib/time-zone.ts';
import type { WordPressItem } from './export.ts';

/** Time zones of Arab countries, and of cities abroad with Arab newspapers. Zones without summer time come first. */
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
 * Guesses the site's time zone: the one in which most posts have the local time that WordPress stored beside UTC. Most
 * rather than all, because posts that were once imported into WordPress may have local times that fit no zone. The
 * first zone wins a tie.
 */
export function guessTimeZone(posts: readonly WordPressItem[]): string {
  const moments = posts.flatMap(({ date, dateUtc }) => {
    const instant = readDate(dateUtc);
    return instant === undefined || readDate(date) === undefined ? [] : [{ instant, shown: date.replace(' ', 'T') }];
  });
  const [best] = zones
    .map((zone) => ({
      zone,
      matches: moments.filter(({ instant, shown }) => isoWithOffset(instant, zone).startsWith(shown)).length,
    }))
    .sort((one, other) => other.matches - one.matches);
  return best?.zone ?? 'UTC';
}

/** Converts `2022-01-13 08:30:00`, a time in UTC, to ISO 8601; undefined for `0000-00-00 00:00:00`. */
export function readDate(written: string): string | undefined {
  const instant = new Date(`${written.replace(' ', 'T')}Z`);
  return /^[1-9]/.test(written) && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
}

/** Converts a post's UTC time to ISO 8601, or its local time if it has no UTC time, like WordPress's drafts. */
export function instantOf(utc: string, local: string, timeZone: string): string | undefined {
  const known = readDate(utc);
  const shown = readDate(local);
  if (known !== undefined || shown === undefined) return known;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = local.split(/\D/).map(Number);
  return instantFromLocal({ year, month, day, hour, minute, second }, timeZone);
}
