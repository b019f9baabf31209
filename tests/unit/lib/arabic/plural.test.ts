import { expect, test } from 'vitest';
import { countNoun, type NounForms } from '../../../../src/lib/arabic/plural.ts';

const comments: NounForms = {
  zero: 'لا تعليقات',
  one: 'تعليق واحد',
  two: 'تعليقان',
  few: '# تعليقات',
  many: '# تعليقًا',
  other: '# تعليق',
};

test.each([
  [0, 'لا تعليقات'],
  [1, 'تعليق واحد'],
  [2, 'تعليقان'],
  [3, '3 تعليقات'],
  [10, '10 تعليقات'],
  [11, '11 تعليقًا'],
  [99, '99 تعليقًا'],
  [100, '100 تعليق'],
  [101, '101 تعليق'],
  [102, '102 تعليق'],
  [103, '103 تعليقات'],
  [111, '111 تعليقًا'],
  [200, '200 تعليق'],
  [1.5, '1.5 تعليق'],
])('%d comments are «%s»', (count, expected) => {
  expect(countNoun(count, comments, 'latn')).toBe(expected);
});

test("the number is written in the site's digits wherever the form has a #", () => {
  expect(countNoun(11, comments, 'arab')).toBe('١١ تعليقًا');
  expect(countNoun(3, { ...comments, few: '# من #' }, 'arab')).toBe('٣ من ٣');
});
