import { hasArabicLetter } from './characters.ts';
import { findProtectedSpans, maskSpans } from './protected-spans.ts';

/**
 * A run of text that needs a `bdi` element (a bidirectional isolate), because the Arabic around it would otherwise
 * reorder it.
 */
export interface Isolate {
  /** `start` and `end` are in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** Set for runs without a letter; the others take the direction of their first letter. */
  dir?: 'ltr';
}

const latin = '\\p{Script=Latin}';
const inWord = `${latin}\\p{M}\\p{No}0-9`;
const joiner = "[-_./'’&+:@=\\\\]";
/**
 * A Latin word with its signs, or a number with its unit: `.NET`, `C++`, `1.5TB`, `mc²`, `C:\a`. The limit of groups
 * keeps a long list of numbers from being read again at each of them.
 */
const word = `[.$€£#@°]?(?:[0-9]+(?:[.,][0-9]+){0,20}(?=[${latin}°]))?°?${latin}[${inWord}]*(?:${joiner}{1,2}[${inWord}]+)*(?:[+#]{1,2}|’(?= ))?`;
/** A number after a word, as in `Windows 11`. A score or range (`3-2`) after a word is not part of the word's run. */
const number = '[0-9]+(?:[.,][0-9]+)*(?![0-9]|[-–:/][0-9])';
/** The name of a standard: `ISO 12312-2`. */
const standard = '[A-Z]{2,} [0-9]+(?:[-:/.][0-9]+)*';
/** What may be between the words of a phrase: `J. K. Rowling`, `To be, or not to be`, `x + y = z`. */
const separator = '(?:[,:;.!?]?[ \\n]| [+=&] )';
const phrase = `(?:${standard}|${word})(?:${separator}(?:${standard}|${word})|[ \\n]${number})*`;
const phone = '(?<![\\p{L}\\p{N}+])\\+[0-9٠-٩](?:[ ()./-]{0,2}[0-9٠-٩]){5,}';
const runs = new RegExp(`(?<phone>${phone})|(?<![${latin}0-9])${phrase}`, 'gu');
const hasLatin = new RegExp(latin, 'u');
const hasSignAtEdge = /^\s*[^\s\p{L}\p{N}]|[^\s\p{L}\p{N}]\s*$/u;

/**
 * Finds what to isolate in the text of a block (UAX #9, https://www.unicode.org/reports/tr9/): Latin words and phrases
 * with their signs and numbers (`C++`, `Windows 11`), URLs, e-mail addresses, international phone numbers. Without an
 * isolate, «لغة C++ هنا» is shown with the plus signs on the wrong side. Scores, ranges and dates are left alone, since
 * `3-2` is read from the right. A block without any Arabic letter is one run if a sign begins or ends it.
 */
export function findIsolates(text: string): Isolate[] {
  const isLatin = hasLatin.test(text);
  if (!isLatin && !text.includes('+')) return [];
  if (isLatin && !hasArabicLetter(text)) return hasSignAtEdge.test(text) ? [wholeOf(text)] : [];
  const addresses = findProtectedSpans(text);
  const otherRuns = [...maskSpans(text, addresses).matchAll(runs)].map(
    ({ 0: run, index, groups }): Isolate => ({
      start: index,
      end: index + run.length,
      ...(groups?.phone !== undefined && { dir: 'ltr' }),
    }),
  );
  const latinAddresses = addresses.filter(({ start, end }) => hasLatin.test(text.slice(start, end)));
  return [...latinAddresses, ...otherRuns].sort((a, b) => a.start - b.start);
}

/** Returns the whole text as one run, without `opaque` code units and white space at its ends. */
function wholeOf(text: string): Isolate {
  return { start: text.search(/[^\s\uFFFC]/), end: text.replace(/(?<![\s\uFFFC])[\s\uFFFC]+$/, '').length };
}

/** Splits a text into runs with and without an isolate: «لغة C++» → «لغة » and the isolate «C++». */
export function splitAtIsolates(text: string): { text: string; isolate?: Pick<Isolate, 'dir'> }[] {
  const runs: { text: string; isolate?: Pick<Isolate, 'dir'> }[] = [];
  let at = 0;
  for (const { start, end, ...isolate } of findIsolates(text)) {
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), isolate });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
