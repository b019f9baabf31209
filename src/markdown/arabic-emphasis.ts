import { unicodePunctuation } from 'micromark-util-character';
import type { Construct, Point, TokenizeContext } from 'micromark-util-types';
import { bidiOverrides, invisible, isArabic } from '../lib/arabic/characters.ts';

/** Curly quotation marks are in neither class: Arabic authors type “ and ” in either order. */
const opening = /[[\p{Ps}\p{Pi}]--[“”‘’„‟‚‛]]/v;
const closing = /[[\p{Pe}\p{Pf}.,:;!?…،؛؟۔]--[“”‘’„‟‚‛]]/v;
const arabicOpening = /﴿/;
const arabicClosing = /[،؛؟۔﴾]/;
const zeroWidth = new RegExp(`[${invisible}${bidiOverrides}]`);

/**
 * Wraps an attention construct (`*`, `~~`): its sequences also open or close between an Arabic letter and punctuation.
 *
 * CommonMark's rules for left- and right-flanking delimiter runs want a space or punctuation there
 * (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run), but Arabic writes a clitic without a space:
 * `و**«الأهرام»**`, `**«الأهرام»**و«الأخبار»`, `**القاهرة،**ثم`. The wrapper only adds `_open` and `_close` to a
 * sequence, never removes them; pairing and the rule of three stay CommonMark's.
 */
export function widenEmphasis(emphasis: Construct): Construct {
  return {
    ...emphasis,
    tokenize(effects, ok, nok) {
      const before = textBefore(this);
      return emphasis.tokenize.call(
        this,
        effects,
        (code) => {
          const sequence = this.events.at(-1)?.[1];
          const after = textAfter(this);
          if (sequence && opensBesideArabic(before, after)) sequence._open = true;
          if (sequence && closesBesideArabic(before, after)) sequence._close = true;
          return ok(code);
        },
        nok,
      );
    },
  };
}

/**
 * Whether a sequence opens beside Arabic, as in `و**«`. An ambiguous mark such as " counts as opening unless a space or
 * a closing mark follows it.
 */
function opensBesideArabic(before: string, after: string): boolean {
  const [previous, next, following] = [before.at(-1), after.charAt(0), after.charAt(1)];
  const isBesideArabic = isArabicContext(previous) || (arabicOpening.test(next) && isNonSpace(previous));
  if (!isBesideArabic || !isPunctuation(next)) return false;
  // `![` begins an image, although `!` alone is a closing mark.
  if (opening.test(next) || after === '![') return true;
  return !closing.test(next) && isNonSpace(following) && !closing.test(following);
}

/** Whether a sequence closes beside Arabic, as in `»**و`. The mirror image of `opensBesideArabic`. */
function closesBesideArabic(before: string, after: string): boolean {
  const [preceding, previous, next] = [before.at(-2), before.at(-1), after.charAt(0)];
  if (!isPunctuation(previous)) return false;
  const isBesideArabic = isArabicContext(next) || (arabicClosing.test(previous) && isNonSpace(next));
  if (!isBesideArabic) return false;
  if (closing.test(previous)) return true;
  return !opening.test(previous) && isNonSpace(preceding) && !opening.test(preceding);
}

function isArabicContext(unit: string | undefined): boolean {
  return isArabic(unit) || (unit !== undefined && zeroWidth.test(unit));
}

/** Whether a unit is punctuation by CommonMark's definition, which includes symbols. */
function isPunctuation(unit: string | undefined): unit is string {
  return unit !== undefined && unit !== '' && unicodePunctuation(unit.charCodeAt(0));
}

function isNonSpace(unit: string | undefined): unit is string {
  return unit !== undefined && /\S/.test(unit);
}

/** Returns up to two UTF-16 code units before the tokenizer's current point, on the same line. */
function textBefore(context: TokenizeContext): string {
  const end = context.now();
  return sliceLine(context, { ...end, _bufferIndex: Math.max(0, end._bufferIndex - 2) }, end);
}

/** Returns up to two UTF-16 code units after the current point, on the same line. */
function textAfter(context: TokenizeContext): string {
  const start = context.now();
  return sliceLine(context, start, { ...start, _bufferIndex: start._bufferIndex + 2 });
}

/** Returns '' at the end of a line, where micromark's point lies between two chunks (`_bufferIndex` is -1). */
function sliceLine(context: TokenizeContext, start: Point, end: Point): string {
  return start._bufferIndex === -1 ? '' : context.sliceSerialize({ start, end });
}
