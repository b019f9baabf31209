import { unicodePunctuation } from 'micromark-util-character';
import type { Construct, Event, Extension, Point, Resolver, State, Token, TokenizeContext } from 'micromark-util-types';
import { bidiOverrides, invisible, isArabic, isArabicLetterOrMark } from '../lib/arabic/characters.ts';
import { hasAttachedStars } from '../lib/arabic/verse.ts';
import { type Match, pairRuns, type Run } from './pair-runs.ts';

const asterisk = 0x002a;
const underscore = 0x005f;
const tilde = 0x007e;

/** Curly quotation marks are in neither class: Arabic authors type “ and ” in either order. */
const opening = /[[\p{Ps}\p{Pi}]--[“”‘’„‟‚‛]]/v;
const closing = /[[\p{Pe}\p{Pf}.,:;!?…،؛؟۔]--[“”‘’„‟‚‛]]/v;
const arabicOpening = /﴿/;
const arabicClosing = /[،؛؟۔﴾]/;
const zeroWidth = new RegExp(`[${invisible}${bidiOverrides}]`);

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A run of `*` or `~~` that CommonMark has left alone. */
    unpairedSequence: 'unpairedSequence';
  }
}

/** Whether a sequence also opens or closes between an Arabic letter and punctuation. */
interface WideFlags {
  open: boolean;
  close: boolean;
}

const wideFlags = new WeakMap<Token, WideFlags>();
const constructsByFirstUse = new WeakMap<TokenizeContext, Set<Construct>>();

/**
 * Extends emphasis (`*`, `~~`): what CommonMark and GFM leave alone also opens or closes between an Arabic letter and
 * punctuation.
 *
 * CommonMark's rules for left- and right-flanking delimiter runs want a space or punctuation there
 * (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run), but Arabic writes a clitic without a space:
 * `و**«الأهرام»**`, `**«الأهرام»**و«الأخبار»`, `**القاهرة،**ثم`. Sequences are paired by those rules first; those that
 * are alone then, and beside each other, are paired once more by the wider ones.
 */
export function arabicEmphasis(attention: Construct, strikethrough: Construct): Extension {
  const resolveAll: Resolver = (events, context) => {
    keepStarsOfVerse(events, context);
    turnInvertedPairs(events, context);
    const plain = [...(constructsByFirstUse.get(context) ?? [])].reduce(
      (resolved, construct) => construct.resolveAll?.(resolved, context) ?? resolved,
      events,
    );
    return pairUnpaired(keepUnpaired(plain), context);
  };
  const resolveInside: Resolver = (events, context) =>
    keepUnpaired(
      [strikethrough, attention].reduce(
        (resolved, { resolveAll }) => resolveAll?.(resolved, context) ?? resolved,
        events,
      ),
    );
  const extend = (construct: Construct, isWide: boolean): Construct => ({
    ...construct,
    resolveAll,
    tokenize: notingFlags(construct, isWide),
  });
  return {
    text: {
      [asterisk]: extend(attention, true),
      [underscore]: extend(attention, false),
      [tilde]: extend(strikethrough, true),
    },
    insideSpan: { null: [{ resolveAll: resolveInside }] },
  };
}

/** Wraps the tokenizer of a construct, so that it notes which sequences Arabic lets open and close. */
function notingFlags(construct: Construct, isWide: boolean): Construct['tokenize'] {
  return function (effects, ok, nok) {
    const before = textBefore(this);
    const note: State = (code) => {
      const used = constructsByFirstUse.get(this) ?? new Set();
      constructsByFirstUse.set(this, used.add(construct));
      const sequence = this.events.at(-1)?.[1];
      const after = textAfter(this);
      if (sequence && isWide)
        wideFlags.set(sequence, { open: opensBesideArabic(before, after), close: closesBesideArabic(before, after) });
      return ok(code);
    };
    return construct.tokenize.call(this, effects, note, nok);
  };
}

/** Sets the sequences apart that have become text, before micromark joins them with the text around them. */
function keepUnpaired(events: Event[]): Event[] {
  for (const [, token] of events) if (token.type === 'data' && wideFlags.has(token)) token.type = 'unpairedSequence';
  return events;
}

/** Pairs the sequences that are alone, each with one that has the same parent; the others become text. */
function pairUnpaired(events: Event[], context: TokenizeContext): Event[] {
  const pieces = new Map<Token, Event[]>();
  for (const tokens of unpairedByParent(events).values()) {
    const runs = tokens.map((token) => toRun(token, context, true));
    for (const [token, piece] of splitSequences(tokens, pairRuns(runs), context)) pieces.set(token, piece);
  }
  for (const [, token] of events) if (token.type === 'unpairedSequence') token.type = 'data';
  if (pieces.size === 0) return events;
  // micromark holds on to this array.
  const before = events.splice(0);
  for (const event of before) {
    const piece = pieces.get(event[1]);
    if (piece === undefined) events.push(event);
    else if (event[0] === 'enter') events.push(...piece);
  }
  return events;
}

function unpairedByParent(events: readonly Event[]): Map<Token | undefined, Token[]> {
  const found = new Map<Token | undefined, Token[]>();
  const open: Token[] = [];
  for (const [kind, token] of events) {
    if (kind === 'exit') {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (token.type === 'unpairedSequence') {
      const siblings = found.get(parent) ?? [];
      siblings.push(token);
      found.set(parent, siblings);
    }
    open.push(token);
  }
  return found;
}

function toRun(token: Token, context: TokenizeContext, isWide: boolean): Run {
  const wide = isWide ? wideFlags.get(token) : undefined;
  return {
    marker: context.sliceSerialize(token).charAt(0),
    length: token.end.offset - token.start.offset,
    open: token._open === true || wide?.open === true,
    close: token._close === true || wide?.close === true,
  };
}

const tokenTypes = {
  1: { group: 'emphasis', sequence: 'emphasisSequence', text: 'emphasisText' },
  2: { group: 'strong', sequence: 'strongSequence', text: 'strongText' },
  '~': { group: 'strikethrough', sequence: 'strikethroughSequence', text: 'strikethroughText' },
} as const;

/** Returns the events that take the place of each paired sequence: closings, what is left as text, openings. */
function splitSequences(
  tokens: readonly Token[],
  matches: readonly Match[],
  context: TokenizeContext,
): Map<Token, Event[]> {
  const parts = new Map<Token, { rest: Token; closings: Event[]; openings: Event[] }>();
  const partsOf = (index: number) => {
    const token = tokens[index] as Token;
    const known = parts.get(token) ?? { rest: { ...token, type: 'data' }, closings: [], openings: [] };
    parts.set(token, known);
    return known;
  };
  for (const { opening, closing, use } of matches) {
    const [first, second] = [partsOf(opening), partsOf(closing)];
    const isStrikethrough = context.sliceSerialize(first.rest).startsWith('~');
    const types = tokenTypes[isStrikethrough ? '~' : use === 2 ? 2 : 1];
    const openingSequence = token(types.sequence, moved(first.rest.end, -use), first.rest.end);
    const closingSequence = token(types.sequence, second.rest.start, moved(second.rest.start, use));
    const group = token(types.group, openingSequence.start, closingSequence.end);
    const text = token(types.text, openingSequence.end, closingSequence.start);
    first.rest.end = openingSequence.start;
    second.rest.start = closingSequence.end;
    first.openings.unshift(enter(group), enter(openingSequence), exit(openingSequence), enter(text));
    second.closings.push(exit(text), enter(closingSequence), exit(closingSequence), exit(group));
  }
  return new Map(
    [...parts].map(([sequence, { rest, closings, openings }]) => {
      const remains = rest.start.offset < rest.end.offset ? [enter(rest), exit(rest)] : [];
      return [sequence, [...closings, ...remains, ...openings]];
    }),
  );

  function enter(entered: Token): Event {
    return ['enter', entered, context];
  }

  function exit(exited: Token): Event {
    return ['exit', exited, context];
  }
}

function token(type: Token['type'], start: Point, end: Point): Token {
  return { type, start: { ...start }, end: { ...end } };
}

/** Moves a point within its line and chunk. */
function moved(point: Point, by: number): Point {
  const { column, offset, _bufferIndex } = point;
  return { ...point, column: column + by, offset: offset + by, _bufferIndex: _bufferIndex + by };
}

/** Three stars that divide verse, as in «العزائم***وتأتي», are no emphasis, which would glue the halves. */
function keepStarsOfVerse(events: readonly Event[], context: TokenizeContext): void {
  const tokens = events.flatMap(([kind, token]) =>
    kind === 'enter' && token.type === 'attentionSequence' && isThreeStars(token, context) ? [token] : [],
  );
  const [first, last] = [events[0]?.[1], events.at(-1)?.[1]];
  if (tokens.length === 0 || !first || !last) return;
  if (!hasAttachedStars(context.sliceSerialize({ start: first.start, end: last.end }).replace(/\r\n?/g, '\n'))) return;
  for (const token of tokens) {
    token._open = false;
    token._close = false;
  }
}

function isThreeStars(token: Token, context: TokenizeContext): boolean {
  const { start, end } = token;
  if (end.offset - start.offset !== 3 || context.sliceSerialize(token) !== '***') return false;
  return [
    sliceLine(context, { ...start, _bufferIndex: start._bufferIndex - 1 }, start),
    sliceLine(context, end, { ...end, _bufferIndex: end._bufferIndex + 1 }),
  ].every(isArabicLetterOrMark);
}

/**
 * In `و**«أ»**و**«ب»**ثم`, CommonMark pairs the two sequences in the middle, as if the clitic alone were strong, and
 * leaves those at the ends alone. Such pairs are turned round: the first two and the last two enclose emphasis.
 */
function turnInvertedPairs(events: readonly Event[], context: TokenizeContext): void {
  const entered = events.flatMap(([kind, token]) => (kind === 'enter' ? [token] : []));
  if (entered.some(({ type }) => type === 'strikethroughSequenceTemporary')) return;
  const tokens = entered.filter(({ type }) => type === 'attentionSequence');
  if (tokens.length < 4) return;
  const mates = new Map<number, number>();
  for (const { opening, closing } of pairRuns(tokens.map((token) => toRun(token, context, false)))) {
    mates.set(opening, closing).set(closing, opening);
  }
  const wide = tokens.map((token) => toRun(token, context, true));
  for (let first = 0; first < tokens.length; first += 1) {
    if (mates.has(first) || !wide[first]?.open) continue;
    let last = first + 1;
    while (mates.get(last) === last + 1 && wide[last]?.close && wide[last + 1]?.open) last += 2;
    const turned = wide.slice(first, last + 1);
    const isAlike = turned.every(({ marker, length }) => marker === turned[0]?.marker && length === turned[0]?.length);
    if (last === first + 1 || mates.has(last) || !wide[last]?.close || !isAlike) continue;
    for (const [index, token] of tokens.slice(first, last + 1).entries()) {
      token._open = index % 2 === 0;
      token._close = !token._open;
    }
    first = last;
  }
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
