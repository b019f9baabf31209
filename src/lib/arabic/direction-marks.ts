import { type Edit, withEdits } from '../tracked-text.ts';
import { bidiEmbeddings, invisible, leftToRightLetter } from './characters.ts';

/** What may stand before a number, a path or an option, and belongs to it: `-5`, `/dev/null`, `*.css`, `--help`. */
export const leadingSigns = '[-+−±*/\\\\.~#@$€£¥%٪&=<>|^_]{1,3}';

/** U+200E, the left-to-right mark. */
export const leftToRightMark = '\u200E';

const digit = '[0-9٠-٩۰-۹]';

/** A pattern of a telephone number with the code of its country: `+961 1 234 567`, `(+961) 1 234 567`. */
export const internationalNumber = `(?:\\(\\+${digit}{1,4} ?\\)|\\+${digit})(?:[ \\u00A0\\u202F()./‐‑–-]{0,2}${digit}){5,}`;

const signedRun = new RegExp(`${leadingSigns}(?:[0-9٠-٩۰-۹]|${leftToRightLetter})`, 'uy');
/** Marks, embeddings and isolates that make what follows run from the left. */
const leftwardMark = /[\u200E\u202A\u2066\u2068]/;
const zeroWidth = new RegExp(`[${invisible}]+`, 'g');
/** A telephone number is isolated by itself, unless a letter, a digit or another sign is before it. */
const isolatedNumber = new RegExp(`(?<![\\p{L}\\p{N}+][${invisible}]{0,10})${internationalNumber}`, 'uy');
/** U+FFFC stands for a picture that was not copied with its text. */
const embedding = `[${bidiEmbeddings}\\uFFFC]`;
const embeddings = new RegExp(`${embedding}+`, 'g');
const hasEmbedding = new RegExp(embedding);

/** Finds the zero-width characters of a text that are superfluous, as edits. */
export function findZeroWidth(text: string): Edit[] {
  return findMarks(text, zeroWidth);
}

/**
 * Finds bidi embeddings and isolates, as Word leaves them, and the places of pictures, as edits that remove them. One
 * that keeps a sign on the left of its number or path becomes a left-to-right mark. For texts as typed only, in which no
 * code unit is `opaque` yet.
 */
export function findEmbeddings(text: string): Edit[] {
  return hasEmbedding.test(text) ? findMarks(text, embeddings) : [];
}

/** Removes bidi embeddings and isolates, and the places of pictures. The number of lines stays the same. */
export function stripEmbeddings(text: string): string {
  return withEdits(text, findEmbeddings(text));
}

/**
 * Removes runs of marks, but leaves a left-to-right mark before a sign: «إلى <U+200E>-5 درجات». Chat programs write one
 * before telephone numbers, which need none.
 */
function findMarks(text: string, marks: RegExp): Edit[] {
  return [...text.matchAll(marks)].flatMap(({ 0: run, index: start }) => {
    const end = start + run.length;
    const replacement = leftwardMark.test(run) && isSigned(text, end) ? leftToRightMark : '';
    return replacement === run ? [] : [{ start, end, replacement }];
  });
}

function isSigned(text: string, at: number): boolean {
  return isAt(signedRun, text, at) && !isAt(isolatedNumber, text, at);
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
