import { bisect } from '../lib/bisect.ts';
import { type Edit, shiftEdits, withEdits } from '../lib/tracked-text.ts';
import type { Problem } from '../schema/problem.ts';
import { type RuleId, ruleIds } from '../schema/rules.ts';
import type { Lines } from './lines.ts';
import type { Observation } from './review-prose.ts';
import { ruleTexts } from './rules.ts';

/** A violation of a rule as the report shows it. Unlike a `Problem`, it does not stop the build. */
export interface Finding extends Problem {
  rule: RuleId;
  /** Whether `npm run check -- --fix` corrects it. */
  isFixable: boolean;
  excerpt: Excerpt;
}

/** The words around a finding, since its line may be a whole paragraph. */
export interface Excerpt {
  typed: string;
  /** Index of the finding in `typed`. */
  at: number;
  /** The same words corrected, if the correction is known. */
  meant?: string;
}

/** A file after the rules were applied to it. */
export interface Reviewed {
  file: string;
  text: string;
  lines: Lines;
  /** All fixes, in order. */
  edits: readonly Edit[];
}

/** Adds to an observation what a report shows: its line, message, correction and excerpt. */
export function toFinding(
  { rule, at, until, isFixable, correction, message }: Observation,
  reviewed: Reviewed,
): Finding {
  const { file, lines, edits } = reviewed;
  const { line, column } = lines.placeOf(at);
  const suggestion = isFixable ? corrected(edits, line, lines) : correction && corrected([correction], line, lines);
  return {
    file,
    line,
    column,
    source: lines.textOf(line),
    rule,
    isFixable,
    message: message ?? ruleTexts[rule].message,
    ...(suggestion !== undefined && { suggestion }),
    excerpt: excerptAround(at, until ?? at, isFixable ? reviewed.edits : correction ? [correction] : [], reviewed),
  };
}

/** Keeps only the first observation of each rule in each line, or of each message of a rule. */
export function oncePerLine(observations: readonly Observation[], lines: Lines): Observation[] {
  const seen = new Set<string>();
  return observations.filter(({ rule, at, message = '' }) => {
    const place = `${lines.placeOf(at).line} ${rule} ${message}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** Characters on each side of a finding. */
const excerptReach = 24;
/** Characters of a violation that are shown; a line may be a whole paragraph. */
const longestExcerpt = 200;

/** Cuts out the whole words on both sides of a violation, within its line. */
function excerptAround(at: number, until: number, edits: readonly Edit[], { text, lines }: Reviewed): Excerpt {
  const { line } = lines.placeOf(at);
  const lineStart = lines.startOf(line);
  const lineEnd = lineStart + lines.textOf(line).length;
  const before = text.slice(Math.max(lineStart, at - excerptReach), at);
  const after = text.slice(at, Math.min(lineEnd, at + excerptReach));
  const start = at - excerptReach <= lineStart ? lineStart : at - (before.length - before.search(/(?<=\s)\S|$/));
  const last = Math.min(Math.max(at, until - 1), at + longestExcerpt, lineEnd);
  const word = last - at + (/^\S*/.exec(text.slice(last, lineEnd))?.[0].length ?? 0);
  const end = at + excerptReach >= lineEnd ? lineEnd : at + Math.max(after.search(/\s\S*$/), word, 1);
  const typed = text.slice(start, end);
  const within = editsBetween(edits, start, end);
  const meant = withEdits(typed, shiftEdits(within, -start));
  return { typed, at: at - start, ...(within.length > 0 && { meant }) };
}

/** Returns the edits that are wholly in a range; they must be in order. */
function editsBetween(edits: readonly Edit[], start: number, end: number): Edit[] {
  const from = bisect(edits.length, (index) => (edits[index]?.start ?? 0) >= start);
  const to = bisect(edits.length, (index) => (edits[index]?.start ?? 0) > end);
  return edits.slice(from, to).filter((edit) => edit.end <= end);
}

/** Sorts by offset, then in the order of the rules. */
export function inTextOrder(observations: readonly Observation[]): Observation[] {
  return observations.toSorted((a, b) => a.at - b.at || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule));
}

/** Returns a line with the edits that are wholly in it, and with what is inserted at its end. */
function corrected(edits: readonly Edit[], line: number, lines: Lines): string {
  const start = lines.startOf(line);
  const text = lines.textOf(line);
  return withEdits(text, shiftEdits(editsBetween(edits, start, start + text.length), -start));
}
