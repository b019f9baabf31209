import { expect, test } from 'vitest';
import { joinShown, separateWords } from '../../../../../src/lib/arabic/search/shown-words.ts';
import { splitWords } from '../../../../../src/lib/arabic/search/words.ts';

test.each([
  '',
  'خبر',
  'الشمال/الجنوب في 1990/1991،وبعدها «نهر»:«جسر»',
  '<b>نص</b> و12',
  'قالت (و ا س) إن a@b.example مغلق',
])('the words of «%s» can be separated and joined again', (text) => {
  const shown = separateWords(text).split(' ');
  expect(shown.length).toBe(Math.max(1, splitWords(text).length));
  const joined = joinShown(shown);
  expect(joined.text).toBe(text);
  if (text !== '') expect(joined.places.map(({ start, end }) => text.slice(start, end))).toEqual(splitWords(text));
});
