import { expect, test } from 'vitest';
import { chooseExcerpt } from '../../../../../src/client/search/engine/excerpt.ts';

const words = Array.from({ length: 100 }, (_, index) => `كلمة${index}`);

test.each<[string, number[][], first: number, marked: number[]]>([
  ['nothing: the beginning', [], 0, []],
  ['a word near the beginning', [[3]], 0, [3]],
  ['a word in the middle', [[50]], 44, [6]],
  ['a word at the end: the last thirty', [[99]], 70, [29]],
  ['two terms, of which one comes often: where both are', [[10, 12, 14, 60], [62]], 54, [6, 8]],
  ['as many terms: where more of the words are', [[10, 60, 62]], 54, [6, 8]],
  ['places that the text does not have', [[500]], 0, []],
])('of a text with %s', (_name, places, first, marked) => {
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
