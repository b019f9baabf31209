import { expect, test } from 'vitest';
import { foldForMatching, stripLatinAccents, stripTashkeel } from '../../../../src/lib/arabic/normalize.ts';

test.each([
  ['مَن هُوَ الرَّئِيسُ', 'من هو الرئيس'],
  ['الأخبـــار', 'الأخبار'],
  ['هٰذا', 'هذا'],
  ['ٱلْكِتَابُ', 'الكتاب'],
  ['أَحمَدُ', 'أحمد'],
  ['ا\u0654حمد', 'أحمد'],
  ['القُرآنُ', 'القرآن'],
  ['مسؤولة في مستشفى', 'مسؤولة في مستشفى'],
  ['Élysée', 'Élysée'],
])('«%s» without tashkeel is «%s»', (text, expected) => {
  expect(stripTashkeel(text)).toBe(expected);
});

test.each([
  ['Élysée', 'Elysee'],
  ['Erdoğan', 'Erdogan'],
  ['أحمد', 'أحمد'],
])('%s without Latin accents is %s', (text, expected) => {
  expect(stripLatinAccents(text)).toBe(expected);
});

test.each([
  ['إدارةُ الأخبـــار', 'اداره الاخبار'],
  ['مسئول', 'مسؤول'],
  ['شئون', 'شؤون'],
  ['قراءة', 'قراءه'],
  ['مصطفى', 'مصطفي'],
  ['علی', 'علي'],
  ['کتاب', 'كتاب'],
  ['آذار', 'اذار'],
  ['ﻣﺼﺮ', 'مصر'],
  ['أخبار\u200f العالم', 'اخبار العالم'],
  ['  أخبار\u00a0  العالم ', 'أخبار العالم'],
  ['عام ٢٠٢٢', 'عام 2022'],
  ['BBC Café', 'bbc cafe'],
])('«%s» and «%s» match', (one, other) => {
  expect(foldForMatching(one)).toBe(foldForMatching(other));
});

test.each([
  ['كتاب', 'كاتب'],
  ['مصر', 'مصير'],
  ['عرب', 'غرب'],
  ['شيء', 'شي'],
])('«%s» and «%s» do not match', (one, other) => {
  expect(foldForMatching(one)).not.toBe(foldForMatching(other));
});
