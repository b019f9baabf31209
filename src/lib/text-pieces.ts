import { bisect } from './bisect.ts';
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
      const piece = outermost(piecesBetween(pieces, start, start));
      if (piece) placed.push({ piece, edit: { start: start - piece.start, end: start - piece.start, replacement } });
      continue;
    }
    let rest = replacement;
    for (const piece of piecesBetween(pieces, start, end)) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      if (from >= to) continue;
      placed.push({ piece, edit: { start: from - piece.start, end: to - piece.start, replacement: rest } });
      rest = '';
    }
  }
  return placed;
}

/** Returns the pieces that have a part of a range, or touch it; they must be in order. */
export function piecesBetween<P extends Piece>(pieces: readonly P[], start: number, end: number): P[] {
  const from = bisect(pieces.length, (index) => (pieces[index]?.end ?? 0) >= start);
  const to = bisect(pieces.length, (index) => (pieces[index]?.start ?? 0) > end);
  return pieces.slice(from, to);
}

function outermost<P extends Piece>(candidates: readonly P[]): P | undefined {
  return candidates.reduce<P | undefined>(
    (outer, candidate) => (outer === undefined || candidate.depth < outer.depth ? candidate : outer),
    undefined,
  );
}
