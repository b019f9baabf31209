/**
 * Letters of the Arabic script, and tatweel. This string and those below are for use inside a character class:
 * `[${letters}]`.
 */
export const letters =
  '\\u0620-\\u064A\\u066E\\u066F\\u0671-\\u06D3\\u06D5\\u06E5\\u06E6\\u06EE\\u06EF\\u06FA-\\u06FC\\u06FF\\u0750-\\u077F';

/** The letters of Modern Standard Arabic, hamza and its carriers included. */
export const basicLetters = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';

/** Tashkeel and Quranic signs above and below letters. */
export const marks = '\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED';

/** Bidi embeddings and isolates, and what ends them: Word leaves them around words of another direction. */
export const bidiEmbeddings = '\\u202A-\\u202C\\u2066-\\u2069';

/**
 * Zero-width characters that come with copy and paste: soft hyphen, ALM, ZWSP, LRM, RLM, word joiner, BOM, embeddings.
 */
export const invisible = `\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2060\\uFEFF${bidiEmbeddings}`;

/** Bidi overrides, which show the letters after them in reverse (Trojan Source, CVE-2021-42574). */
export const bidiOverrides = '\\u202D\\u202E';

/** Letters, marks and digits of the scripts that run from the right. */
const rightToLeft = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFE\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';

/** Patterns of one letter, for the flag `u`: of a script that runs from the right, and from the left. */
export const rightToLeftLetter = `(?=[${rightToLeft}])\\p{L}`;
export const leftToRightLetter = `(?![${rightToLeft}])[\\p{L}\\p{Nl}]`;

/** A pattern of what may follow in a word that begins with a letter of a script that runs from the left. */
export const leftToRightInWord = `(?![${rightToLeft}])[\\p{L}\\p{M}\\p{N}\\u200C\\u200D]`;

/**
 * Characters that end a URL or e-mail address in Arabic prose. URLs contain them only percent-encoded (RFC 3986 §2).
 */
export const addressStops = '«»“”‹›،؛؟…';

/** Conjunctions, prepositions and the article, which are written as one word with the next word: «وبال», «لل», «ف». */
const clitics = '[وفأ]?[بلكس]?(?:ال|لل)?';
const cliticsAlone = new RegExp(`(?<![${letters}${marks}])${clitics}\\u0640*$`);

const arabicLetter = new RegExp(`[${letters}]`);
const arabicLetterOrMark = new RegExp(`[${letters}${marks}]`);
const arabic = new RegExp(`[${letters}${marks}\\u0660-\\u0669\\u06F0-\\u06F9]`);

export function hasArabicLetter(text: string): boolean {
  return arabicLetter.test(text);
}

/** Here and below, `unit` is one UTF-16 code unit, or undefined beyond the ends of a text. */
export function isArabicLetter(unit: string | undefined): boolean {
  return unit !== undefined && arabicLetter.test(unit);
}

export function isArabicLetterOrMark(unit: string | undefined): boolean {
  return unit !== undefined && arabicLetterOrMark.test(unit);
}

/** Whether a code unit is a letter, a mark or a digit (٠-٩, ۰-۹) of the Arabic script. */
export function isArabic(unit: string | undefined): boolean {
  return unit !== undefined && arabic.test(unit);
}

export function isLatinOrDigit(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(unit);
}

/** Whether a text ends in clitics without the word that they belong to: «قال و» and «إلى الـ», but not «قال». */
export function endsInClitics(text: string): boolean {
  return isArabicLetter(text.at(-1)) && cliticsAlone.test(text.slice(-12));
}
