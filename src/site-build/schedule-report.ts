import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { ScheduledArticle } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';

/** The most articles that are named; the others are counted. */
const mostNamed = 10;

/** Tells which articles readers do not see yet, and until when: a sentence for each, the soonest first. */
export function describeSchedule(scheduled: readonly ScheduledArticle[], site: Site): string[] {
  const words = commandStrings.schedule;
  const sentences = scheduled
    .slice(0, mostNamed)
    .map(({ file, date }) => words.article(file, describeMoment(date, site)));
  const rest = scheduled.length - sentences.length;
  return rest === 0 ? sentences : [...sentences, words.more(rest)];
}

/** Writes an instant (ISO 8601) as a day and a clock time in the site's zone. */
export function describeMoment(instant: string, { timeZone, months }: Pick<Site, 'timeZone' | 'months'>): string {
  const { hour, minute } = localFields(instant, timeZone);
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return commandStrings.schedule.moment(formatDate(instant, { timeZone, months, digits: 'latn' }), time);
}
