import { findEmbeddings } from '../lib/arabic/direction-marks.ts';
import { findUnprintable } from '../lib/printable-text.ts';
import { applyEdits, type Edit, originOf } from '../lib/tracked-text.ts';

/** A text as the build reads it: without unprintable characters and bidi embeddings. */
export interface PrintableText {
  text: string;
  /** What was removed from the original, or replaced by a space. */
  edits: Edit[];
  /** Maps an offset in `text` to the original. */
  locate(offset: number): number;
  /** Maps an edit of `text` to the original. */
  locateEdit(edit: Edit): Edit;
}

export function removeUnprintable(original: string): PrintableText {
  const edits = [...findUnprintable(original), ...findEmbeddings(original)].sort((a, b) => a.start - b.start);
  const tracked = applyEdits({ text: original }, edits);
  const { text } = tracked;
  const locate = (offset: number): number => (offset < text.length ? originOf(tracked, offset) : original.length);
  const locateEnd = (end: number): number => (end === 0 ? 0 : originOf(tracked, end - 1) + 1);
  return {
    text,
    edits,
    locate,
    locateEdit: ({ start, end, replacement }) => {
      if (start === end) return { start: locateEnd(start), end: locateEnd(start), replacement };
      return { start: locate(start), end: locateEnd(end), replacement };
    },
  };
}

/** Leaves out the edits of one list that lie within an edit of the other. */
export function withoutCovered(edits: readonly Edit[], others: readonly Edit[]): Edit[] {
  return edits.filter(({ start, end }) => !others.some((other) => other.start <= start && end <= other.end));
}
