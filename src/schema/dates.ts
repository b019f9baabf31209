import { toLatinDigits } from '../lib/arabic/digits.ts';
import { gregorianFromHijri, hijriMonthOf } from '../lib/arabic/hijri.ts';
import { monthName, monthVocabularies } from '../lib/arabic/months.ts';
import { foldForMatching } from '../lib/arabic/normalize.ts';
import { instantFromLocal, type LocalFields } from '../lib/time-zone.ts';
import { guessYear } from './guess-year.ts';
import { messages } from './messages.ts';
import { bareValue } from './yaml/clean-text.ts';

/** A date as an author wrote it; without `offset` it is read in the site's time zone. */
export interface WrittenDate extends LocalFields {
  /** Minutes east of UTC. */
  offset?: number;
  /** Set if only the day is written: the moment is the beginning of it, but nobody knows the time of day. */
  hasNoTime?: true;
}

export interface DateFault {
  message: string;
  /** The date that was probably meant, as it should be written. */
  meant?: string;
}

/** The first year that a date may have: archives of the oldest newspapers begin after it. */
export const firstYear = 1800;
/** Years between these are taken for Hijri years: from 1883 to 2077. */
const hijriYears = { first: 1300, last: 1500 };

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T| )(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Reads `2026-11-20`, `2026-11-20 09:30`, `2026-11-20T09:30:00+02:00` and the same in Arabic-Indic digits. Anything
 * else, or a date that does not exist, is a fault, with the date that was probably meant if it can be guessed.
 */
export function readDate(text: string): WrittenDate | DateFault {
  const written = toLatinDigits(bareValue(text));
  const match = iso.exec(written);
  if (match === null) return faultOfUnreadable(text, written);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as FieldNumbers;
  const fields = { year, month, day, hour, minute, second };
  const offset = match[7] === undefined ? undefined : readOffset(match[7]);
  const fault = faultOfFields(fields, written) ?? faultOfOffset(offset, match[7]);
  if (fault !== undefined) return fault;
  return {
    ...fields,
    ...(offset !== undefined && { offset }),
    ...(match[4] === undefined && { hasNoTime: true as const }),
  };
}

type FieldNumbers = [number, number, number, number, number, number];

/** Converts a date to an instant: ISO 8601 in UTC. */
export function toInstant({ offset, hasNoTime: _, ...local }: WrittenDate, timeZone: string): string {
  if (offset === undefined) return instantFromLocal(local, timeZone);
  const epoch = Date.parse(instantFromLocal(local, 'UTC')) - offset * 60_000;
  return new Date(epoch).toISOString();
}

function faultOfFields(fields: LocalFields, written: string): DateFault | undefined {
  const { year, month, day, hour, minute, second } = fields;
  const rest = written.replace(/^[^T ]*/i, '');
  if (year < firstYear) return faultOfEarlyYear(fields, rest);
  if (month < 1 || month > 12) {
    const isSwapped = day >= 1 && day <= 12 && month >= 1 && month <= daysIn(day, year);
    const meant = isSwapped && { meant: isoDate(year, day, month) + rest };
    return { message: messages.impossibleMonth(month), ...meant };
  }
  const last = daysIn(month, year);
  if (day < 1 || day > last) {
    const message = messages.impossibleDay(day, year, month, last);
    return { message, meant: isoDate(year, month, Math.min(Math.max(day, 1), last)) + rest };
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return { message: messages.impossibleTime(rest.trim().replace(/^T|[Z+-].*$/gi, '')) };
  }
  return undefined;
}

function faultOfEarlyYear({ year, month, day }: LocalFields, rest: string): DateFault {
  const written = String(year).padStart(4, '0');
  const meant = likelyDate(year, month, day);
  return {
    message: isHijri(year) ? messages.hijriYear(written) : messages.yearTooEarly(written, firstYear),
    ...(meant !== undefined && { meant: meant + rest }),
  };
}

function isHijri(year: number): boolean {
  return year >= hijriYears.first && year <= hijriYears.last;
}

/** Returns the date that was meant by one with a Hijri or a mistyped year, and any other as it is. */
function likelyDate(year: number, month: number, day: number): string | undefined {
  if (year >= firstYear) return isoDate(year, month, day);
  if (isHijri(year)) return fromHijri(year, month, day) ?? fromHijri(year, day, month);
  const meant = guessYear(year, { first: 2000, last: 2099, near: 2000, reach: 99 });
  const doesExist = meant !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, meant);
  return doesExist ? isoDate(meant, month, day) : undefined;
}

function fromHijri(year: number, month: number, day: number): string | undefined {
  const date = gregorianFromHijri(year, month, day);
  return date && isoDate(date.year, date.month, date.day);
}

export function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function faultOfOffset(offset: number | undefined, written = ''): DateFault | undefined {
  return offset !== undefined && Math.abs(offset) > 14 * 60
    ? { message: messages.impossibleOffset(written) }
    : undefined;
}

function readOffset(written: string): number {
  if (/z/i.test(written)) return 0;
  const digits = written.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return written.startsWith('-') ? -minutes : minutes;
}

function faultOfUnreadable(text: string, written: string): DateFault {
  const meant = guessMeant(gregorianPart(written));
  return { message: messages.unreadableDate(bareValue(text)), ...(meant !== undefined && { meant }) };
}

/** «10 جمادى الآخرة 1448 هـ الموافق 20 نوفمبر 2026 م» → «20 نوفمبر 2026 م» */
function gregorianPart(written: string): string {
  const parts = written.split(/ ?الموافق /);
  return parts.find((part) => /(?<!\d)(?:1[89]|2\d)\d\d(?!\d)/.test(part)) ?? written;
}

const era = /(?: ?(?:م|هـ?|هجري[ةه]?|ميلادي[ةه]?)(?!\p{L}))?/u.source;
const yearFirst = new RegExp(`^(\\d{4})[-/.\\\\](\\d{1,2})[-/.\\\\](\\d{1,2})(?!\\d)${era}(.*)$`, 'u');
const dayFirst = new RegExp(`^(\\d{1,2})[-/.\\\\](\\d{1,2})[-/.\\\\](\\d{4})(?!\\d)${era}(.*)$`, 'u');
const named = new RegExp(`^(?:\\p{L}+[،,]? )?(\\d{1,2}) (\\p{L}[\\p{L}\\p{M} /]*?)[،,]? (\\d{4})${era}(.*)$`, 'u');
const time = /^(?:[T ،,]|الساعة)*(\d{1,2}):(\d{2})(?: ?(?:([صم])[\p{L}\p{M}]*|(Z|[+-]\d{2}:?\d{2})))?$/iu;

/**
 * Guesses the date that was meant. Arabic puts the day first: 3/4/2026 is 3 April; 1/13/2022 can only be 13 January.
 */
function guessMeant(written: string): string | undefined {
  const [, year, monthInYear, dayInYear, restOfYear = ''] = yearFirst.exec(written) ?? [];
  if (year !== undefined) return withTime(likelyDate(Number(year), Number(monthInYear), Number(dayInYear)), restOfYear);
  const [, day, month, yearLast, rest = ''] = dayFirst.exec(written) ?? [];
  if (day !== undefined) {
    const [first, second] = [Number(day), Number(month)];
    return second > 12
      ? withTime(likelyDate(Number(yearLast), first, second), rest)
      : withTime(likelyDate(Number(yearLast), second, first), rest);
  }
  const [, dayNamed, name = '', yearNamed, restOfNamed = ''] = named.exec(written) ?? [];
  return dayNamed === undefined
    ? undefined
    : withTime(dateByName(Number(dayNamed), name, Number(yearNamed)), restOfNamed);
}

/** Returns the date with a month by its name, in either calendar, or by two names: «يناير/ كانون الثاني». */
function dateByName(day: number, name: string, year: number): string | undefined {
  const names = name.split('/');
  const month = names.map(monthOf).find((found) => found !== undefined);
  if (month !== undefined) return isHijri(year) ? undefined : likelyDate(year, month, day);
  const hijriMonth = names.map(hijriMonthOf).find((found) => found !== undefined);
  return hijriMonth === undefined ? undefined : fromHijri(year, hijriMonth, day);
}

/** Appends the time of day in `rest` to the date, «9:30 م» as 21:30; undefined if date or time does not exist. */
function withTime(date: string | undefined, rest: string): string | undefined {
  if (date === undefined) return undefined;
  const [, hour, minute, half, offset = ''] = time.exec(rest) ?? [];
  if (hour === undefined && rest.trim() !== '') return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'م' ? 12 : 0);
  const whole = hour === undefined ? date : `${date} ${String(hours).padStart(2, '0')}:${minute}${offset}`;
  return 'message' in readDate(whole) ? undefined : whole;
}

function monthOf(name: string): number | undefined {
  const folded = foldForMatching(name);
  for (const vocabulary of monthVocabularies) {
    for (let month = 1; month <= 12; month += 1) {
      if (foldForMatching(monthName(month, vocabulary)) === folded) return month;
    }
  }
  return undefined;
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
