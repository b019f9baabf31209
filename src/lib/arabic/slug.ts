import { toLatinDigits } from './digits.ts';
import { stripLatinAccents, stripTashkeel } from './normalize.ts';

/** Well below the 255 bytes that file systems allow in a name. */
const maxBytes = 180;
const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/**
 * Makes a URL segment or anchor from a title: `«القاهرة» تستعد، وتنتظر` → `القاهرة-تستعد-وتنتظر`. Arabic letters stay
 * as they are, in NFC. Tashkeel, tatweel, format characters and quotation marks are removed (`و"الأهرام"` →
 * `والأهرام`); any other run of punctuation, white space or ZWNJ becomes one `-`. Latin letters become lower case
 * without accents, digits 0-9. The slug has at most 180 bytes in UTF-8, and is cut between words; it is '' when nothing
 * is left.
 */
export function slugify(text: string): string {
  const words = foldForSlug(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return joinWords(words) || cutWord(words[0] ?? '');
}

/** Folds what no slug tells apart in letters and digits, and removes what stands inside words without parting them. */
export function foldForSlug(text: string): string {
  return stripLatinAccents(toLatinDigits(stripTashkeel(text.normalize('NFKC'))))
    .toLowerCase()
    .replace(/\u200c/g, '-')
    .replace(/[\p{Cf}\p{Pi}"'’]/gu, '');
}

/** Joins as many words as fit; '' when the first one alone is too long. */
function joinWords(words: readonly string[]): string {
  const whole = words.join('-');
  if (encoder.encode(whole).length <= maxBytes) return whole;
  let joined = '';
  for (const word of words) {
    const longer = joined === '' ? word : `${joined}-${word}`;
    if (encoder.encode(longer).length > maxBytes) break;
    joined = longer;
  }
  return joined;
}

/** Cuts a word between graphemes, so that no letter loses its marks. */
function cutWord(word: string): string {
  let cut = '';
  for (const { segment } of graphemes.segment(word)) {
    if (encoder.encode(cut + segment).length > maxBytes) break;
    cut += segment;
  }
  return cut;
}
