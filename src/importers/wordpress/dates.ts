import { instantFromLocal } from '../../lib/time-zone.ts';
import { guessZone } from '../newsroom/time-zones.ts';
import type { WordPressItem } from './export.ts';

/** Guesses the site's time zone from the local times that WordPress stored beside UTC. See `guessZone`. */
export function guessTimeZone(posts: readonly WordPressItem[]): string {
  return guessZone(
    posts.flatMap(({ date, dateUtc }) => {
      const instant = readDate(dateUtc);
      return instant === undefined || readDate(date) === undefined ? [] : [{ instant, shown: date.replace(' ', 'T') }];
    }),
  );
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
