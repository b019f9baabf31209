import { toLatinDigits } from './arabic/digits.ts';
import { instantFromLocal } from './time-zone.ts';

/** A range of Gregorian years, both included. */
export interface YearSpan {
  first: number;
  last: number;
}

/** A range of instants, ISO 8601 in UTC; `until` is excluded. */
export interface TimeSpan {
  from: string;
  until: string;
}

/** Parses `2019..2021`, `2024`, `٢٠١٩..٢٠٢١`. Undefined for anything else, and if the last year is before the first. */
export function readYears(text: string): YearSpan | undefined {
  const [, first, last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(toLatinDigits(text.trim())) ?? [];
  if (first === undefined || Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Number(last) };
}

/** Returns the time from the beginning of the first year to the end of the last, in local time of the zone. */
export function timeSpanOf({ first, last }: YearSpan, timeZone: string): TimeSpan {
  const newYear = (year: number) =>
    instantFromLocal({ year, month: 1, day: 1, hour: 0, minute: 0, second: 0 }, timeZone);
  return { from: newYear(first), until: newYear(last + 1) };
}
