import { describe, expect, test } from 'vitest';
import { readAsArabicKeys, readAsLatinKeys } from '../../../../../src/lib/arabic/search/keyboard-layouts.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';
import {
  arabicOfLatin,
  keyOfArabicName,
  keyOfName,
  latinOfArabic,
} from '../../../../../src/lib/arabic/search/news-names.ts';
import {
  arabicBeginnings,
  distanceBetween,
  foldLatin,
  greatestDistance,
  withoutArabiziDigits,
} from '../../../../../src/lib/arabic/search/transliteration.ts';

describe('a text typed on the wrong keyboard', () => {
  test.each([
    ['hgwpdtm', 'الصحيفة'],
    ['Hgwpdtm', 'الصحيفة'],
    ['fghy', 'بلاغ'],
    ['hg;jf', 'الكتب'],
  ])('%s is read as %s', (keys, word) => {
    expect(readAsArabicKeys(keys)).toContain(word);
  });

  test.each([
    ['صخقي', 'word'],
    ['لاثقمهى', 'berlin'],
  ])('%s is read as %s', (keys, word) => {
    expect(readAsLatinKeys(keys)).toContain(word);
  });
});

test('the digits of Arabizi are not read as keys', () => {
  expect(readAsArabicKeys('el ma7all')).toEqual([]);
});

describe('a Latin spelling', () => {
  test.each([
    ['ghorfa', 'غرفه', 'جهرف'],
    ['nada', 'ندي', 'ناد'],
    ['khobz', 'خبز', 'كهوبز'],
  ])('%s is nearer to %s than to %s', (latin, near, far) => {
    expect(distanceBetween(foldLatin(latin), near)).toBeLessThan(distanceBetween(foldLatin(latin), far));
  });

  test.each([
    ['moltaqa', 'مل'],
    ['se7r', 'سح'],
    ['ghabat', 'غا'],
  ])('%s may begin with %s', (latin, pair) => {
    expect(arabicBeginnings(foldLatin(latin), 4).map((beginning) => beginning.pair)).toContain(pair);
  });

  test.each([
    ['Mohammed', 'محمد'],
    ['Muhammad', 'محمد'],
    ['Mohamed', 'محمد'],
    ['Khaled', 'خالد'],
    ['Youssef', 'يوسف'],
    ['7okouma', 'حكومه'],
    ['3arab', 'عرب'],
    ['ma7kama', 'محكمه'],
  ])('%s may write %s', (latin, arabic) => {
    const folded = foldLatin(latin);
    expect(distanceBetween(folded, arabic)).toBeLessThanOrEqual(greatestDistance(folded.length));
  });

  test.each([
    ['Mohammed', 'محمل'],
    ['Khaled', 'خالص'],
    ['7okouma', 'خصومه'],
  ])('%s does not write %s', (latin, arabic) => {
    expect(distanceBetween(foldLatin(latin), arabic)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('names of the news are known with and without accents and hyphens', () => {
  expect(arabicOfLatin.get(keyOfName('Saint-Étienne'))).toBe('سانت إتيان');
  expect(arabicOfLatin.get(keyOfName('NEW YORK'))).toBe('نيويورك');
});

test.each([
  ['7amza', 'hamza'],
  ['9atar', 'qatar'],
  ['3omar', 'omar'],
  ['2015', '2015'],
])('the digits of %s are letters in %s', (arabizi, latin) => {
  expect(withoutArabiziDigits(arabizi)).toBe(latin);
});

test('an Arabic name is known with other spellings of its letters, and without the article', () => {
  expect(latinOfArabic.get(keyOfArabicName('غارديان'))).toContain('guardian');
  expect(latinOfArabic.get(keyOfArabicName('واشنطن بوست'))).toContain('washington post');
});

test('no Latin name is in both tables', () => {
  const names = createNameTable();
  expect([...arabicOfLatin.keys()].filter((latin) => names.get(latin) !== undefined)).toEqual([]);
});
