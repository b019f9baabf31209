import { expect, test } from 'vitest';
import { findIsolates } from '../../../../../src/lib/arabic/bidi.ts';
import {
  joinShown,
  readIsolates,
  separateSpans,
  separateWords,
  writeIsolates,
} from '../../../../../src/lib/arabic/search/shown-words.ts';
import { findWords, splitWords } from '../../../../../src/lib/arabic/search/words.ts';

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

const texts = [
  'لغة C++ وC# في Windows 11، والهاتف +961 1 234 567.',
  '3-2 وفاز',
  '١٩٩٠/١٩٩١ للدوري',
  'بلا لاتينية',
  'النص عن wi-fi،والبريد a@b.example',
];

test.each(texts)('the isolates of «%s» are read as they were found', (text) => {
  const isolates = findIsolates(text);
  const { places, ...read } = joinShown(separateSpans(text, findWords(text), isolates).split(' '));
  expect(read).toEqual({ text, isolates });
  expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(splitWords(text));
  expect(readIsolates(writeIsolates(text, isolates))).toEqual({ text, isolates });
});

test('an isolate that an excerpt cuts is whole in it', () => {
  const text = 'في Windows 11 Pro أخيرًا';
  const words = separateSpans(text, findWords(text), findIsolates(text)).split(' ');
  expect(joinShown(words.slice(2)).isolates).toEqual([{ start: 0, end: 6, element: 'bdi' }]);
  expect(joinShown(words.slice(0, 3)).isolates).toEqual([{ start: 3, end: 13, element: 'bdi' }]);
});
