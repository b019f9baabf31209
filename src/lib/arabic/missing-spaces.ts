import type { Edit } from '../tracked-text.ts';
import { endsInClitics, isLatinOrDigit, letters, marks } from './characters.ts';

const letterOrMark = `[${letters}${marks}]`;

// Each pattern ends where a space is missing, shown as before → after.

/** «قال،ثم» → «قال، ثم» */
const afterMark = new RegExp(`[،؛؟!…](?=[${letters}A-Za-z«‹("])`, 'g');

/**
 * The marks come before the letters that must be before them, so that the pattern looks back at marks alone.
 * «قال:نعم» → «قال: نعم», «انتهى.ثم» → «انتهى. ثم». Single letters around a dot are initials and stay: «م.ع»
 */
const betweenLetters = new RegExp(
  `:(?<=${letterOrMark}:)(?=[${letters}«‹])|\\.(?<=${letterOrMark}{2}\\.)(?=[${letters}]${letterOrMark}|[«‹])`,
  'g',
);

/** «نعم»ثم → «نعم» ثم */
const afterClosing = new RegExp(`[»›)](?=[${letters}A-Za-z\\p{Nd}])`, 'gu');

/** قال«نعم» → قال «نعم» */
const beforeQuotation = new RegExp(`${letterOrMark}(?=[«‹])`, 'g');

/** القدس(فلسطين) → القدس (فلسطين) */
const beforeBracket = new RegExp(`${letterOrMark}{2}(?=\\()`, 'g');

/** One to three letters in brackets are an ending or article of their word: «طالب(ة)», «المعلم(ين)», «(ال)قاهرة». */
const shortBracket = new RegExp(`^\\([${letters}${marks}]{1,3}\\)`);

/**
 * Finds the places where a space is missing after a mark, or before an opening one. Returns the edits that insert it.
 */
export function findMissingSpaces(text: string): Edit[] {
  const places = new Set<number>();
  const add = (pattern: RegExp, isMissing: (index: number) => boolean) => {
    if (text.search(pattern) === -1) return;
    for (const match of text.matchAll(pattern)) {
      if (isMissing(match.index)) places.add(match.index + match[0].length);
    }
  };
  add(afterMark, (index) => !isBetweenLatin(text, index) && !isAlert(text, index));
  add(betweenLetters, (index) => text[index] !== '.' || !isWithinName(text, index));
  add(
    afterClosing,
    (index) => text[index] !== ')' || !(closesShortBracket(text, index) || isBetweenLatin(text, index)),
  );
  if (/[«‹]/.test(text)) add(beforeQuotation, (index) => !endsInClitics(text.slice(0, index + 1)));
  if (text.includes('(')) add(beforeBracket, (index) => !shortBracket.test(text.slice(index + 2, index + 8)));
  return [...places].sort((a, b) => a - b).map((place) => ({ start: place, end: place, replacement: ' ' }));
}

/** Whether a mark is in the sign of a note on GitHub, `[!NOTE]`. */
function isAlert(text: string, index: number): boolean {
  return text[index] === '!' && text[index - 1] === '[';
}

/** Whether there are Latin letters or digits on both sides, as in `Yahoo!News`, `Ca(OH)2`. */
function isBetweenLatin(text: string, index: number): boolean {
  return isLatinOrDigit(text[index - 1]) && isLatinOrDigit(text[index + 1]);
}

const dotted = new RegExp(`(?:[${letters}]{1,6}\\.){2,}[${letters}]{1,8}$`);
const noLetterAtEnd = new RegExp(`[^${letters}.]+$`);
/** The last part of a domain: in Latin words that Arabic spells, or one of the domains that IANA delegates in Arabic. */
const domains = [
  'نت|كوم|أورغ|اورغ|تي|في|عرب|شبكة|موقع|بازار|بيتك|كاثوليك|اتصالات|موبايلي|ارامكو|العليان|ابوظبي',
  'عربي|مصر|السعودية|امارات|قطر|الاردن|المغرب|تونس|سورية|فلسطين|عمان|الجزائر|البحرين|عراق|موريتانيا|سودان',
].join('|');
const domain = new RegExp(`^\\.(?:${domains})(?![${letters}${marks}])`);

/** Whether a dot is part of an abbreviation or a domain: «سي.إن.إن», «جي.بي.مورغان», «العربية.نت», «أحمد@مثال.عربي». */
function isWithinName(text: string, index: number): boolean {
  if (domain.test(text.slice(index, index + 12))) return true;
  const before =
    text
      .slice(Math.max(0, index - 32), index)
      .split(/\s/)
      .at(-1) ?? '';
  const [after = ''] = text.slice(index, index + 32).split(/\s/);
  return dotted.test((before + after).replace(noLetterAtEnd, ''));
}

function closesShortBracket(text: string, index: number): boolean {
  const near = text.slice(Math.max(0, index - 6), index + 1);
  return shortBracket.test(near.slice(near.lastIndexOf('(')));
}
