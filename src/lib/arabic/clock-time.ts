import { localFields } from '../time-zone.ts';
import type { DateStyle } from './dates.ts';
import { formatDigits } from './digits.ts';

/** Formats the clock time of an instant (ISO 8601 with `Z` or an offset): «14:05». */
export function formatClockTime(instant: string, { timeZone, digits }: Pick<DateStyle, 'timeZone' | 'digits'>): string {
  const { hour, minute } = localFields(instant, timeZone);
  return formatDigits([hour, minute].map((part) => String(part).padStart(2, '0')).join(':'), digits);
}
