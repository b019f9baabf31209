import { expect, test } from 'vitest';
import { chooseExcerpt } from '../../../../../src/client/search/engine/excerpt.ts';

const words = Array.from({ length: 100 }, (_, index) => `كلمة${index}`);

test.each<[string, number[][], first: number, marked: number[]]>([
  ['no matches is its beginning', [], 0, []],
  ['a match near the beginning starts at its first word', [[3]], 0, [3]],
  ['a match in the middle starts six words before it', [[50]], 44, [6]],
  ['a match at the end is its last thirty words', [[99]], 70, [29]],
  ['two terms is where both are, not where one of them is frequent', [[10, 12, 14, 60], [62]], 54, [6, 8]],
  ['one term is where most of its matches are', [[10, 60, 62]], 54, [6, 8]],
  ['matches past its end is its beginning', [[500]], 0, []],
])('the excerpt of a text with %s', (_name, places, first, marked) => {
  const excerpt = chooseExcerpt(words, places);
  expect(excerpt.words).toHaveLength(30);
  expect(excerpt.words[0]).toBe(words[first]);
  expect([...excerpt.marked]).toEqual(marked);
  expect([excerpt.isCutBefore, excerpt.isCutAfter]).toEqual([first > 0, first < 70]);
});

test('a short text is shown whole', () => {
  expect(chooseExcerpt(['خبر', 'قصير'], [[1]])).toEqual({
    words: ['خبر', 'قصير'],
    marked: new Set([1]),
    isCutBefore: false,
    isCutAfter: false,
  });
});
