/**
 * Replacement functions for the letter rules of typography-rules.ts. Each takes a match of its rule's pattern and
 * returns the new text.
 */
import { endsInClitics, isArabicLetter, isArabicLetterOrMark, letters, marks } from './characters.ts';

/**
 * Composes a letter with the marks after it, if that makes it shorter: «ا» + U+0654 → «أ». The order of tashkeel stays
 * as typed. Full NFC (UAX #15) would also move a shadda behind its vowel, which no reader can see.
 */
export function composeLetter([cluster]: RegExpExecArray): string {
  const nfc = cluster.normalize('NFC');
  return nfc.length === cluster.length ? cluster : nfc;
}

/**
 * Replaces presentation forms with ordinary letters: «ﻻ» → «لا». They are compatibility characters that old systems
 * wrote. The spacing form of a vowel sign becomes the sign alone, without the space or tatweel that NFKC puts under it.
 */
export function toOrdinaryLetters([form]: RegExpExecArray): string {
  return form.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, '');
}

/** Keeps one zero-width non-joiner (U+200C) between two letters, as in «می‌خواهم»; removes it anywhere else. */
export function keepJoinerBetweenLetters({ 0: joiners, index, input }: RegExpExecArray): string {
  const isBetween = isArabicLetterOrMark(input[index - 1]) && isArabicLetter(input[index + joiners.length]);
  return isBetween ? joiners.charAt(0) : '';
}

/**
 * Words that end in ـى, without this letter: after them the Persian ی becomes ى. Everywhere else it becomes ي, so «فی»
 * → «في» but «علی» → «على».
 */
const endsInAlefMaqsura = new RegExp(
  `(?<![${letters}${marks}])(?:[وف]?ال|[وفبل])?(?:عل|إل|ال|حت|لد|سو|مت|مستو|أخر|اخر|كبر|صغر|إحد|احد|أعل|اعل|مد|أدن|أقص|منتد|مبن|معن|ذكر|محتو|جدو|قو|دعو|شكو|فتو)$`,
);

/** Replaces Persian or Urdu ک ہ ی and digits with Arabic ones: «کتاب» → «كتاب», «۱۲» → «١٢». */
export function toArabicLetter({ 0: letter, index, input }: RegExpExecArray): string {
  if (letter === 'ک') return 'ك';
  if (letter === 'ہ') return 'ه';
  if (letter !== 'ی') return String.fromCharCode(letter.charCodeAt(0) - 0x06f0 + 0x0660);
  const isLast = !isArabicLetterOrMark(input[index + 1]);
  return isLast && endsInAlefMaqsura.test(input.slice(Math.max(0, index - 12), index)) ? 'ى' : 'ي';
}

/**
 * Whether a text quotes Persian, Kurdish or Urdu: it has ک or ی, and a letter that only these languages use. Such words
 * are spelt correctly, so their letters must not be replaced.
 */
export function isPersian(text: string): boolean {
  return /[پچژگڕێۆەےٹڈھ]/.test(text) && /[کی]/.test(text);
}

/**
 * Removes a tatweel that only stretches a word: «الأخبـــار» → «الأخبار». One stays at the end of a word of one or two
 * letters (`1443هـ`) and of clitics («بـ», «والـ»); all stay at the beginning of a word («ـها») and on their own.
 */
export function keepMeaningfulTatweel({ 0: run, index, input }: RegExpExecArray): string {
  const before = input[index - 1];
  const after = input[index + run.length];
  if (!isArabicLetterOrMark(before)) return run;
  if (isArabicLetterOrMark(after)) return '';
  const word = wordBefore(input, index);
  return word.length <= 2 || endsInClitics(word) ? run.charAt(0) : '';
}

const lastWord = new RegExp(`[${letters}${marks}]+$`);
const anyMark = new RegExp(`[${marks}]`, 'g');

/** Returns the word that ends before `index`, without its marks. */
function wordBefore(text: string, index: number): string {
  return (lastWord.exec(text.slice(Math.max(0, index - 16), index))?.[0] ?? '').replace(anyMark, '');
}
