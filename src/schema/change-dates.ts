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
  { file, matter: { date }, places }: ChangedFile,
  { instant, paths, tell }: DatedChange,
  now: number,
  timeZone: string,
): Problem[] {
  const isInFuture = Date.parse(instant) > now;
  if (!isInFuture && (date === undefined || instant >= date)) return [];
  const [field] = paths;
  const place = placeIn(places, paths.find((path) => places[path] !== undefined) ?? field);
  const message = isInFuture ? tell.inFuture(describeMoment(now, timeZone)) : tell.beforePublished();
  const meant = guessMeant(place, date, now, timeZone);
  return [problemAtPlace(file, place, field, message, meant && correctLine(place, writeYaml(meant)))];
}

/** Guesses the date that was meant: in another year, with day and month swapped, or at the moment of publication. */
function guessMeant(place: Place, date: string | undefined, now: number, timeZone: string): string | undefined {
  const published = date ?? new Date(0).toISOString();
  const isPossible = (guess: Guess | undefined) =>
    guess !== undefined && guess.instant >= published && Date.parse(guess.instant) <= now;
  const yearOf = (instant: string) => localFields(instant, timeZone).year;
  const thisYear = yearOf(new Date(now).toISOString());
  const years = [thisYear, thisYear - 1, ...(date === undefined ? [] : [yearOf(date)])];
  const guesses = [
    swapDayAndMonth(place, timeZone),
    ...years.map((year) => rewriteDate(place, timeZone, ({ month, day }) => isoDate(year, month, day))),
  ];
  const meant = guesses.find(isPossible)?.text;
  if (meant !== undefined || date === undefined || Date.parse(date) > now) return meant;
  const publication = describeMoment(Date.parse(date), timeZone);
  const written = place.text.slice(place.start, place.end);
  return publication.startsWith(written) ? publication : undefined;
}
