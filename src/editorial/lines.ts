import { bisect } from '../lib/bisect.ts';

/** Converts between the offsets and the lines of a text. */
export interface Lines {
  /** Returns the line and column of an offset, both from 1, the column in UTF-16 units. */
  placeOf(offset: number): { line: number; column: number };
  /** Returns the offset at which a line begins; lines are counted from 1. */
  startOf(line: number): number;
  /** Returns a line without its line break. */
  textOf(line: number): string;
}

export function indexLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? text.length;
  return {
    startOf,
    textOf: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/\r?\n$/, ''),
    placeOf(offset) {
      const line = Math.max(
        1,
        bisect(starts.length, (index) => (starts[index] ?? 0) > offset),
      );
      return { line, column: offset - startOf(line) + 1 };
    },
  };
}
