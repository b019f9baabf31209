import { compareText } from '../lib/compare.ts';
import { blankLike } from '../lib/display-width.ts';
import { editBetween } from '../lib/tracked-text.ts';
import { countProblems } from './messages.ts';

/** A mistake in the content that stops the build, as its author sees it. */
export interface Problem {
  /** Relative to the content directory, with `/`. */
  file: string;
  /** From 1, counted in the whole file. */
  line: number;
  /** From 1, in UTF-16 units of `source`. */
  column?: number;
  /** The line as written; undefined if the problem has no place in a line. */
  source?: string;
  /** The key as the author writes it: `last-updated`, `image.src`. */
  field?: string;
  /** Arabic, one or two whole sentences. */
  message: string;
  /** The corrected line, verbatim. */
  suggestion?: string;
}

/** The most problems that are looked for in one file; whoever has mended these runs the command again. */
export const mostProblems = 100;

/** Sorts by file, then line, then column, as every report does. */
export function sortProblems<Told extends Problem>(problems: readonly Told[]): Told[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Writes the Arabic report of a build without colours: a block of problems for each file, and their number below. */
export function formatProblems(problems: readonly Problem[]): string {
  const blocks = new Map<string, string[]>();
  for (const problem of sortProblems(problems)) {
    const block = blocks.get(problem.file) ?? [];
    block.push(formatProblem(problem));
    blocks.set(problem.file, block);
  }
  const report = [...blocks.values()].map((block) => block.join('\n'));
  return [...report, countProblems(problems.length)].join('\n\n');
}

/**
 * Writes «file:line: message» and, indented below, the line as written, a caret under the place, the corrected line.
 */
export function formatProblem({ file, line, message, column, source, suggestion }: Problem): string {
  const told = `${file}:${line}: ${message}`;
  const below = source === undefined || column === undefined ? [suggestion ?? []] : pointAt(source, column, suggestion);
  return [told, ...below.flat().map((text) => `    ${text}`)].join('\n');
}

/** Longer lines, which may be whole paragraphs, are cut to the words near the place. */
const longestLine = 120;
/** Characters shown on each side of the place. */
const reach = 50;

/**
 * Returns the line, a caret under the column (under the line's end if the column is beyond it), and the corrected line.
 */
function pointAt(source: string, column: number, suggestion?: string): string[] {
  const at = Math.min(column - 1, source.length);
  const { start, end } = source.length <= longestLine ? whole(source) : around(source, at, suggestion);
  const cut = (text: string) => {
    const kept = text.slice(start, text.length - (source.length - end));
    return `${start > 0 ? '…' : ''}${kept}${end < source.length ? '…' : ''}`;
  };
  const caret = `${blankLike(`${start > 0 ? '…' : ''}${source.slice(start, at)}`)}^`;
  return [cut(source), caret, ...(suggestion === undefined ? [] : [cut(suggestion)])];
}

function whole(source: string): { start: number; end: number } {
  return { start: 0, end: source.length };
}

/** Returns a range of whole words around a place; it also covers everything that is corrected. */
function around(source: string, at: number, suggestion = source): { start: number; end: number } {
  const edit = suggestion === source ? { start: at, end: at } : editBetween(source, suggestion);
  const before = source.lastIndexOf(' ', Math.min(at, edit.start) - reach);
  const after = source.indexOf(' ', Math.max(at, edit.end) + reach);
  return { start: before + 1, end: after === -1 ? source.length : after };
}
