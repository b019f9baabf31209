import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { ScheduledArticle } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';

/** The most articles that are named; the others are counted. */
const mostNamed = 10;

/** Tells which articles readers do not see yet, and until when: a sentence for each, the soonest first. */
export function describeSchedule(scheduled: readonly ScheduledArticle[], { timeZone, months }: Site): string[] {
  const words = commandStrings.schedule;
  const sentences = scheduled.slice(0, mostNamed).map(({ file, date }) => {
    const { hour, minute } = localFields(date, timeZone);
    const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
    return words.article(file, formatDate(date, { timeZone, months, digits: 'latn' }), time);
  });
  const rest = scheduled.length - sentences.length;
  return rest === 0 ? sentences : [...sentences, words.more(rest)];
}
