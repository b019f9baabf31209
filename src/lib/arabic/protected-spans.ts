import { addressStops, bidiControls, invisible } from './characters.ts';

/** Stands for each unit that no rule may touch: U+FFFC, the object replacement character. */
export const opaque = '\uFFFC';

/** An URL, an e-mail address, a hashtag, a handle or a verse of the Quran (﴿…﴾) in a text; `end` is the first unit after it. */
export interface ProtectedSpan {
  start: number;
  end: number;
}

const addressUnit = `[^\\s<>"${addressStops}${invisible}${bidiControls}]`;
const noWidth = `[\\u200C${invisible}${bidiControls}]*`;
const spans = new RegExp(
  [
    `(?:https?://|www\\.)${addressUnit}+`,
    `(?<![A-Za-z0-9@.])(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}/${addressUnit}*`,
    '﴿[^﴿﴾]*﴾',
    '(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+',
    `(?<![\\p{L}\\p{M}\\p{N}_&]${noWidth})#[\\p{L}\\p{M}\\p{N}_]+`,
    `(?<![\\p{L}\\p{M}\\p{N}_.]${noWidth})@[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*`,
  ].join('|'),
  'giu',
);
const mayHoldSpan = /[@#﴿]|[a-z]\/|https?:|www\./i;

/** In the order of the text. Punctuation after an address is not its own: «https://example.com/a_(b)، ثم». */
export function findProtectedSpans(text: string): ProtectedSpan[] {
  if (!mayHoldSpan.test(text)) return [];
  return [...text.matchAll(spans)].map(({ 0: span, index }) => {
    const own = /^[#@﴿]/.test(span) ? span : withoutClosingPunctuation(span);
    return { start: index, end: index + own.length };
  });
}

/** The text with every unit of the spans replaced by `opaque`, in the same length. */
export function maskSpans(text: string, protectedSpans: readonly ProtectedSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of protectedSpans) {
    masked += text.slice(at, start) + opaque.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** As GFM ends an autolink: trailing punctuation is not the address's, nor a `)` that it does not open. */
function withoutClosingPunctuation(address: string): string {
  let unopened = count(address, ')') - count(address, '(');
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,:;!?'*_~]/.test(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, unit: string): number {
  return text.split(unit).length - 1;
}
