import { type Edit, shiftEdits, withEdits } from '../lib/tracked-text.ts';
import type { Problem } from '../schema/problem.ts';
import { type RuleId, ruleIds } from '../schema/rules.ts';
import type { Lines } from './lines.ts';
import type { Observation } from './review-prose.ts';
import { ruleTexts } from './rules.ts';

/** Something in a text that a rule does not let pass. The build goes on all the same. */
export interface Finding extends Problem {
  rule: RuleId;
  /** `npm run check -- --fix` mends it. */
  isFixable: boolean;
  excerpt: Excerpt;
}

/** The words around a place, since a paragraph is one long line. */
export interface Excerpt {
  typed: string;
  /** Index of the place in `typed`. */
  at: number;
  /** The same words as they should be, where that is known. */
  meant?: string;
}

/** A file that has been held against the rules. */
export interface Reviewed {
  file: string;
  text: string;
  lines: Lines;
  /** What mends it, in order. */
  edits: readonly Edit[];
  /** Of the mended text. */
  fixedLines: Lines;
}

/** What is told of an observation. */
export function toFinding({ rule, at, isFixable, correction }: Observation, reviewed: Reviewed): Finding {
  const { file, lines, fixedLines } = reviewed;
  const { line, column } = lines.placeOf(at);
  const suggestion = isFixable ? fixedLines.textOf(line) : correction && corrected(correction, line, lines);
  return {
    file,
    line,
    column,
    source: lines.textOf(line),
    rule,
    isFixable,
    message: ruleTexts[rule].message,
    ...(suggestion !== undefined && { suggestion }),
    excerpt: excerptAround(at, isFixable ? reviewed.edits : correction ? [correction] : [], reviewed),
  };
}

/** Of several observations of one rule in one line, the first. */
export function oncePerLine(observations: readonly Observation[], lines: Lines): Observation[] {
  const told = new Set<string>();
  return observations.filter(({ rule, at }) => {
    const place = `${lines.placeOf(at).line} ${rule}`;
    const isNew = !told.has(place);
    told.add(place);
    return isNew;
  });
}

const excerptReach = 24;

/** Whole words on both sides of a place, within its line. */
function excerptAround(at: number, edits: readonly Edit[], { text, lines }: Reviewed): Excerpt {
  const { line } = lines.placeOf(at);
  const lineStart = lines.startOf(line);
  const lineEnd = lineStart + lines.textOf(line).length;
  const before = text.slice(Math.max(lineStart, at - excerptReach), at);
  const after = text.slice(at, Math.min(lineEnd, at + excerptReach));
  const start = at - excerptReach <= lineStart ? lineStart : at - (before.length - before.search(/(?<=\s)\S|$/));
  const word = /^\S*/.exec(text.slice(at, lineEnd))?.[0].length ?? 0;
  const end = at + excerptReach >= lineEnd ? lineEnd : at + Math.max(after.search(/\s\S*$/), word, 1);
  const typed = text.slice(start, end);
  const within = edits.filter((edit) => edit.start >= start && edit.end <= end);
  const meant = withEdits(typed, shiftEdits(within, -start));
  return { typed, at: at - start, ...(within.length > 0 && { meant }) };
}

export function inTextOrder(observations: readonly Observation[]): Observation[] {
  return observations.toSorted((a, b) => a.at - b.at || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule));
}

function corrected(edit: Edit, line: number, lines: Lines): string {
  return withEdits(lines.textOf(line), shiftEdits([edit], -lines.startOf(line)));
}
