import { describe, expect, it } from 'vitest';
import { placeEdits } from '../../../src/lib/text-pieces.ts';

const plain = { start: 0, end: 3, depth: 1 };
const bold = { start: 3, end: 6, depth: 2 };
const rest = { start: 7, end: 9, depth: 1 };
const pieces = [plain, bold, rest];

describe('an edit of a text that consists of pieces', () => {
  it.each([
    [
      'within one piece becomes an edit of that piece',
      { start: 4, end: 5, replacement: 'x' },
      [{ piece: bold, edit: { start: 1, end: 2, replacement: 'x' } }],
    ],
    [
      'across two pieces puts its replacement into the first',
      { start: 2, end: 4, replacement: 'x' },
      [
        { piece: plain, edit: { start: 2, end: 3, replacement: 'x' } },
        { piece: bold, edit: { start: 0, end: 1, replacement: '' } },
      ],
    ],
    [
      'that inserts between two pieces goes to the less nested one',
      { start: 3, end: 3, replacement: ' ' },
      [{ piece: plain, edit: { start: 3, end: 3, replacement: ' ' } }],
    ],
    [
      'that inserts at the end of a piece, with a gap after it, goes to that piece',
      { start: 6, end: 6, replacement: ' ' },
      [{ piece: bold, edit: { start: 3, end: 3, replacement: ' ' } }],
    ],
    ['outside all pieces is dropped', { start: 6, end: 7, replacement: 'x' }, []],
  ])('%s', (_, edit, placed) => {
    expect(placeEdits([edit], pieces)).toEqual(placed);
  });
});
