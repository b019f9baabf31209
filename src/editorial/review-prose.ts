import { hasArabicLetter } from '../lib/arabic/characters.ts';
import { findProtectedSpans, maskSpans } from '../lib/arabic/protected-spans.ts';
import { reviseText } from '../lib/arabic/typography.ts';
import type { TypographyRule } from '../lib/arabic/typography-rules.ts';
import { findAlignedGaps, type Range, rulesForVerse } from '../lib/arabic/verse.ts';
import { findWireCopy } from '../lib/arabic/wire-copy.ts';
import { findSuggestions, findTanweenBeforeAlef, type Suggestion } from '../lib/arabic/wording.ts';
import { bisect } from '../lib/bisect.ts';
import { placeEdits } from '../lib/text-pieces.ts';
import type { Edit } from '../lib/tracked-text.ts';
import type { RuleId } from '../schema/rules.ts';
import type { FindHouseStyle } from './house-style.ts';
import { type SourcePiece, type SourceProse, sourceOffset } from './markdown-prose.ts';

/** A violation of a rule at a place in a file. */
export interface Observation {
  rule: RuleId;
  /** Offset in the file. */
  at: number;
  /** Whether `--fix` corrects it. */
  isFixable: boolean;
  /** Offset in the file at which the violation ends, if it is longer than a word. */
  until?: number;
  /** What is wrong here, if the rule finds several kinds of mistakes. */
  message?: string;
  /** A suggestion that the author has to decide on. */
  correction?: Edit;
}

/** The rules that a site has switched on. */
export interface Rulebook {
  /** The rules that correct automatically and are not switched off, in the order in which they run. */
  typography: readonly TypographyRule[];
  isOn(rule: RuleId): boolean;
  findHouseStyle: FindHouseStyle;
}

export interface ReviewedProse {
  /** The automatic corrections, as edits of `SourceProse.text`. */
  revision: Edit[];
  observations: Observation[];
}

/** Applies the rules to one block; `isExempt` takes an offset in the file. */
export function reviewProse(
  prose: SourceProse,
  { typography, isOn, findHouseStyle }: Rulebook,
  isExempt: (rule: RuleId, offset: number) => boolean,
): ReviewedProse {
  const { text, isVerse = false, doubtfulGaps = [] } = prose;
  const isUnread = findUnread(text);
  const isAligned = isWithin(findAlignedGaps(text));
  const rules = rulesFor(typography, isVerse, doubtfulGaps.length > 0).map((rule) => ({
    ...rule,
    isExempt: (index: number) =>
      isUnread(index) ||
      (rule.id === 'spaces' && isAligned(index)) ||
      isExempt(rule.id, sourceOffset(prose, index)) ||
      (rule.id === 'tatweel' && isAfterMarkup(prose, index)),
  }));
  const { edits, changes } = reviseText(text, rules);
  const fixes = changes.map(({ rule, at }) => ({ rule, at: sourceOffset(prose, at), isFixable: true }));
  const suggestions = [...findAllSuggestions(text, findHouseStyle), ...doubtfulGaps.map(toVerse)]
    .filter(({ rule }) => !(isVerse && usualInVerse.has(rule)))
    .map((suggestion) => ({ ...suggestion, at: sourceOffset(prose, suggestion.start) }))
    .filter(({ rule, at }) => isOn(rule) && !isExempt(rule, at))
    .map(({ rule, at, ...suggestion }): Observation => {
      const correction = correctionOf(suggestion, prose);
      return { rule, at, isFixable: false, ...(correction && { correction }) };
    });
  return { revision: keepOuterSpaces(edits, prose), observations: [...fixes, ...suggestions] };
}

/** Of two spaces on both sides of the end of a link or of emphasis, removes the one inside: `[نص ](url) نص`. */
function keepOuterSpaces(edits: readonly Edit[], { text, pieces }: SourceProse): Edit[] {
  return edits.map((edit, index) => {
    const { start, end, replacement } = edit;
    const isOneSpace = end === start + 1 && replacement === '' && text.slice(start - 1, end) === '  ';
    if (!isOneSpace || (edits[index - 1]?.end ?? 0) >= start) return edit;
    const next = bisect(pieces.length, (at) => (pieces[at]?.start ?? 0) >= start);
    const [inner, outer] = [pieces[next - 1], pieces[next]];
    const isAtEnd = inner?.end === start && outer?.start === start && inner.depth > outer.depth;
    return isAtEnd ? { start: start - 1, end: start, replacement } : edit;
  });
}

/** What is no mistake in verse: it repeats words, and its tashkeel stays as typed. */
const usualInVerse: ReadonlySet<RuleId> = new Set(['dup-word', 'tanween-order']);

/** Returns the rules for a block: in verse those that keep its spaces, and none that would close a doubtful gap. */
function rulesFor(typography: readonly TypographyRule[], isVerse: boolean, isDoubtful: boolean) {
  if (isVerse) return rulesForVerse(typography);
  return isDoubtful ? typography.filter(({ id }) => id !== 'spaces' && id !== 'ellipsis') : typography;
}

/** Proposes the divider that makes verse of a line, whatever its length. */
function toVerse({ start, end }: Range): Suggestion<RuleId> {
  return { rule: 'verse', start, end, meant: [' *** '] };
}

/** Markup that Markdown does not read: the address of a link, `[caption id="…"]`, `{{< … >}}`, `<! -- … -->`. */
const unread =
  /<!\s?[-–—]{1,3}[^<>\n]{1,300}?[-–—]{1,3}\s?>|\]\([^\n]{0,1000}?\)|\[\/?[a-z][a-z0-9_-]{0,40}[ =][^\][\n]{0,500}\]|\{[{%][^{}\n]{0,300}[%}]\}/g;

/** Returns a predicate for the indexes in markup that Markdown does not read, which is no prose either. */
function findUnread(text: string): (index: number) => boolean {
  if (!/<!|\]\(|\[\/?[a-z]|\{[{%]/.test(text)) return () => false;
  const ranges = [...text.matchAll(unread)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return (index) => {
    const next = bisect(ranges.length, (at) => (ranges[at]?.end ?? 0) > index);
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) < index;
  };
}

/** Returns a predicate for the indexes in ranges that are in order. */
function isWithin(ranges: readonly Range[]): (index: number) => boolean {
  return (index) => {
    const next = bisect(ranges.length, (at) => (ranges[at]?.end ?? 0) > index);
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) <= index;
  };
}

/** Converts edits of a block's text to edits of the file. */
export function toFileEdits(edits: readonly Edit[], { pieces }: SourceProse): Edit[] {
  return placeEdits(edits, pieces).map(({ piece, edit }) => toFileEdit(edit, piece));
}

function toFileEdit({ start, end, replacement }: Edit, { spans }: SourcePiece): Edit {
  const before = spans[start - 1];
  const from = start === end && before !== undefined ? before.end : (spans[start]?.start ?? before?.end ?? 0);
  return { start: from, end: start === end ? from : (spans[end - 1]?.end ?? from), replacement };
}

/** Whether markup ends before a unit: in `**المصدر**ـ`, the tatweel takes the place of a dash or a colon. */
function isAfterMarkup({ pieces }: SourceProse, index: number): boolean {
  const next = bisect(pieces.length, (at) => (pieces[at]?.start ?? 0) >= index);
  return index > 0 && pieces[next]?.start === index;
}

function findAllSuggestions(text: string, findHouseStyle: FindHouseStyle): Suggestion<RuleId>[] {
  if (!hasArabicLetter(text)) return [];
  const masked = maskSpans(text, findProtectedSpans(text));
  return [
    ...findSuggestions(masked),
    ...findTanweenBeforeAlef(masked),
    ...findWireCopy(masked),
    ...findHouseStyle(masked),
  ];
}

function correctionOf({ start, end, meant }: Pick<Suggestion, 'start' | 'end' | 'meant'>, prose: SourceProse) {
  const [only, another] = meant;
  if (only === undefined || another !== undefined) return undefined;
  const [edit, more] = toFileEdits([{ start, end, replacement: only }], prose);
  return more === undefined ? edit : undefined;
}
