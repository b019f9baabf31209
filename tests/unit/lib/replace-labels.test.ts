import { expect, test } from 'vitest';
import { replaceLabels } from '../../../src/lib/replace-labels.ts';

const words = { title: 'الأرشيف', near: { prefix: 'صدر الصورة، ', count: (n: number) => `${n}` } };

test('words are replaced by the paths of their keys, and keep the space that joins them to what follows', () => {
  const replaced = replaceLabels(words, { title: 'كل ما نشرناه', 'near.prefix': 'عدسة:' });
  expect(replaced).toEqual({ title: 'كل ما نشرناه', near: { prefix: 'عدسة: ', count: words.near.count } });
});

test.each([{}, { 'near.count': 'عدد', near: 'قريب', other: 'آخر' }])('%j replaces nothing', (labels) => {
  expect(replaceLabels(words, labels)).toEqual(words);
});
