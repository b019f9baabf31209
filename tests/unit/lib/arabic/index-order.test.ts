import { expect, test } from 'vitest';
import { indexLetter, sortForIndex } from '../../../../src/lib/arabic/index-order.ts';

test.each([
  ['البحر', 'ب'],
  ['أحمد', 'أ'],
  ['إيمان', 'أ'],
  ['آدم', 'أ'],
  ['ألمانيا', 'أ'],
  ['التهاب الكبد', 'أ'],
  ['الالتهاب', 'أ'],
  ['ال', 'أ'],
  ['الياس خوري', 'أ'],
  ['التفاف', 'أ'],
  ['اليسار', 'ي'],
  ['التماس', 'ت'],
  ['الله', 'أ'],
  ['«نافذة»', 'ن'],
  ['مُحمّد', 'م'],
  ['يعقوب', 'ي'],
  ['BBC', 'B'],
  ['élan', 'E'],
  ['2026', ''],
  ['٧ أكتوبر', ''],
])('«%s» stands under «%s»', (name, letter) => {
  expect(indexLetter(name)).toBe(letter);
});

test('names are in the order of the alphabet, without their article, then Latin ones, then numbers', () => {
  const names = [
    '2026',
    'BBC',
    'يعقوب',
    'البحر',
    'بابل',
    'أحمد',
    'الأمن',
    'تونس',
    'بيروت القديمة',
    'بيروت',
    'غزة',
    'عمّان',
  ];
  expect(sortForIndex(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    'أحمد',
    'الأمن',
    'بابل',
    'البحر',
    'بيروت',
    'بيروت القديمة',
    'تونس',
    'عمّان',
    'غزة',
    'يعقوب',
    'BBC',
    '2026',
  ]);
});
