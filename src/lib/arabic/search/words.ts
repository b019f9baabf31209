import { foldForMatching } from '../normalize.ts';

const clitic = String.raw`(?:[وف]?[بلك]?|[وف]?(?:ال|بال|كال|لل|لال))`;
const openingSigns = String.raw`«“"‹‘([{#@`;
/** Proclitics that are written together with a word after a sign: «و«الكردستاني»», «لـ«الشرق»», «و#تونس». */
const clitics = new RegExp(`^${clitic}ـ*$`, 'u');
/** The same in a word as written. */
const cliticBeforeSign = new RegExp(String.raw`^[^\p{L}\p{N}]*${clitic}ـ*(?=[${openingSigns}]+[\p{L}\p{N}])`, 'u');
/** The same before a digit or a letter of another script, in a normalised word: «و55», «لـHuawei». */
const cliticBeforeForeign = new RegExp(String.raw`^${clitic}(?=[^\u0621-\u064a])`, 'u');
const arabic = String.raw`\u0621-\u064a\u0671-\u06d3`;
/**
 * Finds where a run may be split: punctuation between two words, the borders between Arabic letters and digits or
 * letters of another script, and after ة, with which words end («كرةالقدم»).
 */
const borders = new RegExp(
  String.raw`(?<=[\p{L}\p{N}\p{M}])(${[
    String.raw`[^\p{L}\p{N}\p{M}\s'’&ـ]+`,
    String.raw`(?=[${arabic}])(?<=ة\p{M}*)`,
    String.raw`(?![${arabic}])(?=[\p{L}\p{N}])(?<=[${arabic}]\p{M}*)`,
    String.raw`(?=[${arabic}])(?<![${arabic}\p{M}])`,
  ].join('|')})(?=[\p{L}\p{N}])`,
  'u',
);
/** Single letters with spaces between them, which are initials («أ ف ب»), and runs without spaces. */
const runs = /(?<!\S)[^\p{L}\p{N}\s]*[\u0621-\u064a](?:[ \u00a0][\u0621-\u064a])+[^\p{L}\p{M}\p{N}\s]*(?!\S)|\S+/gu;
/** The usual word, which needs no splitting: Arabic letters, with punctuation at the end only. */
const plainWord = /^[\u0621-\u0628\u062a-\u0652]+ة?[\u064b-\u0652]*[.،:؛؟!»"]*$/;
const opening = new RegExp(`[${openingSigns}]`);
const openingAtEnd = /[«“‹‘([{#@]*$/u;
const initial = /^[\u0621-\u064a]$/;
const lastInitial = /^[\u0621-\u064a][^\p{L}\p{M}\p{N}]*$/u;
const latinInitial = /^[A-Za-z](?![A-Za-z0-9])/;
const signsAtStart = /^[^\p{L}\p{N}]+/u;
/** What addresses begin with, which nobody searches for. */
const beginningOfAddress = /^\W*(?:https?:\/\/|www\.)$/i;
/** Thousands in groups: 1,250 and ١٬٢٥٠ are 1250. */
const groupedDigits = /(?<![\d.,:])[1-9]\d{0,2}(?:[.,٬]\d{3})+(?!\d)/g;

/** The place of a word in a text, in UTF-16 code units, with its punctuation. */
export interface WordSpan {
  start: number;
  end: number;
}

/**
 * Finds the words of a text, as indexes count them, queries are read and results are marked. A run of signs without
 * space is split at punctuation between words («السعودية،والتي», «كوفيد-19», 2025/2026) and where Arabic letters meet
 * digits or letters of another script («عام2020»); addresses and hashtags are split too. Numbers (3.5, 1,250, 10:30,
 * 2-1), initials («أ.ف.ب», «أ ف ب»), compounds of one or two Latin letters (wi-fi, F-16) and words with proclitics
 * («و«الأهرام»», «و55») stay whole.
 */
export function findWords(text: string): WordSpan[] {
  const spans: WordSpan[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
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

/** Whether two pieces with punctuation between them are one word: a number, initials or a compound. */
function areOneWord(piece: string, punctuation: string, next: string): boolean {
  const isHyphen = /^[-\u2010\u2011]$/.test(punctuation);
  if (initial.test(piece)) return (isHyphen || punctuation === '.') && lastInitial.test(next);
  if (/\p{Nd}$/u.test(piece) && /^\p{Nd}/u.test(next)) {
    if (/^[.,:٫٬]$/.test(punctuation)) return true;
    return /^[-\u2010-\u2013]$/.test(punctuation) && isOfScore(piece) && isOfScore(next);
  }
  if (punctuation === '.') return latinInitial.test(piece) && latinInitial.test(next);
  return isHyphen && /^[A-Za-z]{1,2}$/.test(piece) && /^[A-Za-z\p{Nd}]/u.test(next);
}

function isOfScore(piece: string): boolean {
  return /^\p{Nd}{1,2}(?![A-Za-z\p{Nd}])/u.test(piece);
}

/**
 * Returns the letters and digits of a word in the spelling that the search compares: without tashkeel, without hamza on
 * its carriers, with ه for ة, ي for ى and Arabic letters for Persian ones; «هيأة» becomes the same as «هيئة»; without
 * proclitics before digits, letters of another script, quotation marks and hashtags. Numbers that are told apart by
 * signs stay apart: 3.5 is not 35. '' when the word has neither letters nor digits, or is the beginning of an address.
 */
export function normalizeWord(word: string): string {
  if (beginningOfAddress.test(word)) return '';
  return markSeparators(foldForMatching(word.replace(cliticBeforeSign, '').replace(/يأ/g, 'يئ')))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(cliticBeforeForeign, '');
}

/** Writes letters for the signs inside a number, by which Pagefind would split it: 10:30 and 10.30 become 10d30. */
function markSeparators(folded: string): string {
  if (!/\d\D\d/.test(folded)) return folded;
  return folded
    .replace(groupedDigits, (digits) => digits.replace(/\D/g, ''))
    .replace(/(?<=\d)[.,:٫](?=\d)/g, 'd')
    .replace(/(?<=\d)[-\u2010-\u2013](?=\d)/g, 's');
}

/** Whether a normalised word has Arabic letters only. */
export function isArabicWord(word: string): boolean {
  return /^[\u0621-\u064a]+$/.test(word);
}
