import { expect, test } from 'vitest';
import { analyseQuery } from '../../../../../src/lib/arabic/search/analysis.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';

const termsOf = (query: string) => analyseQuery(query, createNameTable()).terms;

test.each([
  ['كانون الأول', 'ديسمبر'],
  ['تشرين الثاني', 'نوفمبر'],
])('both words of «%s» are also searched for as «%s»', (query, month) => {
  expect(termsOf(query).map(({ joined }) => joined)).toEqual([[month], [month]]);
});

test.each<[string, number, string[]]>([
  ['12 نيسان', 1, ['ابريل']],
  ['نيسان 2014', 0, ['ابريل']],
  ['شهر آب', 1, ['اغسطس']],
  ['3 أوت', 1, ['اغسطس']],
  ['7 جوان', 1, ['يونيو']],
  ['سيارة نيسان', 1, []],
  ['آب وابنه', 0, []],
  ['كانون التدفئة', 0, []],
])('a doubtful word in «%s» is a month only beside a number or «شهر»', (query, place, other) => {
  expect(termsOf(query)[place]?.joined).toEqual(other);
});

test('a month is also searched for by its name of two words, and by doubtful ones beside its number', () => {
  expect(termsOf('أكتوبر')[0]?.parted).toContainEqual([['تشرين'], ['اول']]);
  expect(termsOf('12 أبريل')[1]?.parted).toContainEqual([['12', 'شهر'], ['نيسان']]);
  expect(termsOf('أبريل 2014')[0]?.parted).toContainEqual([['نيسان'], ['2014']]);
});
