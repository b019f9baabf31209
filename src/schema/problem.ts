import { countNoun, type NounForms } from '../lib/arabic/plural.ts';

/** Something in the content that the build refuses, told to the person who wrote it. */
export interface Problem {
  /** Relative to the content directory, with `/`. */
  file: string;
  /** From 1, in the file (not in its front matter). */
  line: number;
  /** From 1, in UTF-16 units. */
  column?: number;
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
 * The Arabic report of a build, without colours: a block per file, each problem as «file:line: message» with the corrected
 * line indented under it, and the count at the end.
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

function formatProblem({ file, line, message, suggestion }: Problem): string {
  const told = `${file}:${line}: ${message}`;
  return suggestion === undefined ? told : `${told}\n    ${suggestion}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
