import { localFields } from '../time-zone.ts';
import { type DigitSystem, formatDigits } from './digits.ts';
import { hijriMonthName, hijriParts } from './hijri.ts';
import { type MonthVocabulary, monthName } from './months.ts';

/** How a site writes dates, from its settings. */
export interface DateStyle {
  timeZone: string;
  months: MonthVocabulary;
  digits: DigitSystem;
}

const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
/**
 * Formats a date: «13 يناير 2022». Here and below, an `instant` that is not ISO 8601 with `Z` or an offset throws a
 * `RangeError`.
 */
export function formatDate(instant: string, style: DateStyle): string {
  const { year, month, day } = localFields(instant, style.timeZone);
  return formatDigits(`${day} ${monthName(month, style.months)} ${year}`, style.digits);
}

/** Formats the time of day by a clock of 24 hours: «14:05». */
export function formatClock(instant: string, style: Pick<DateStyle, 'timeZone' | 'digits'>): string {
  const { hour, minute } = localFields(instant, style.timeZone);
  return formatDigits([hour, minute].map((part) => String(part).padStart(2, '0')).join(':'), style.digits);
}

/** Formats a date and its time of day: «13 يناير 2022، 14:05». */
export function formatDateAndClock(instant: string, style: DateStyle): string {
  return `${formatDate(instant, style)}، ${formatClock(instant, style)}`;
}

/** Formats a date with its time of day, or without it if nobody knows it. */
export function formatDateAndTime(
  { date, dateHasNoTime }: { date: string; dateHasNoTime?: true },
  style: DateStyle,
): string {
  return (dateHasNoTime ? formatDate : formatDateAndClock)(date, style);
}

/** Formats a date with its weekday: «الخميس، 13 يناير 2022». */
export function formatDateWithWeekday(instant: string, style: DateStyle): string {
  const { year, month, day } = localFields(instant, style.timeZone);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday}، ${formatDate(instant, style)}`;
}

/** Formats a month: «يناير 2022». */
export function formatMonth(year: number, month: number, style: DateStyle): string {
  return `${monthName(month, style.months)} ${formatDigits(year, style.digits)}`;
}

/**
 * Formats a date by the Umm al-Qura calendar: «10 جمادى الآخرة 1443 هـ». In countries that go by the sighting of the
 * moon, the date can differ by a day.
 */
export function formatHijriDate(instant: string, style: DateStyle): string {
  const parts = hijriParts(new Date(instant), style.timeZone);
  const month = hijriMonthName(parts.get('month') ?? 0);
  return formatDigits(`${parts.get('day')} ${month} ${parts.get('year')} هـ`, style.digits);
}

/**
 * Formats the two ends of a period, each given as `2026-11-23`. What both share is left out of the first: «23» and «30
 * نوفمبر», «28 نوفمبر» and «4 ديسمبر». The ends of a single day are the same.
 */
export function formatPeriod(
  from: string,
  to: string,
  style: Pick<DateStyle, 'months' | 'digits'>,
  shown: { year: boolean },
): { from: string; to: string } {
  const [first, last] = [partsOfDay(from), partsOfDay(to)];
  const isOneYear = first.year === last.year;
  const isOneMonth = isOneYear && first.month === last.month;
  const withYear = shown.year || !isOneYear;
  const write = ({ year, month, day }: DayParts, hasMonth: boolean, hasYear: boolean): string => {
    const named = hasMonth ? ` ${monthName(month, style.months)}` : '';
    return formatDigits(`${day}${named}${hasYear ? ` ${year}` : ''}`, style.digits);
  };
  const end = write(last, true, withYear);
  return { from: from === to ? end : write(first, !isOneMonth, !isOneYear), to: end };
}

interface DayParts {
  year: number;
  month: number;
  day: number;
}

function partsOfDay(day: string): DayParts {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}
