import { formatClock, formatDate } from '../lib/arabic/dates.ts';
import { compareText } from '../lib/compare.ts';
import type { Library } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';

/** The most articles that are named; the others are counted. */
const mostNamed = 10;
/** An article is named as an expired one for so long after it was taken out, or after its date. */
const namedFor = 7 * 24 * 60 * 60 * 1000;

type Scheduled = Pick<Library, 'agenda' | 'expired' | 'site'>;

/**
 * Tells which articles readers do not see yet, and until when: a sentence for each, the soonest first. Then tells which
 * articles of these days have expired, and with `isChosen`, which of the chosen ones.
 */
export function describeSchedule(
  { agenda, expired, site }: Scheduled,
  now: number,
  isChosen?: (file: string) => boolean,
): string[] {
  const words = commandStrings.schedule;
  const scheduled = agenda.filter(({ kind, file }) => kind === 'appears' && (isChosen?.(file) ?? true));
  const sentences = scheduled.slice(0, mostNamed).map(({ file, at }) => words.article(file, describeMoment(at, site)));
  const rest = scheduled.length - sentences.length;
  return [
    ...sentences,
    ...(rest === 0 ? [] : [words.more(rest)]),
    ...describeExpired(
      { expired, site },
      isChosen ?? ((_, times) => times.some((time) => now - Date.parse(time) < namedFor)),
    ),
  ];
}

function describeExpired(
  { expired, site }: Pick<Scheduled, 'expired' | 'site'>,
  isTold: (file: string, times: string[]) => boolean,
): string[] {
  return expired
    .flatMap(({ file, date, expires }) =>
      expires !== undefined && isTold(file, [date, expires]) ? [{ file, expires }] : [],
    )
    .sort((a, b) => compareText(b.expires, a.expires) || compareText(a.file, b.file))
    .slice(0, mostNamed)
    .map(({ file, expires }) => commandStrings.schedule.expired(file, describeMoment(expires, site)));
}

/** Writes an instant (ISO 8601) as a day and a clock time in the site's zone. */
export function describeMoment(instant: string, { timeZone, months }: Pick<Site, 'timeZone' | 'months'>): string {
  const style = { timeZone, months, digits: 'latn' } as const;
  return commandStrings.schedule.moment(formatDate(instant, style), formatClock(instant, style));
}
