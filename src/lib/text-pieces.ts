import type { Edit } from './tracked-text.ts';

/** A part of a text that stands in a place of its own: a text node of a tree, a run of characters of a file. */
export interface Piece {
  /** Where it begins and ends in the whole text. */
  start: number;
  end: number;
  /** How many elements it lies in. */
  depth: number;
}

export interface PlacedEdit<P extends Piece> {
  piece: P;
  /** Within the piece. */
  edit: Edit;
}

/**
 * Gives each edit of a text to the pieces that the text is made of, which are in order. A replacement goes where it begins.
 * An insertion between two pieces goes to the outer one: a space after `**نص**` stands after the asterisks, a space before
 * `**نص**` before them. What lies in no piece is left alone.
 */
export function placeEdits<P extends Piece>(edits: readonly Edit[], pieces: readonly P[]): PlacedEdit<P>[] {
  const placed: PlacedEdit<P>[] = [];
  for (const { start, end, replacement } of edits) {
    if (start === end) {
      const piece = outermost(pieces.filter((candidate) => candidate.start <= start && start <= candidate.end));
      if (piece) placed.push({ piece, edit: { start: start - piece.start, end: start - piece.start, replacement } });
      continue;
    }
    let rest = replacement;
    for (const piece of pieces) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      if (from >= to) continue;
      placed.push({ piece, edit: { start: from - piece.start, end: to - piece.start, replacement: rest } });
      rest = '';
    }
  }
  return placed;
}

function outermost<P extends Piece>(candidates: readonly P[]): P | undefined {
  return candidates.reduce<P | undefined>(
    (outer, candidate) => (outer === undefined || candidate.depth < outer.depth ? candidate : outer),
    undefined,
  );
}
