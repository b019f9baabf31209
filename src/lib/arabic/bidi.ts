import { leftToRightLetter, rightToLeftLetter } from './characters.ts';
import { findDigitStrings } from './digit-strings.ts';
import { leftToRightMark } from './direction-marks.ts';
import { type Isolate, markOf, mayNeedIsolate } from './isolates.ts';
import { findLeftToRightRuns } from './left-to-right-phrases.ts';
import { findProtectedSpans, maskSpans } from './protected-spans.ts';

/** U+2028, which ends a line: in a block's text, for a `br`. */
export const lineSeparator = '\u2028';

const leftToRight = new RegExp(leftToRightLetter, 'u');
const rightToLeft = new RegExp(rightToLeftLetter, 'u');
/** What every phrase has: a letter, or the sign or the mark before a number. Most lines are spared the long pattern. */
const mayHavePhrase = new RegExp(`[+${leftToRightMark}]|${leftToRightLetter}`, 'u');
/** Punctuation that only Arabic writes: a list of Latin names between such commas is read from the right. */
const arabicPunctuation = /[،؛؟]/;
const needsNoIsolate = new RegExp(
  `^\\s*(?:${leftToRightLetter})[^\\u0660-\\u0669]*?(?:${leftToRightLetter}|[0-9])\\s*$`,
  'u',
);

/**
 * Finds what to isolate in the text of a block (UAX #9, https://www.unicode.org/reports/tr9/): phrases of Latin and
 * other letters that run from the left, with their signs and numbers (`C++`, `Windows 11`), URLs, e-mail addresses,
 * telephone numbers and other strings of digits. Without an isolate, «لغة C++ هنا» is shown with the plus signs on the
 * wrong side. Scores, ranges and dates are read from the right, so they are isolated only if no Arabic letter before
 * them makes them so. A line without letters that run from the right is one run.
 */
export function findIsolates(text: string): Isolate[] {
  if (!mayNeedIsolate(text)) return [];
  if (!text.includes(lineSeparator)) return findInLine(text);
  let offset = 0;
  return text.split(lineSeparator).flatMap((line) => {
    const found = findInLine(line).map(({ start, end, ...isolate }) => ({
      start: start + offset,
      end: end + offset,
      ...isolate,
    }));
    offset += line.length + 1;
    return found;
  });
}

function findInLine(line: string): Isolate[] {
  if (leftToRight.test(line) && !rightToLeft.test(line) && !arabicPunctuation.test(line))
    return needsNoIsolate.test(line) ? [] : [toIsolate(wholeOf(line), line)];
  const addresses = findProtectedSpans(line);
  const withoutAddresses = maskSpans(line, addresses);
  const phrases = mayHavePhrase.test(withoutAddresses) ? findPhrases(withoutAddresses) : [];
  const withoutPhrases = maskSpans(withoutAddresses, phrases);
  const strings = findDigitStrings(withoutPhrases).map((range): Run => ({ ...range, dir: 'ltr' }));
  const numbers = findDependentNumbers(maskSpans(withoutPhrases, strings));
  const latinAddresses = addresses.filter(({ start, end }) => leftToRight.test(line.slice(start, end)));
  const found = [...latinAddresses, ...phrases, ...strings, ...numbers].sort((a, b) => a.start - b.start);
  return found.map((run) => toIsolate(run, line));
}

function findPhrases(line: string): Run[] {
  return findLeftToRightRuns(line).map(({ 0: run, index, groups }) => ({
    start: index,
    end: index + run.length,
    ...((groups?.phone ?? groups?.marked) !== undefined && { dir: 'ltr' }),
  }));
}

/** A run before it is known which element it needs. */
type Run = Omit<Isolate, 'element'>;

const groupsOfArabicDigits = /[٠-٩][^\p{L}٠-٩]+[٠-٩]/u;

function toIsolate(run: Run, line: string): Isolate {
  const written = line.slice(run.start, run.end);
  const isOverride = run.dir !== 'rtl' && groupsOfArabicDigits.test(written) && !rightToLeft.test(written);
  return isOverride ? { ...run, dir: 'ltr', element: 'bdo' } : { ...run, element: 'bdi' };
}

/** Returns the whole line as one run, without `opaque` code units and white space at its ends. */
function wholeOf(text: string): Run {
  return { start: text.search(/[^\s\uFFFC]/), end: text.replace(/(?<![\s\uFFFC])[\s\uFFFC]+$/, '').length };
}

const europeanDigit = '[0-9۰-۹]';
/** Characters that belong to the numbers beside them, unless an Arabic letter is before these (UAX #9 W4 and W5). */
const terminator = '[#$%¢-¥°±٪‰-‴€]';
const numbers = new RegExp(
  `${terminator}{0,3}${europeanDigit}+(?:(?:[-+−.,:/\u00A0]|${terminator}{1,3})${europeanDigit}+)*${terminator}{0,3}`,
  'g',
);
const dependsOnLetters = new RegExp(`${terminator}|[-+−]`);
/** Letters of the bidi class AL: Arabic, Syriac and Thaana. Hebrew and N'Ko leave the numbers after them as they are. */
const arabicLetter = /[\u0600-\u07BF\u0860-\u08FF\uFB50-\uFDFF\uFE70-\uFEFE]/;
const letter = /\p{L}/u;

/**
 * Finds numbers that Arabic letters before them would put into another order, and that have none before them: a score or
 * a percentage alone in a cell (`3-2`, `25%`), or at the beginning of a headline.
 */
function findDependentNumbers(text: string): Run[] {
  const found: Run[] = [];
  let at = 0;
  let isAfterArabic = false;
  for (const { 0: number, index } of text.matchAll(numbers)) {
    isAfterArabic = endsAfterArabic(text, at, index) ?? isAfterArabic;
    at = index + number.length;
    if (!isAfterArabic && dependsOnLetters.test(number)) found.push({ start: index, end: at, dir: 'rtl' });
  }
  return found;
}

/** Whether the last letter of a range is Arabic; undefined if it has no letter. */
function endsAfterArabic(text: string, start: number, end: number): boolean | undefined {
  for (let at = end - 1; at >= start; at -= 1) {
    const unit = text.charAt(at);
    if (letter.test(unit)) return arabicLetter.test(unit);
  }
  return undefined;
}

/** A part of a text, alone or in an isolate. */
export interface DirectionalRun {
  text: string;
  isolate?: Pick<Isolate, 'dir' | 'element'>;
}

/** Splits a text into runs with and without an isolate: «لغة C++» → «لغة » and the isolate «C++». */
export function splitAtIsolates(text: string): DirectionalRun[] {
  const runs: DirectionalRun[] = [];
  let at = 0;
  for (const { start, end, ...isolate } of findIsolates(text)) {
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: markOf(isolate) + text.slice(start, end), isolate });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

/** Isolates the runs of a text with characters, where no markup can: «لغة C++» → «لغة <U+2066>C++<U+2069>». */
export function isolateWithCharacters(text: string): string {
  return withCharacters(text, findIsolates(text));
}

/**
 * Isolates the runs of a text that has been broken into lines at spaces, each of which is drawn by itself. A run that
 * goes on in the next line is isolated in both.
 */
export function isolateLines(text: string, lines: readonly string[]): string[] {
  const isolates = findIsolates(text).filter(({ dir }) => dir !== 'rtl');
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    const length = Math.min(line.length, text.length - start);
    const fromText = isolates
      .map((isolate) => ({ ...isolate, start: isolate.start - start, end: isolate.end - start }))
      .filter((isolate) => isolate.end > 0 && isolate.start < length)
      .map((isolate) => ({ ...isolate, start: Math.max(0, isolate.start), end: Math.min(length, isolate.end) }));
    const fromLine = findIsolates(line).filter(
      ({ dir, start: from, end: to }) => dir === 'rtl' && !fromText.some(({ start, end }) => start < to && from < end),
    );
    return withCharacters(
      line,
      [...fromText, ...fromLine].sort((a, b) => a.start - b.start),
    );
  });
}

function withCharacters(text: string, isolates: readonly Isolate[]): string {
  let written = '';
  let at = 0;
  for (const isolate of isolates) {
    const { start, end, dir, element } = isolate;
    const [opening, closing] =
      element === 'bdo' ? ['\u2066\u202D', '\u202C\u2069'] : [dir === 'rtl' ? '\u2067' : '\u2066', '\u2069'];
    written += text.slice(at, start) + opening + markOf(isolate) + text.slice(start, end) + closing;
    at = end;
  }
  return written + text.slice(at);
}
