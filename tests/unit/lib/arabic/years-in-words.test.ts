import { expect, it } from 'vitest';
import { yearsInWords } from '../../../../src/lib/arabic/years-in-words.ts';

it.each([
  [1, 'عام'],
  [2, 'عامين'],
  [3, 'ثلاثة أعوام'],
  [4, 'أربعة أعوام'],
  [8, 'ثمانية أعوام'],
  [10, 'عشرة أعوام'],
  [11, 'أحد عشر عامًا'],
  [12, 'اثني عشر عامًا'],
  [13, 'ثلاثة عشر عامًا'],
  [19, 'تسعة عشر عامًا'],
  [20, '20 عامًا'],
  [99, '99 عامًا'],
  [100, '100 عام'],
  [102, '102 عام'],
  [104, '104 أعوام'],
  [111, '111 عامًا'],
])('%i years after «من» are «%s»', (count, words) => {
  expect(yearsInWords(count, 'latn')).toBe(words);
});

it('writes figures in the digits of the site', () => {
  expect(yearsInWords(25, 'arab')).toBe('٢٥ عامًا');
});
