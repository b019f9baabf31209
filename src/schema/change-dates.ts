import { localFields } from '../lib/time-zone.ts';
import { isoDate } from './dates.ts';
import { type DatedFile, describeMoment, type Guess, rewriteDate, swapDayAndMonth } from './future-dates.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import type { Changes } from './published-corrections.ts';
import { correctLine, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import type { Place } from './yaml/types.ts';
import { writeYaml } from './yaml/write-yaml.ts';

/** A file with dates of what became of it after its publication. */
export interface ChangedFile extends DatedFile {
  matter: DatedFile['matter'] & Changes;
}

/** The date of a change. */
interface DatedChange {
  /** ISO 8601 in UTC. */
  instant: string;
  /** Where the date may stand in the file: a list of one item may be written as that item. */
  paths: [string, ...string[]];
  tell: { inFuture: (now: string) => string; beforePublished: () => string };
}

const ofCorrections = { inFuture: messages.correctedInFuture, beforePublished: messages.correctedBeforePublished };
const ofWithdrawal = { inFuture: messages.withdrawnInFuture, beforePublished: messages.withdrawnBeforePublished };

/**
 * Reports corrections and withdrawals that are dated before their articles or after the moment `now`. Like the checks of
 * `checkFutureDates`, these depend on the moment of the run.
 */
export function checkChangeDates(files: readonly ChangedFile[], now: number, timeZone: string): Problem[] {
  return files.flatMap((file) => changesOf(file.matter).flatMap((change) => checkChange(file, change, now, timeZone)));
}

function changesOf({ corrections = [], withdrawn }: Changes): DatedChange[] {
  const ofList = corrections.map(({ date }, index): DatedChange => {
    return { instant: date, paths: [`corrections.${index}.date`, 'corrections.date'], tell: ofCorrections };
  });
  return withdrawn ? [...ofList, { instant: withdrawn.date, paths: ['withdrawn.date'], tell: ofWithdrawal }] : ofList;
}

function checkChange(
  changed: ChangedFile,
  { instant, paths, tell }: DatedChange,
  now: number,
  timeZone: string,
): Problem[] {
  const { file, matter } = changed;
  const { date } = matter;
  const isInFuture = Date.parse(instant) > now;
  if (!isInFuture && (date === undefined || instant >= date)) return [];
  const { places } = changed;
  const [field] = paths;
  const place = placeIn(places, paths.find((path) => places[path] !== undefined) ?? field);
  const message = isInFuture ? tell.inFuture(describeMoment(now, timeZone)) : tell.beforePublished();
  const meant = guessMeant(place, date, isInFuture, now, timeZone);
  return [problemAtPlace(file, place, field, message, meant && correctLine(place, writeYaml(meant)))];
}

/**
 * Guesses the date that was meant: for the day of publication without a time its moment, otherwise one with day and month
 * exchanged or in another year.
 */
function guessMeant(
  place: Place,
  date: string | undefined,
  isInFuture: boolean,
  now: number,
  timeZone: string,
): string | undefined {
  const written = place.text.slice(place.start, place.end);
  const publication = date === undefined ? '' : describeMoment(Date.parse(date), timeZone);
  const isPossible = (guess: Guess | undefined) =>
    guess !== undefined && guess.instant >= (date ?? '') && Date.parse(guess.instant) <= now;
  if (publication.startsWith(written) && Date.parse(date ?? '') <= now) return publication;
  const yearOf = (instant: string) => localFields(instant, timeZone).year;
  const present = yearOf(new Date(now).toISOString());
  const published = date === undefined ? present : yearOf(date);
  const years = isInFuture ? [present, present - 1, published] : [published, published + 1, present];
  const guesses = [
    swapDayAndMonth(place, timeZone),
    ...years.map((year) => rewriteDate(place, timeZone, ({ month, day }) => isoDate(year, month, day))),
  ];
  return guesses.find(isPossible)?.text;
}
