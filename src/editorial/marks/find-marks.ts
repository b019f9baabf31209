import type { Nodes, Root } from 'mdast';
import { hasArabicLetter } from '../../lib/arabic/characters.ts';
import { toLatinDigits } from '../../lib/arabic/digits.ts';
import { opaque } from '../../lib/arabic/protected-spans.ts';
import { type Edit, shiftEdits, withEdits } from '../../lib/tracked-text.ts';
import type { RuleId } from '../../schema/rules.ts';
import type { BodyInFile, ParsedBody } from '../body-source.ts';
import { findSourceProse, type PlacedProse, parseBody, sourceOffset } from '../markdown-prose.ts';
import { type Observation, toFileEdits } from '../review-prose.ts';
import { lossTexts, markTexts } from '../rules.ts';
import { findEmphasisMarks } from './emphasis-marks.ts';
import { findForeignMarks } from './foreign-marks.ts';
import { findHeadingMarks } from './heading-marks.ts';
import { findImageMarks } from './image-marks.ts';
import { findLineMarks } from './line-marks.ts';
import { findLinkMarks } from './link-marks.ts';
import type { Loss } from './loss.ts';
import { findLosses, nodesIn } from './lost-text.ts';
import { type DefinedLabels, type Mark, type MarkedBlock, mayBeVerse } from './mark.ts';
import { findRunOnItems } from './run-on-items.ts';
import { findTableMarks } from './table-marks.ts';

/** An observation with everything that mends its place. */
export interface MarkupObservation extends Observation {
  /** Edits of the file, in order; empty if the correction is unknown. */
  edits: Edit[];
}

/** Finds markup that readers would see, and text that they would not see, in a body. */
export function findMarkup(text: string, { format, parsed }: BodyInFile & { parsed: ParsedBody }): MarkupObservation[] {
  const defined = findDefinedLabels(parsed.tree);
  const blocks = parsed.prose.filter(({ node }) => node.type !== 'image').map((prose) => openBlock(prose, defined));
  return [
    ...blocks.flatMap((block) => observeMarks(block, text, parsed, format)),
    ...findHeadingMarks(parsed.tree, parsed.source).map((loss) => observeLoss('visible-marks', loss, parsed, text)),
    ...findTableMarks(parsed.tree, parsed.source).map((loss) => observeLoss('visible-marks', loss, parsed, text)),
    ...findRunOnItems(parsed.tree, parsed.source).map((loss) => observeLoss('visible-marks', loss, parsed, text)),
    ...findEmptyLinks(parsed.tree).map((loss) => observeLoss('visible-marks', loss, parsed, text)),
    ...findImageMarks(nodesIn(parsed.tree), parsed.source).map((loss) =>
      observeLoss('visible-marks', loss, parsed, text),
    ),
    ...findLosses(parsed.tree, parsed.source).map((loss) => observeLoss('lost-text', loss, parsed, text)),
  ];
}

function findDefinedLabels(tree: Root): DefinedLabels {
  const links = new Set<string>();
  const footnotes = new Map<string, string>();
  const written = new Map<string, NoteCounts>();
  const read = (node: Nodes): void => {
    if (node.type === 'definition') links.add(node.identifier);
    if (node.type === 'footnoteDefinition') footnotes.set(toLatinDigits(node.identifier), node.identifier);
    if (node.type === 'text') countNotes(node.value, written);
    if ('children' in node) for (const child of node.children) read(child);
  };
  read(tree);
  const isNote = (label: string) => written.get(label)?.starts === 1 && (written.get(label)?.references ?? 0) > 0;
  return { links, footnotes, withoutColon: new Set([...written.keys()].filter((label) => isNote(label))) };
}

interface NoteCounts {
  starts: number;
  references: number;
}

/** Counts the marks of notes in a text: those at the beginning of a line, with words behind them, and the others. */
function countNotes(text: string, written: Map<string, NoteCounts>): void {
  for (const { 0: mark, 1: label = '', index } of text.matchAll(/\[\^([^\][\s]{1,40})\]/g)) {
    const end = index + mark.length;
    const isStart = (index === 0 || text[index - 1] === '\n') && /^[ \u00A0]{1,5}\p{L}/u.test(text.slice(end, end + 6));
    const { starts, references } = written.get(label) ?? { starts: 0, references: 0 };
    written.set(label, isStart ? { starts: starts + 1, references } : { starts, references: references + 1 });
  }
}

function openBlock(prose: PlacedProse, defined: DefinedLabels): MarkedBlock {
  const typed = [...prose.text.split('')];
  for (const { start, spans } of prose.pieces)
    for (const [unit, span] of spans.entries())
      if (span.end - span.start > 1 && typed[start + unit] !== '\n') typed[start + unit] = opaque;
  return { ...prose, typed: typed.join(''), defined };
}

function marksIn(block: MarkedBlock): Mark[] {
  const links = findLinkMarks(block);
  const rest = { ...block, typed: withoutRanges(block.typed, links) };
  const found = [
    ...links,
    ...findForeignMarks(rest),
    ...findLineMarks(rest),
    ...(hasArabicLetter(block.text) && !mayBeVerse(block) ? findEmphasisMarks(rest) : []),
  ];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function withoutRanges(text: string, ranges: readonly Pick<Mark, 'start' | 'end'>[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    kept += text.slice(at, start) + opaque.repeat(end - start);
    at = end;
  }
  return kept + text.slice(at);
}

function observeMarks(block: MarkedBlock, text: string, parsed: ParsedBody, format: 'md' | 'mdx'): MarkupObservation[] {
  const marks = marksIn(block);
  const certain = new Set(keepWhatMends(marks, block, text, parsed, format));
  return marks.map((mark) => {
    const at = sourceOffset(block, mark.start);
    const edits = isPartOfMarkup(mark, at, text) ? [] : toFileEdits(mark.edits, block);
    const until = sourceOffset(block, mark.end - 1) + 1;
    return { ...observe('visible-marks', at, markTexts[mark.kind], edits, certain.has(mark), text), until };
  });
}

/** Whether Markdown has read a part of a sequence, `****`: without the rest, it would read it differently. */
function isPartOfMarkup({ kind, isCertain, start, end }: Mark, at: number, text: string): boolean {
  const sign = text.charAt(at);
  return kind === 'emphasis' && !isCertain && (text[at - 1] === sign || text[at + end - start] === sign);
}

function isFixable({ isCertain, edits }: Mark): boolean {
  return isCertain && edits.length > 0;
}

/** More marks in one block than this are mended all together or not at all. */
const mostTriedAlone = 10;

/** Returns the marks whose correction is certain and makes Markdown read the markup, without overlapping others. */
function keepWhatMends(
  all: readonly Mark[],
  block: MarkedBlock,
  text: string,
  { locate, source }: ParsedBody,
  format: 'md' | 'mdx',
): readonly Mark[] {
  const marks = all.filter(isFixable);
  if (marks.length === 0) return [];
  const start = locate(block.node.position?.start.offset ?? 0);
  const end = locate((block.node.position?.end.offset ?? source.length) - 1) + 1;
  const definitions = definitionsFor(text.slice(start, end), block.defined);
  const count = (edits: readonly Edit[]): number => {
    const edited = withEdits(text.slice(start, end), shiftEdits(edits, -start)) + definitions;
    const tree = parseBody(edited, format);
    if (!tree) return Number.POSITIVE_INFINITY;
    return findSourceProse(tree, edited)
      .filter(({ node }) => node.type !== 'image')
      .reduce((sum, prose) => sum + marksIn(openBlock(prose, block.defined)).length, 0);
  };
  // A cell by itself is a row without a table.
  const before = block.node.type === 'tableCell' ? count([]) : all.length;
  const mends = (some: readonly Mark[]): boolean => {
    const edits = some.flatMap((mark) => toFileEdits(mark.edits, block)).sort((a, b) => a.start - b.start);
    const isApart = edits.every((edit, index) => index === 0 || (edits[index - 1]?.end ?? 0) <= edit.start);
    return isApart && count(edits) <= before - some.length;
  };
  if (mends(marks)) return marks;
  const kept: Mark[] = [];
  if (marks.length > 1 && marks.length <= mostTriedAlone)
    for (const mark of marks) if (mends([...kept, mark])) kept.push(mark);
  return kept;
}

/** Writes definitions of the labels that occur in a text, so that it can be parsed by itself. */
function definitionsFor(text: string, { links, footnotes }: DefinedLabels): string {
  const typed = text.toLowerCase();
  const latin = toLatinDigits(typed);
  const used = [
    ...[...links].filter((label) => typed.includes(label)).map((label) => `[${label}]: /x`),
    ...[...footnotes].filter(([written]) => latin.includes(written)).map(([, label]) => `[^${label}]: x`),
  ];
  return used.length === 0 ? '' : `\n\n${used.join('\n')}`;
}

/** `[نص]()` is a link that leads nowhere. */
function findEmptyLinks(node: Nodes): Loss[] {
  if (node.type === 'link' && node.url === '' && node.children.length > 0)
    return [{ kind: 'empty-link', at: node.position?.start.offset ?? 0, edits: [], isCertain: false }];
  return 'children' in node ? node.children.flatMap(findEmptyLinks) : [];
}

function observeLoss(
  rule: RuleId,
  { kind, at, edits, isCertain }: Loss,
  parsed: ParsedBody,
  text: string,
): MarkupObservation {
  const { locate } = parsed;
  const inFile = edits.map(({ start, end, replacement }) => ({
    start: locate(start),
    end: start === end ? locate(start) : locate(end - 1) + 1,
    replacement,
  }));
  return observe(rule, locate(at), lossTexts[kind], inFile, isCertain, text);
}

function observe(
  rule: RuleId,
  at: number,
  message: string,
  edits: Edit[],
  isFixable: boolean,
  text: string,
): MarkupObservation {
  const observation = { rule, at, message, edits, isFixable };
  const correction = isFixable ? undefined : joined(edits, text);
  return correction ? { ...observation, correction } : observation;
}

/** Joins the edits in the line of the first one to a single edit. */
function joined(edits: readonly Edit[], text: string): Edit | undefined {
  const [first] = edits;
  if (!first) return undefined;
  const end = text.indexOf('\n', first.start);
  const inLine = edits.filter((edit) => end === -1 || edit.end <= end);
  const to = inLine.at(-1)?.end ?? first.end;
  return {
    start: first.start,
    end: to,
    replacement: withEdits(text.slice(first.start, to), shiftEdits(inLine, -first.start)),
  };
}
