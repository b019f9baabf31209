import { describe, expect, test } from 'vitest';
import { readAsArabicKeys, readAsLatinKeys } from '../../../../../src/lib/arabic/search/keyboard-layouts.ts';
import { arabicOfLatin, keyOfName } from '../../../../../src/lib/arabic/search/news-names.ts';
import { distanceBetween, foldLatin, greatestDistance } from '../../../../../src/lib/arabic/search/transliteration.ts';

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

describe('a Latin spelling', () => {
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
