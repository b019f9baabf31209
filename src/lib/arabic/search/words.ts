import { foldForMatching } from '../normalize.ts';

/** Proclitics that are written together with a word in quotation marks: «و«الكردستاني»», «لـ«الشرق»». */
const clitics = /^(?:[وف]?[بلك]?|[وف]?(?:ال|بال|كال|لل|لال))ـ*$/u;
/** The same before a digit or a letter of another script, in a normalised word: «و55», «لـHuawei». */
const cliticBeforeForeign = /^(?:[وف]?[بلك]?|[وف]?(?:ال|بال|كال|لل|لال))(?=[^\u0621-\u064a])/u;
const arabic = String.raw`\u0621-\u064a\u0671-\u06d3`;
/**
 * Finds where a run may be split: punctuation between two words, and the borders between Arabic letters and digits or
 * letters of another script.
 */
const borders = new RegExp(
  String.raw`(?<=[\p{L}\p{N}\p{M}])(${[
    String.raw`[^\p{L}\p{N}\p{M}\s@#'’&+ـ]+`,
    String.raw`(?![${arabic}])(?=[\p{L}\p{N}])(?<=[${arabic}]\p{M}*)`,
    String.raw`(?=[${arabic}])(?<![${arabic}\p{M}])`,
  ].join('|')})(?=[\p{L}\p{N}])`,
  'u',
);
/** The usual word, which needs no splitting: Arabic letters, with punctuation at the end only. */
const plainWord = /^[\u0621-\u0652]+[.،:؛؟!»"]*$/;
const opening = /[«“"‹‘([{]/;
const openingAtEnd = /[«“‹‘([{]*$/u;
const initial = /^[\u0621-\u064a]$/;
const lastInitial = /^[\u0621-\u064a][^\p{L}\p{M}\p{N}]*$/u;
const signsAtStart = /^[^\p{L}\p{N}]+/u;

/** The place of a word in a text, in UTF-16 code units, with its punctuation. */
export interface WordSpan {
  start: number;
  end: number;
}

/**
 * Finds the words of a text, as indexes count them, queries are read and results are marked. A run of signs without
 * space is split at punctuation between words («السعودية،والتي», «كوفيد-19», 2025/2026) and where Arabic letters meet
 * digits or letters of another script («عام2020»). Numbers (3.5, 1,250, 10:30, 2-1), addresses, initials («أ.ف.ب»),
 * compounds of one or two Latin letters (wi-fi, F-16) and words with proclitics («و«الأهرام»», «و55») stay whole.
 */
export function findWords(text: string): WordSpan[] {
  const spans: WordSpan[] = [];
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    if (plainWord.test(run)) spans.push({ start: index, end: index + run.length });
    else addPieces(run, index, spans);
  }
  return spans;
}

/** Returns the words that `findWords` finds. */
export function splitWords(text: string): string[] {
  return findWords(text).map(({ start, end }) => text.slice(start, end));
}

/** Adds the words of a run. Only neighbouring pieces are compared, so that a run of any length takes linear time. */
function addPieces(run: string, offset: number, spans: WordSpan[]): void {
  const pieces = run.split(borders);
  let piece = (pieces[0] ?? '').replace(signsAtStart, '');
  let start = 0;
  let end = pieces[0]?.length ?? 0;
  let isBeginning = true;
  for (let index = 1; index < pieces.length; index += 2) {
    const [punctuation = '', next = ''] = pieces.slice(index, index + 2);
    const isWhole: boolean = (isBeginning && isClitic(piece, punctuation)) || areOneWord(piece, punctuation, next);
    if (!isWhole) {
      const border = end + punctuation.length - (openingAtEnd.exec(punctuation)?.[0].length ?? 0);
      spans.push({ start: offset + start, end: offset + border });
      start = border;
    }
    isBeginning = !isWhole;
    end += punctuation.length + next.length;
    piece = next;
  }
  spans.push({ start: offset + start, end: offset + run.length });
}

function isClitic(piece: string, punctuation: string): boolean {
  return (punctuation === '' || opening.test(punctuation)) && clitics.test(piece);
}

/** Whether two pieces with punctuation between them are one word: a number, an address, initials or a compound. */
function areOneWord(piece: string, punctuation: string, next: string): boolean {
  if (punctuation === '.' && initial.test(piece)) return lastInitial.test(next);
  if (!/[A-Za-z0-9٠-٩]$/.test(piece) || !/^[A-Za-z0-9٠-٩]/.test(next)) return false;
  if (/^[.,:٫٬]$/.test(punctuation)) return true;
  const isScore = /^[0-9٠-٩]{1,2}$/.test(piece) && /^[0-9٠-٩]{1,2}(?![A-Za-z0-9٠-٩])/.test(next);
  return /^[-\u2010\u2011]$/.test(punctuation) && (isScore || /^[A-Za-z]{1,2}$/.test(piece));
}

/**
 * Returns the letters and digits of a word in the spelling that the search compares: without tashkeel, without hamza on
 * its carriers, with ه for ة, ي for ى and Arabic letters for Persian ones; «هيأة» becomes the same as «هيئة»; without
 * proclitics before digits and letters of another script. '' when the word has none.
 */
export function normalizeWord(word: string): string {
  return foldForMatching(word.replace(/يأ/g, 'يئ'))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(cliticBeforeForeign, '');
}

/** Whether a normalised word has Arabic letters only. */
export function isArabicWord(word: string): boolean {
  return /^[\u0621-\u064a]+$/.test(word);
}
