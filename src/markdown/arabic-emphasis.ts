import { unicodePunctuation } from 'micromark-util-character';
import type { Construct, Point, TokenizeContext } from 'micromark-util-types';
import { bidiControls, invisible, isArabic } from '../lib/arabic/characters.ts';

/** “ ” are neither: Arabic authors type them in either order. */
const opening = /[[\p{Ps}\p{Pi}]--[“”‘’„‟‚‛]]/v;
const closing = /[[\p{Pe}\p{Pf}.,:;!?…،؛؟۔]--[“”‘’„‟‚‛]]/v;
const arabicOpening = /﴿/;
const arabicClosing = /[،؛؟۔﴾]/;
const withoutWidth = new RegExp(`[${invisible}${bidiControls}]`);

/**
 * Emphasis (`*`, `~~`) that also opens and closes between an Arabic letter and punctuation. CommonMark 0.31 wants a space
 * or punctuation there (rules of flanking, §6.2), where Arabic writes a clitic: `و**«الأهرام»**`, `**«الأهرام»**و«الأخبار»`,
 * `**القاهرة،**ثم`. The rule of three and the pairing stay CommonMark's; nothing that opens or closes there ceases to.
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
          if (sequence && opensBetween(before, after)) sequence._open = true;
          if (sequence && closesBetween(before, after)) sequence._close = true;
          return ok(code);
        },
        nok,
      );
    },
  };
}

/** A mark that may do either, like ", opens where something is written after it, and closes where something is before it. */
function opensBetween(before: string, after: string): boolean {
  const [previous, next, following] = [before.at(-1), after.charAt(0), after.charAt(1)];
  const isBesideArabic = isArabicContext(previous) || (arabicOpening.test(next) && isWritten(previous));
  if (!isBesideArabic || !isPunctuation(next)) return false;
  if (opening.test(next) || after === '![') return true;
  return !closing.test(next) && isWritten(following) && !closing.test(following);
}

function closesBetween(before: string, after: string): boolean {
  const [preceding, previous, next] = [before.at(-2), before.at(-1), after.charAt(0)];
  if (!isPunctuation(previous)) return false;
  const isBesideArabic = isArabicContext(next) || (arabicClosing.test(previous) && isWritten(next));
  if (!isBesideArabic) return false;
  if (closing.test(previous)) return true;
  return !opening.test(previous) && isWritten(preceding) && !opening.test(preceding);
}

function isArabicContext(unit: string | undefined): boolean {
  return isArabic(unit) || (unit !== undefined && withoutWidth.test(unit));
}

/** As CommonMark counts it: symbols too. */
function isPunctuation(unit: string | undefined): unit is string {
  return unit !== undefined && unit !== '' && unicodePunctuation(unit.charCodeAt(0));
}

function isWritten(unit: string | undefined): unit is string {
  return unit !== undefined && /\S/.test(unit);
}

/** The two units before the tokenizer's place, as far as its line goes. */
function textBefore(context: TokenizeContext): string {
  const end = context.now();
  return sliceLine(context, { ...end, _bufferIndex: Math.max(0, end._bufferIndex - 2) }, end);
}

/** The two units after it. */
function textAfter(context: TokenizeContext): string {
  const start = context.now();
  return sliceLine(context, start, { ...start, _bufferIndex: start._bufferIndex + 2 });
}

/** '' at the end of the line, where the parser's place is not within a string (`_bufferIndex` is -1). */
function sliceLine(context: TokenizeContext, start: Point, end: Point): string {
  return start._bufferIndex === -1 ? '' : context.sliceSerialize({ start, end });
}
