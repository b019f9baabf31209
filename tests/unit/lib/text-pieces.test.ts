import { describe, expect, it } from 'vitest';
import { placeEdits } from '../../../src/lib/text-pieces.ts';

const plain = { start: 0, end: 3, depth: 1 };
const bold = { start: 3, end: 6, depth: 2 };
const rest = { start: 7, end: 9, depth: 1 };
const pieces = [plain, bold, rest];

describe('an edit of a text made of pieces', () => {
  it.each([
    [
      'within one',
      { start: 4, end: 5, replacement: 'x' },
      [{ piece: bold, edit: { start: 1, end: 2, replacement: 'x' } }],
    ],
    [
      'across two is written where it begins',
      { start: 2, end: 4, replacement: 'x' },
      [
        { piece: plain, edit: { start: 2, end: 3, replacement: 'x' } },
        { piece: bold, edit: { start: 0, end: 1, replacement: '' } },
      ],
    ],
    [
      'between two goes to the outer one',
      { start: 3, end: 3, replacement: ' ' },
      [{ piece: plain, edit: { start: 3, end: 3, replacement: ' ' } }],
    ],
    [
      'beside what is no piece goes to its neighbour',
      { start: 6, end: 6, replacement: ' ' },
      [{ piece: bold, edit: { start: 3, end: 3, replacement: ' ' } }],
    ],
    ['in no piece is left alone', { start: 6, end: 7, replacement: 'x' }, []],
  ])('%s', (_, edit, placed) => {
    expect(placeEdits([edit], pieces)).toEqual(placed);
  });
});
