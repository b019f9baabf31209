import type { Edit } from './tracked-text.ts';

/** A part of a text that is stored apart from the rest: a text node of a tree, or a range of a file. */
export interface Piece {
  /** `start` and `end` are its position in the whole text. */
  start: number;
  end: number;
  /** In how many elements it is nested. */
  depth: number;
}

export interface PlacedEdit<P extends Piece> {
  piece: P;
  /** Positions relative to the piece. */
  edit: Edit;
}

/**
 * Turns the edits of a whole text into edits of its pieces, which must be in order. An edit across several pieces puts
 * its replacement into the first and only deletes in the others. An insertion between two pieces goes to the less
 * nested one, so that a space after `**نص**` is put after the asterisks. Edits outside all pieces are dropped.
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
