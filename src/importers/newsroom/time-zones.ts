import { isoWithOffset } from '../../lib/time-zone.ts';

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
 * Guesses a time zone: the one in which most moments have the local time that the source shows. Most rather than all,
 * because posts that were once imported into the old system may have local times that fit no zone. The first zone wins a
 * tie.
 * @param moments `instant` in ISO 8601, and `shown`, the beginning of the same in local time
 */
export function guessZone(moments: readonly { instant: string; shown: string }[]): string {
  const [best] = zones
    .map((zone) => ({
      zone,
      matches: moments.filter(({ instant, shown }) => isoWithOffset(instant, zone).startsWith(shown)).length,
    }))
    .sort((one, other) => other.matches - one.matches);
  return best?.zone ?? 'UTC';
}
