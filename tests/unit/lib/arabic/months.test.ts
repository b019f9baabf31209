import { expect, test } from 'vitest';
import { monthName, monthVocabularies } from '../../../../src/lib/arabic/months.ts';

// biome-ignore format: one country's year a line
test.each([
  ['gulf-egypt', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
  ['algeria-tunisia', 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'],
  ['morocco', 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'],
  ['mauritania', 'يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر'],
] as const)('the months of %s are %s', (vocabulary, year) => {
  expect(Array.from({ length: 12 }, (_, index) => monthName(index + 1, vocabulary)).join(' ')).toBe(year);
});

test.each([
  [1, 'كانون الثاني', 'يناير/ كانون الثاني'],
  [2, 'شباط', 'فبراير/ شباط'],
  [3, 'آذار', 'مارس/ آذار'],
  [4, 'نيسان', 'أبريل/ نيسان'],
  [5, 'أيار', 'مايو/ أيار'],
  [6, 'حزيران', 'يونيو/ حزيران'],
  [7, 'تموز', 'يوليو/ تموز'],
  [8, 'آب', 'أغسطس/ آب'],
  [9, 'أيلول', 'سبتمبر/ أيلول'],
  [10, 'تشرين الأول', 'أكتوبر/ تشرين الأول'],
  [11, 'تشرين الثاني', 'نوفمبر/ تشرين الثاني'],
  [12, 'كانون الأول', 'ديسمبر/ كانون الأول'],
])('month %d is «%s» in the Levant and «%s» with both names', (month, levant, dual) => {
  expect(monthName(month, 'levant')).toBe(levant);
  expect(monthName(month, 'dual')).toBe(dual);
});

test('every vocabulary is in the list once', () => {
  expect(monthVocabularies).toEqual(['gulf-egypt', 'levant', 'algeria-tunisia', 'morocco', 'mauritania', 'dual']);
});

test.each([0, 13, 1.5, Number.NaN])('the month %d throws', (month) => {
  expect(() => monthName(month, 'dual')).toThrow(RangeError);
});
