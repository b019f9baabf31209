import { hasArabicLetter } from './characters.ts';
import { findProtectedSpans, maskSpans } from './protected-spans.ts';

/** A run of a text that must be laid out by itself, or the Arabic around it would reorder it. */
export interface Isolate {
  /** UTF-16 units; `end` is the first one after the run. */
  start: number;
  end: number;
  /** The direction of a run that has no letter to tell it; otherwise its own first letter does. */
  dir?: 'ltr';
}

const latin = '\\p{Script=Latin}';
const inWord = `${latin}\\p{M}\\p{No}0-9`;
const joiner = "[-_./'’&+:@=\\\\]";
/** With the signs that belong to it, a quantity before its unit, or a drive before its path: `.NET`, `C++`, `1.5TB`, `mc²`. */
const word = `[.$€£#@°]?(?:[0-9]+(?:[.,][0-9]+)*(?=[${latin}°]))?°?${latin}[${inWord}]*(?:${joiner}{1,2}[${inWord}]+)*(?:[+#]{1,2}|’(?= ))?`;
/** `Windows 11`; of `3-2` after a word nothing belongs to it, but a standard has parts: `ISO 12312-2`. */
const number = '[0-9]+(?:[.,][0-9]+)*(?![0-9]|[-–:/][0-9])';
const standard = '[A-Z]{2,} [0-9]+(?:[-:/.][0-9]+)*';
/** `J. K. Rowling`, `To be, or not to be`, `x + y = z`. */
const separator = '(?:[,:;.!?]?[ \\n]| [+=&] )';
const phrase = `(?:${standard}|${word})(?:${separator}(?:${standard}|${word})|[ \\n]${number})*`;
const phone = '(?<![\\p{L}\\p{N}+])\\+[0-9٠-٩](?:[ ()./-]{0,2}[0-9٠-٩]){5,}';
const runs = new RegExp(`(?<phone>${phone})|(?<![${latin}0-9])${phrase}`, 'gu');
const hasLatin = new RegExp(latin, 'u');
const withSignsAtItsEdge = /^\s*[^\s\p{L}\p{N}]|[^\s\p{L}\p{N}]\s*$/u;

/**
 * What to isolate in the text of a block (Unicode Standard Annex 9): Latin words and phrases with their own signs and
 * numbers (`C++`, `Windows 11`), URLs, e-mail addresses, international telephone numbers. Scores, ranges and dates are left
 * alone: `3-2` reads from the right as it should. A block without an Arabic letter is one run, for the sake of its last
 * full stop.
 */
export function findIsolates(text: string): Isolate[] {
  const isLatin = hasLatin.test(text);
  if (!isLatin && !text.includes('+')) return [];
  if (isLatin && !hasArabicLetter(text)) return withSignsAtItsEdge.test(text) ? [wholeOf(text)] : [];
  const addresses = findProtectedSpans(text);
  const ownRuns = [...maskSpans(text, addresses).matchAll(runs)].map(
    ({ 0: run, index, groups }): Isolate => ({
      start: index,
      end: index + run.length,
      ...(groups?.phone !== undefined && { dir: 'ltr' }),
    }),
  );
  const latinAddresses = addresses.filter(({ start, end }) => hasLatin.test(text.slice(start, end)));
  return [...latinAddresses, ...ownRuns].sort((a, b) => a.start - b.start);
}

/** Without what stands for code and images at the edges. */
function wholeOf(text: string): Isolate {
  return { start: text.search(/[^\s\uFFFC]/), end: text.replace(/[\s\uFFFC]+$/, '').length };
}

/** A text in runs, of which some are isolates: «لغة C++» → «لغة », «C++». */
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
