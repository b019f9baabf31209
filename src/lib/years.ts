import { toLatinDigits } from './arabic/digits.ts';
import { instantFromLocal } from './time-zone.ts';

/** Years of the Gregorian calendar, both included. */
export interface YearSpan {
  first: number;
  last: number;
}

/** Instants in UTC, ISO 8601; `until` is the first that is outside. */
export interface TimeSpan {
  from: string;
  until: string;
}

/** `2019..2021`, `2024`, `٢٠١٩..٢٠٢١`; undefined for anything else, and where the last year is before the first. */
export function readYears(written: string): YearSpan | undefined {
  const [, first, last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(toLatinDigits(written.trim())) ?? [];
  if (first === undefined || Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Number(last) };
}

/** From the first moment of the first year to that after the last year, as clocks in the zone show them. */
export function timeSpanOf({ first, last }: YearSpan, timeZone: string): TimeSpan {
  const newYear = (year: number) =>
    instantFromLocal({ year, month: 1, day: 1, hour: 0, minute: 0, second: 0 }, timeZone);
  return { from: newYear(first), until: newYear(last + 1) };
}
