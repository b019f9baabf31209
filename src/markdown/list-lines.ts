/** Decides from the lines around a mark whether it begins or continues a list. */
import { follows, type ListMark, readListMark } from '../lib/arabic/list-marks.ts';
import { readVerseHeading } from '../lib/arabic/verse.ts';
import type { SourceLines } from './source-lines.ts';

/** In lines: how far the next mark of a list may be. */
const farthest = 12;

const quotes = /^[ \t\u00A0>]*/;
const bullet = /^[-*+][ \t]/;
const startsWithDash = /^[-\u2010-\u2015\u2212]/;
const heading = /^[ \t]*#{1,6}[ \t]/;
/** What turns the line above into a heading, or into the first row of a table. */
const underline = /^[ \t]*(?:-+|=+)[ \t]*$|^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$/;

/** Whether a mark is the first of a list. Most marks need a second one, by which they cannot be mistaken. */
export function beginsList(mark: ListMark, place: SourceLines): boolean {
  const { lines, index, before, rest } = place;
  const below = unquoted(lines[index + 1]);
  if (underline.test(below) || endsInBreak(rest) || isInVerse(place)) return false;
  const above = interruptedLine(lines, index, before);
  if (above !== undefined && (endsInBreak(above) || (above.includes('|') && rest.includes('|')))) return false;
  if (mark.order.by === 'sign' && mark.order.isSure) return true;
  if (mark.order.by === 'dash') return isRunOfItems(place);
  const next = findNext(mark, place);
  if (mark.order.by === 'sign') return next?.distance === 1 || (above !== undefined && isUnderItem(place));
  if (next === undefined) return above !== undefined && followsEarlierMark(mark, lines, index);
  return isSureOrder(mark, next, place) && (above === undefined || follows(next.mark, mark));
}

/** Whether a mark is the next of its list. */
export function continuesList(mark: ListMark, last: ListMark, { lines, index, rest }: SourceLines): boolean {
  if (endsInBreak(rest)) return false;
  const isAfterBlank = unquoted(lines[index - 1]).trim() === '';
  // ❌ after ✅
  if (mark.kind !== last.kind) return isTypedSign(mark) && isTypedSign(last) && !isAfterBlank;
  if (follows(mark, last)) return true;
  return mark.order.by === 'number' && mark.order.isSure && !isAfterBlank;
}

function isTypedSign({ order, shownAs }: ListMark): boolean {
  return order.by === 'sign' && shownAs === 'typed';
}

interface NextMark {
  mark: ListMark;
  /** In lines. */
  distance: number;
  isAfterBlank: boolean;
}

/**
 * Finds the mark of the next item: any of the same kind in the line below, else the one that follows, in the same
 * paragraph or at the beginning of the next.
 */
function findNext(mark: ListMark, { lines, index, before }: SourceLines): NextMark | undefined {
  const depth = quoteDepth(before);
  let isAfterBlank = false;
  for (let distance = 1; distance <= farthest; distance += 1) {
    const line = lines[index + distance];
    if (line === undefined || quoteDepth(line) !== depth) return undefined;
    const text = unquoted(line);
    if (text.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const next = readListMark(text);
    if (next?.kind === mark.kind && (distance === 1 || follows(next, mark)))
      return { mark: next, distance, isAfterBlank };
    if (isAfterBlank) return undefined;
  }
  return undefined;
}

/** Whether the order of two marks leaves no doubt that they are those of a list. */
function isSureOrder({ order }: ListMark, next: NextMark, place: SourceLines): boolean {
  if (order.by === 'letter')
    return follows(next.mark, { ...next.mark, order }) && (order.isSure || order.letter === 'أ');
  if (order.by !== 'number') return true;
  // «1- 50 ألفًا» may be a score, unless 2 and 3 come after it.
  if (!order.isSure || (next.mark.order.by === 'number' && !next.mark.order.isSure))
    return order.number === 1 && next.distance === 1 && isFollowedTwice(next.mark, place);
  return !next.isAfterBlank || order.number === 1;
}

function isFollowedTwice(second: ListMark, { lines, index }: SourceLines): boolean {
  const third = readListMark(unquoted(lines[index + 2]));
  return second.order.by === 'number' && second.order.number === 2 && third !== undefined && follows(third, second);
}

/** Whether a line with a dash is one of several, of which none ends as speech does. */
function isRunOfItems({ lines, index }: SourceLines): boolean {
  let items = 1;
  for (const step of [-1, 1]) {
    for (let at = index + step; Math.abs(at - index) <= farthest; at += step) {
      const text = unquoted(lines[at]);
      if (bullet.test(text) || readListMark(text)?.order.by === 'dash') items += 1;
      else if (startsWithDash.test(text)) return false;
      else break;
    }
  }
  return items > 1;
}

/** Whether signs stand under the item of a list of bullets, perhaps under other signs. */
function isUnderItem({ lines, index }: SourceLines): boolean {
  for (let distance = 1; distance <= farthest; distance += 1) {
    const text = unquoted(lines[index - distance]);
    if (bullet.test(text)) return true;
    const order = readListMark(text)?.order;
    if (order?.by !== 'sign') return false;
    if (order.isSure) return true;
  }
  return false;
}

/** Whether the mark before this one is above it in the same paragraph, as the first mark of the list was. */
function followsEarlierMark(mark: ListMark, lines: readonly string[], index: number): boolean {
  if (!isSure(mark)) return false;
  for (let distance = 1; distance <= farthest; distance += 1) {
    const text = unquoted(lines[index - distance]);
    if (text.trim() === '') return false;
    const earlier = readListMark(text);
    if (earlier && isSure(earlier) && follows(mark, earlier)) return true;
  }
  return false;
}

function isSure({ order }: ListMark): boolean {
  return order.by !== 'dash' && order.isSure;
}

/** Returns the line of a paragraph or list that a mark interrupts; undefined after an empty line or a heading. */
function interruptedLine(lines: readonly string[], index: number, before: string): string | undefined {
  if (unquoted(before) !== '') return undefined;
  const above = unquoted(lines[index - 1]);
  return above.trim() === '' || heading.test(above) ? undefined : above;
}

/** What may stand around the word «شعر». */
const markup = /^#{1,6}[ \t]+|\*\*/g;

/** In lines: how far above a line the word is searched for that makes a quotation verse. */
const longestPoem = 200;

/** Whether a line stands in a quotation of verse, where a dash begins speech or the poet's name. */
export function isInVerse({ lines, index, before }: SourceLines): boolean {
  const depth = quoteDepth(before);
  if (depth === 0) return false;
  let first = index;
  while (index - first < longestPoem && quoteDepth(lines[first - 1] ?? '') === depth) first -= 1;
  return readVerseHeading(unquoted(lines[first]).replace(markup, '')) !== undefined;
}

/** A line that ends in `\` is broken there on purpose: its marks are in the right place. */
function endsInBreak(line: string): boolean {
  return /(?<!\\)\\$/.test(line.slice(-2));
}

function unquoted(line = ''): string {
  return line.replace(quotes, '');
}

function quoteDepth(line: string): number {
  return (quotes.exec(line)?.[0] ?? '').split('>').length - 1;
}
