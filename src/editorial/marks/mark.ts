import type { Edit } from '../../lib/tracked-text.ts';
import type { PlacedProse } from '../markdown-prose.ts';
import type { MarkKind } from '../rules.ts';

/** Markup that Markdown does not read, in the text of a block. */
export interface Mark {
  kind: MarkKind;
  /** `start` and `end` are in UTF-16 code units of the block's text; `end` is exclusive. */
  start: number;
  end: number;
  /** What was meant, as edits of the block's text; empty if it is unknown. */
  edits: readonly Edit[];
  /** Whether `--fix` may make the edits. */
  isCertain: boolean;
}

/** A block of prose as the finders of marks read it. */
export interface MarkedBlock extends PlacedProse {
  /** Its text, in which escapes and character references, which are written on purpose, are `opaque`. */
  typed: string;
  /** The labels of links and footnotes that the body defines, as Markdown compares them. */
  defined: DefinedLabels;
}

/** Whether stars, gaps or dashes may be those of verse. */
export function mayBeVerse({ isVerse = false, doubtfulGaps = [] }: MarkedBlock): boolean {
  return isVerse || doubtfulGaps.length > 0;
}

export interface DefinedLabels {
  links: ReadonlySet<string>;
  /** By the label with Latin digits: the label. */
  footnotes: ReadonlyMap<string, string>;
  /** The labels of footnotes that are written without their colon, and that the text refers to. */
  withoutColon: ReadonlySet<string>;
}

export type FindMarks = (block: MarkedBlock) => Mark[];

/** Makes a mark of each match for which `read` returns what was meant; undefined if the match is no mark. */
export function matchMarks(
  text: string,
  kind: MarkKind,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Pick<Mark, 'edits' | 'isCertain'> | undefined,
): Mark[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const meant = read(match);
    return meant ? [{ kind, start: match.index, end: match.index + match[0].length, ...meant }] : [];
  });
}

/** Replaces a match as a whole. */
export function instead(match: RegExpExecArray, replacement: string, isCertain = true) {
  const { 0: found, index } = match;
  return { edits: [{ start: index, end: index + found.length, replacement }], isCertain };
}

/** Reports a match without a correction. */
export const unknown = { edits: [], isCertain: false } as const;
