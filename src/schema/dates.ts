import { toLatinDigits } from '../lib/arabic/digits.ts';
import { monthName, monthVocabularies } from '../lib/arabic/months.ts';
import { foldForMatching } from '../lib/arabic/normalize.ts';
import { instantFromLocal, type LocalFields } from '../lib/time-zone.ts';
import { messages } from './messages.ts';
import { bareValue } from './yaml/clean-text.ts';

/** A date as an author wrote it; without `offset` it is read in the site's time zone. */
export interface WrittenDate extends LocalFields {
  /** Minutes east of UTC. */
  offset?: number;
}

export interface DateFault {
  message: string;
  /** The date that was probably meant, as it should be written. */
  meant?: string;
}

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
  return offset === undefined ? fields : { ...fields, offset };
}

type FieldNumbers = [number, number, number, number, number, number];

/** Converts a date to an instant: ISO 8601 in UTC. */
export function toInstant({ offset, ...local }: WrittenDate, timeZone: string): string {
  if (offset === undefined) return instantFromLocal(local, timeZone);
  const epoch = Date.parse(instantFromLocal(local, 'UTC')) - offset * 60_000;
  return new Date(epoch).toISOString();
}

function faultOfFields(fields: LocalFields, written: string): DateFault | undefined {
  const { year, month, day, hour, minute, second } = fields;
  const rest = written.replace(/^[^T ]*/i, '');
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

function daysIn(month: number, year: number): number {
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
  const meant = guessMeant(written);
  return { message: messages.unreadableDate(bareValue(text)), ...(meant !== undefined && { meant }) };
}

const yearFirst = /^(\d{4})[-/.\\](\d{1,2})[-/.\\](\d{1,2})(?!\d)(.*)$/;
const dayFirst = /^(\d{1,2})[-/.\\](\d{1,2})[-/.\\](\d{4})(?!\d)(.*)$/;
const named = /^(?:\p{L}+[،,]? )?(\d{1,2}) (\p{L}[\p{L}\p{M} /]*?)[،,]? (\d{4})(?: ?م(?!\p{L}))?(.*)$/u;
const time = /^(?:[T ،,]|الساعة)*(\d{1,2}):(\d{2})(?: ?(?:([صم])[\p{L}\p{M}]*|(Z|[+-]\d{2}:?\d{2})))?$/iu;

/**
 * Guesses the date that was meant. Arabic puts the day first: 3/4/2026 is 3 April; 1/13/2022 can only be 13 January.
 */
function guessMeant(written: string): string | undefined {
  const [, year, monthInYear, dayInYear, restOfYear = ''] = yearFirst.exec(written) ?? [];
  if (year !== undefined) return withTime(isoDate(Number(year), Number(monthInYear), Number(dayInYear)), restOfYear);
  const [, day, month, yearLast, rest = ''] = dayFirst.exec(written) ?? [];
  if (day !== undefined) {
    const [first, second] = [Number(day), Number(month)];
    return second > 12
      ? withTime(isoDate(Number(yearLast), first, second), rest)
      : withTime(isoDate(Number(yearLast), second, first), rest);
  }
  const [, dayNamed, name = '', yearNamed, restOfNamed = ''] = named.exec(written) ?? [];
  const number = name
    .split('/')
    .map(monthOf)
    .find((month) => month !== undefined);
  return number === undefined ? undefined : withTime(isoDate(Number(yearNamed), number, Number(dayNamed)), restOfNamed);
}

/** Appends the time of day in `rest` to the date, «9:30 م» as 21:30; undefined if date or time does not exist. */
function withTime(date: string, rest: string): string | undefined {
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

function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
