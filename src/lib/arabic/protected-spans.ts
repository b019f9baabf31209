import { addressStops, bidiOverrides, invisible, letters } from './characters.ts';

/** Replaces each UTF-16 code unit that no rule may touch: U+FFFC, the object replacement character. */
export const opaque = '\uFFFC';

/**
 * A URL, an e-mail address, a hashtag, a handle, a formula (`$…$`) or a Quran verse (﴿…﴾) in a text. `start` and `end` are in UTF-16 code
 * units; `end` is exclusive.
 */
export interface ProtectedSpan {
  start: number;
  end: number;
}

const addressUnit = `[^\\s<>"${addressStops}${invisible}${bidiOverrides}]`;
const zeroWidth = `[\\u200C${invisible}${bidiOverrides}]*`;
const spans = new RegExp(
  [
    `(?:https?://|www\\.)${addressUnit}+`,
    `(?<![A-Za-z0-9@.])(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}/${addressUnit}*`,
    '﴿[^﴿﴾]*﴾',
    '(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+',
    `(?<![\\p{L}\\p{M}\\p{N}_&]${zeroWidth})#[\\p{L}\\p{M}\\p{N}_]+`,
    `(?<![\\p{L}\\p{M}\\p{N}_.]${zeroWidth})@[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*`,
  ].join('|'),
  'giu',
);
const mayHoldSpan = /[@#﴿$]|[a-z]\/|https?:|www\./i;
/** In dollar signs, of which no digit follows the last one, as in «$5 و$7». */
const dollars = /\$\$[^$]{1,2000}\$\$|(?<![\p{L}\p{N}$])\$(?!\s)[^$\n]{1,400}(?<!\s)\$(?![\p{N}$])/gu;

/**
 * Finds the protected spans of a text, in order. Punctuation after a URL or e-mail address is not part of its span: in
 * `https://example.com/a.` the span ends before the full stop.
 */
export function findProtectedSpans(text: string): ProtectedSpan[] {
  if (!mayHoldSpan.test(text)) return [];
  const others = [...text.matchAll(spans)].map(({ 0: span, index }): ProtectedSpan => {
    const trimmed = /^[#@﴿]/.test(span) ? span : withoutClosingPunctuation(span);
    return { start: index, end: index + trimmed.length };
  });
  const formulas = findFormulas(text);
  if (formulas.length === 0) return others;
  const outside = others.filter(
    ({ start, end }) => !formulas.some((formula) => start < formula.end && formula.start < end),
  );
  return [...formulas, ...outside].sort((a, b) => a.start - b.start);
}

function findFormulas(text: string): ProtectedSpan[] {
  return [...text.matchAll(dollars)]
    .filter(([span]) => isFormula(span.replaceAll('$', '')))
    .map(({ 0: span, index }) => ({ start: index, end: index + span.length }));
}

const arabicWord = new RegExp(`[${letters}]{2}`);

/** A formula has an operator or a variable. It has Arabic words in braces alone: `\\text{نق}`; a price has none. */
function isFormula(content: string): boolean {
  return (
    /[\p{Script=Latin}\p{Script=Greek}\\^_=<>+*/-]/u.test(content) &&
    !arabicWord.test(content.replace(/\{[^{}]*\}/g, ''))
  );
}

/** Replaces every code unit of the spans with `opaque`, so that the length and all positions stay the same. */
export function maskSpans(text: string, protectedSpans: readonly ProtectedSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of protectedSpans) {
    masked += text.slice(at, start) + opaque.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/**
 * Removes trailing punctuation and unmatched closing brackets, by the rules of GFM for autolinks
 * (https://github.github.com/gfm/#extended-autolink-path-validation): `(https://example.com/a_(b)).` → `…/a_(b)`.
 */
function withoutClosingPunctuation(address: string): string {
  let unmatched = count(address, ')') - count(address, '(');
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && unmatched > 0) unmatched -= 1;
    else if (!/[.,:;!?'*_~]/.test(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
