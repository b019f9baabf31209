import { localFields } from '../../lib/time-zone.ts';
import { firstYear } from '../../schema/dates.ts';
import { lastYearAt } from '../../schema/future-dates.ts';
import type { SourceArticle } from './source.ts';

/** The dates of an article as the site accepts them. */
export interface ArticleDates {
  /** ISO 8601 with a time zone. */
  date: string;
  /** Set if the article counts as updated. */
  updated?: string;
  /** Why `date` is not the date of its publication, so that the article has to be a draft. */
  fault?: { kind: 'no-date' } | { kind: 'refused-date'; written: string };
}

/** For articles without any date. */
const earliestDate = '1970-01-01T00:00:00Z';
/** A change within the first hour is a correction, not an update of the news. */
const correctionMs = 3_600_000;

/**
 * Determines the dates of an article. One without a date, or with one that the site refuses, gets that of its last change.
 * @param now ISO 8601: an update that is still to come is none
 */
export function datesOf({ published, modified }: SourceArticle, now: string, timeZone: string): ArticleDates {
  const isAccepted = (instant: string): boolean =>
    new Date(instant).getUTCFullYear() >= firstYear && localFields(instant, timeZone).year <= lastYearAt(now, timeZone);
  const isPast = modified !== undefined && Date.parse(modified) <= Date.parse(now);
  const changed = isPast && isAccepted(modified) ? modified : undefined;
  if (published !== undefined && isAccepted(published)) {
    const isUpdate = changed !== undefined && Date.parse(changed) - Date.parse(published) > correctionMs;
    return { date: published, ...(isUpdate && { updated: changed }) };
  }
  return {
    date: changed ?? earliestDate,
    fault: published === undefined ? { kind: 'no-date' } : { kind: 'refused-date', written: published.slice(0, 10) },
  };
}
