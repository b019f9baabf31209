import { toLatinDigits } from '../lib/arabic/digits.ts';
import { localFields } from '../lib/time-zone.ts';
import { firstYear, isoDate, readDate, toInstant, type WrittenDate } from './dates.ts';
import { guessYear } from './guess-year.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { bareValue } from './yaml/clean-text.ts';
import { correctLine, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import type { Place, Places } from './yaml/types.ts';
import { writeYaml } from './yaml/write-yaml.ts';

/** A file with dates. */
export interface DatedFile {
  file: string;
  /** ISO 8601 in UTC. */
  matter: { date?: string; lastUpdated?: string; expires?: string };
  /** May be a getter that queries the cache: meant to be accessed only to report a problem. */
  readonly places: Places;
}

/** How many years ahead an article may be scheduled. */
const yearsAhead = 2;
/** How many years ahead an article may expire: a licence can be long, and a year with two digits exchanged is not. */
const yearsToExpiry = 20;

/** Returns the last year that the date of an article may have at the moment `now`, in ISO 8601. */
export function lastYearAt(now: string, timeZone: string): number {
  return yearOf(now, timeZone) + yearsAhead;
}

/**
 * Reports dates that lie too far in the future at the moment `now`, and updates that are still to come. These depend on
 * the moment of the run, so that they are looked for in every run, and never stored with what was read of a file.
 */
export function checkFutureDates(files: readonly DatedFile[], now: number, timeZone: string): Problem[] {
  const lastYear = lastYearAt(new Date(now).toISOString(), timeZone);
  const moment = { now, timeZone, lastYear };
  return files.flatMap((file) => [
    ...checkDate(file, moment),
    ...checkUpdate(file, moment),
    ...checkExpiry(file, moment),
  ]);
}

/**
 * Takes the corrections away that lie too far in the future as well: whatever reads a date guesses the one that was meant
 * without knowing the moment.
 */
export function withoutLateGuesses(problems: readonly Problem[], now: number, timeZone: string): Problem[] {
  if (problems.length === 0) return [];
  const lastYear = lastYearAt(new Date(now).toISOString(), timeZone);
  return problems.map((problem) => {
    const { field, suggestion, ...rest } = problem;
    const guessed = field && isDateField.test(field) ? /^[^:]*:\D*(\d{4})/.exec(suggestion ?? '')?.[1] : undefined;
    return guessed !== undefined && Number(guessed) > lastYear ? { ...rest, ...(field && { field }) } : problem;
  });
}

/** A moment at a place of a file, and what is said if its year lies too far ahead. */
export interface PlacedMoment {
  file: string;
  /** Called only to report a problem. */
  placesOf(): Places;
  path: string;
  /** ISO 8601 in UTC. */
  instant: string;
  tell(year: number, lastYear: number): string;
}

/** Reports a moment whose year lies too far in the future, and corrects a year that was mistyped. */
export function checkYear(
  { file, placesOf, path, instant, tell }: PlacedMoment,
  now: number,
  timeZone: string,
): Problem[] {
  if (Date.parse(instant) <= now) return [];
  const lastYear = lastYearAt(new Date(now).toISOString(), timeZone);
  if (yearOf(instant, timeZone) <= lastYear) return [];
  const place = placeIn(placesOf(), path);
  const meant = correctYear(place, { now, timeZone, lastYear });
  const message = tell(yearOf(instant, timeZone), lastYear);
  return [problemAtPlace(file, place, path, message, meant && correctLine(place, writeYaml(meant.text)))];
}

/** `date`, `last-updated`, `corrections.0.date`. */
const isDateField = /^last-updated$|(?:^|\.)date$/;

interface Moment {
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
  /** The last year that a date may have. */
  lastYear: number;
}

function checkDate(dated: DatedFile, { now, timeZone }: Moment): Problem[] {
  const { file, matter } = dated;
  if (matter.date === undefined) return [];
  const placesOf = () => dated.places;
  return checkYear({ file, placesOf, path: 'date', instant: matter.date, tell: messages.yearTooLate }, now, timeZone);
}

/** An update of an article that is scheduled for the same moment is no update: it appears with the article. */
function checkUpdate(dated: DatedFile, moment: Moment): Problem[] {
  const { file, matter } = dated;
  const { date, lastUpdated } = matter;
  const { now, timeZone, lastYear } = moment;
  if (lastUpdated === undefined || Date.parse(lastUpdated) <= now || lastUpdated === date) return [];
  const place = placeIn(dated.places, 'last-updated');
  const isPossible = (instant: string) =>
    Date.parse(instant) <= now && (date === undefined || instant >= date || yearOf(date, timeZone) > lastYear);
  const guesses = [correctYear(place, moment), swapDayAndMonth(place, timeZone)];
  const meant = guesses.find((guess) => guess !== undefined && isPossible(guess.instant));
  const message = messages.updatedInFuture(describeMoment(now, timeZone));
  return [problemAtPlace(file, place, 'last-updated', message, meant && correctLine(place, writeYaml(meant.text)))];
}

function checkExpiry(dated: DatedFile, { lastYear, ...moment }: Moment): Problem[] {
  const { file, matter } = dated;
  const { expires } = matter;
  const last = lastYear - yearsAhead + yearsToExpiry;
  if (expires === undefined || yearOf(expires, moment.timeZone) <= last) return [];
  const place = placeIn(dated.places, 'expires');
  const guess = correctYear(place, { ...moment, lastYear: last });
  const meant = guess && Date.parse(guess.instant) > moment.now ? guess : undefined;
  const message = messages.expiresTooLate(yearOf(expires, moment.timeZone), last);
  return [problemAtPlace(file, place, 'expires', message, meant && correctLine(place, writeYaml(meant.text)))];
}

/** Describes a moment as authors write dates: `2026-11-20 09:30`. */
export function describeMoment(now: number, timeZone: string): string {
  const { year, month, day, hour, minute } = localFields(new Date(now).toISOString(), timeZone);
  return `${isoDate(year, month, day)} ${[hour, minute].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** A date that was probably meant: as it should be written, and as an instant. */
export interface Guess {
  text: string;
  instant: string;
}

function correctYear(place: Place, { now, timeZone, lastYear }: Moment): Guess | undefined {
  const near = yearOf(new Date(now).toISOString(), timeZone);
  return rewriteDate(place, timeZone, ({ year, month, day }) => {
    const meant = year <= lastYear ? undefined : guessYear(year, { first: firstYear, last: near + 1, near, reach: 2 });
    return meant === undefined ? undefined : isoDate(meant, month, day);
  });
}

export function swapDayAndMonth(place: Place, timeZone: string): Guess | undefined {
  return rewriteDate(place, timeZone, ({ year, month, day }) => isoDate(year, day, month));
}

/** Replaces the day in the date at a place, and keeps its time of day. Undefined if the result does not exist. */
export function rewriteDate(
  { text, start, end }: Place,
  timeZone: string,
  rewrite: (date: WrittenDate) => string | undefined,
): Guess | undefined {
  const written = toLatinDigits(bareValue(text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2')));
  const date = readDate(written);
  const day = 'message' in date ? undefined : rewrite(date);
  if (day === undefined) return undefined;
  const meant = day + written.replace(/^[^T ]*/i, '');
  const read = readDate(meant);
  return 'message' in read ? undefined : { text: meant, instant: toInstant(read, timeZone) };
}

function yearOf(instant: string, timeZone: string): number {
  return localFields(instant, timeZone).year;
}
