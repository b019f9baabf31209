import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import { blankLike } from '../lib/display-width.ts';

/** Something in the content that the build refuses, told to the person who wrote it. */
export interface Problem {
  /** Relative to the content directory, with `/`. */
  file: string;
  /** From 1, in the file (not in its front matter). */
  line: number;
  /** From 1, in UTF-16 units of `source`. */
  column?: number;
  /** The line as it is written, where a place in it is meant. */
  source?: string;
  /** The key as the author writes it: `last-updated`, `image.src`. */
  field?: string;
  /** Arabic, one or two whole sentences. */
  message: string;
  /** The corrected line, verbatim. */
  suggestion?: string;
}

const buildRefused: NounForms = {
  zero: 'لا خطأ في المحتوى.',
  one: 'في المحتوى خطأ واحد، ولم يُبنَ الموقع.',
  two: 'في المحتوى خطآن، ولم يُبنَ الموقع.',
  few: 'في المحتوى # أخطاء، ولم يُبنَ الموقع.',
  many: 'في المحتوى # خطأً، ولم يُبنَ الموقع.',
  other: 'في المحتوى # خطأ، ولم يُبنَ الموقع.',
};

/** How the report of `npm run check` ends, where nothing was to be built. */
export const checkRefused: NounForms = {
  zero: 'لا خطأ في المحتوى.',
  one: 'في المحتوى خطأ واحد، ولن يُبنى الموقع قبل إصلاحه.',
  two: 'في المحتوى خطآن، ولن يُبنى الموقع قبل إصلاحهما.',
  few: 'في المحتوى # أخطاء، ولن يُبنى الموقع قبل إصلاحها.',
  many: 'في المحتوى # خطأً، ولن يُبنى الموقع قبل إصلاحها.',
  other: 'في المحتوى # خطأ، ولن يُبنى الموقع قبل إصلاحها.',
};

/** By file, then line, then column: the order of every report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}

/**
 * The Arabic report of a build, without colours: a block per file, each problem as «file:line: message» with the line as it
 * is written, a caret under the place and the corrected line indented below, and the count at the end.
 */
export function formatProblems(problems: readonly Problem[], ending: NounForms = buildRefused): string {
  const blocks = new Map<string, string[]>();
  for (const problem of sortProblems(problems)) {
    const block = blocks.get(problem.file) ?? [];
    block.push(formatProblem(problem));
    blocks.set(problem.file, block);
  }
  const report = [...blocks.values()].map((block) => block.join('\n'));
  return [...report, countNoun(problems.length, ending, 'latn')].join('\n\n');
}

/** «file:line: message», the line as it is written with a caret under the place, and the corrected line. */
export function formatProblem({ file, line, message, column, source, suggestion }: Problem): string {
  const below = [...(source === undefined || column === undefined ? [] : pointAt(source, column)), suggestion ?? []];
  return [`${file}:${line}: ${message}`, ...below.flat().map((text) => `    ${text}`)].join('\n');
}

/** The line and a caret under its column, or under its end where it has no such column. */
function pointAt(source: string, column: number): string[] {
  return [source, `${blankLike(source.slice(0, column - 1))}^`];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
