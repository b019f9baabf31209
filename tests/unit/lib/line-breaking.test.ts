import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { breakLines, type Room, setText, type Word } from '../../../src/lib/line-breaking.ts';

/** Each letter is one em wide. */
const wordsOf = (text: string): Word[] => text.split(' ').map((word) => ({ text: word, width: [...word].length }));
const glyphs = { space: 1, ellipsis: 1 };
const set = (text: string, room: Partial<Room>, sizes: number[]) =>
  setText(wordsOf(text), glyphs, { width: 100, height: 40, lineHeight: 2, ...room }, sizes);

it.each<[what: string, text: string, room: Partial<Room>, sizes: number[], lines: string[], size: number]>([
  ['at the largest size at which it fits', 'قال ثم قال', {}, [20, 10, 5], ['قال ثم قال'], 10],
  ['in lines of similar lengths', 'كتب كتب كتب كتب', { width: 130, height: 40 }, [10], ['كتب كتب', 'كتب كتب'], 10],
  ['in as few lines as possible', 'كتب كتب كتب', { width: 110, height: 400 }, [10], ['كتب كتب كتب'], 10],
  [
    'at a size at which its widest word fits',
    'كتب المستشفيات',
    { width: 110, height: 400 },
    [20, 10],
    ['كتب', 'المستشفيات'],
    10,
  ],
  [
    'cut between words, with an ellipsis',
    'كتب كتب كتب كتب كتب',
    { width: 80, height: 40 },
    [10],
    ['كتب كتب', 'كتب كتب…'],
    10,
  ],
  ['cut so that the ellipsis fits', 'كتب كتب كتب', { width: 70, height: 20 }, [10], ['كتب…'], 10],
  ['in at least one line', 'كتب', { height: 0 }, [10], ['كتب'], 10],
  ['smaller than all sizes if a word fits at none', 'والمستشفيات', { width: 44 }, [10, 5], ['والمستشفيات'], 4],
])('a text is set %s', (_what, text, room, sizes, lines, size) => {
  expect(set(text, room, sizes)).toEqual({ lines, size });
});

test('lines keep all words in order, and none is too wide', () => {
  const words = fc.array(
    fc.record({ text: fc.constantFrom('كتب', 'في'), width: fc.double({ min: 0.1, max: 9, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(words, fc.double({ min: 9, max: 60, noNaN: true }), (given, width) => {
      const lines = breakLines(given, 0.3, width);
      expect(lines.flat()).toEqual(given);
      for (const line of lines) {
        const taken = line.reduce((sum, word) => sum + word.width + 0.3, -0.3);
        expect(taken).toBeLessThanOrEqual(width + 1e-9);
      }
      const room = { width: width * 10, height: 10_000, lineHeight: 1 };
      const { lines: balanced } = setText(given, { space: 0.3, ellipsis: 1 }, room, [10]);
      expect(balanced.length).toBe(lines.length);
      expect(balanced.join(' ')).toBe(given.map(({ text }) => text).join(' '));
    }),
  );
});
