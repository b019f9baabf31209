import { toLatinDigits } from './digits.ts';
import { stripLatinAccents, stripTashkeel } from './normalize.ts';

const maxBytes = 180;
const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/**
 * The part of an address or an anchor that a title gives: «القاهرة» تستعد، وتنتظر → `القاهرة-تستعد-وتنتظر`.
 * Arabic letters stay as they are, in NFC, hamza included. Tashkeel, tatweel, invisible characters and quotation marks
 * disappear («و"الأهرام"» → `والأهرام`); every other run of punctuation, space or ZWNJ is one `-`. Latin is lower-cased
 * without accents, digits are 0-9. At most 180 UTF-8 bytes, cut between words; '' when nothing is left.
 */
export function slugify(text: string): string {
  const words = stripLatinAccents(toLatinDigits(stripTashkeel(text.normalize('NFKC'))))
    .toLowerCase()
    .replace(/\u200c/g, '-')
    .replace(/[\p{Cf}\p{Pi}"'’]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return joinWithin(words, '-') || cutWithin(words[0] ?? '');
}

function joinWithin(words: readonly string[], separator: string): string {
  const whole = words.join(separator);
  if (encoder.encode(whole).length <= maxBytes) return whole;
  let joined = '';
  for (const word of words) {
    const longer = joined === '' ? word : `${joined}${separator}${word}`;
    if (encoder.encode(longer).length > maxBytes) break;
    joined = longer;
  }
  return joined;
}

function cutWithin(word: string): string {
  let cut = '';
  for (const { segment } of graphemes.segment(word)) {
    if (encoder.encode(cut + segment).length > maxBytes) break;
    cut += segment;
  }
  return cut;
}
