import { expect, test } from 'vitest';
import { andBefore, joinWithAnd } from '../../../../src/lib/arabic/conjunction.ts';
import { genderOfNoun, haveSameLetters, personKey } from '../../../../src/lib/arabic/person-names.ts';

test.each([
  ['محمد الأمين', 'محمد الامين', true],
  ['محمد الأمين', 'مُحمّد  الأمين', true],
  ['د. هدى السالم', 'هدى السالم', true],
  ['الدكتورة هدى السالم', 'هدي السالم', true],
  ['أ.د. هدى السالم', 'هدى السالم', true],
  ['عبد الله أبو بكر', 'عبدالله أبوبكر', true],
  ['عبد الله ابن سعيد', 'عبدالله بن سعيد', true],
  ['فاطمة', 'فاطمه', true],
  ['ANN Lee', 'Ann Lee', true],
  ['محمد الأمين', 'محمود الأمين', false],
  ['هدى', 'الدكتورة', false],
  ['د.', '', false],
])('the key of «%s» is that of «%s»: %s', (name, other, isSame) => {
  expect(personKey(name) === personKey(other)).toBe(isSame);
});

test.each([
  ['ميسون الخطّاط', 'ميسون الخطاط', true],
  ['د. ميسون الخطاط', 'ميسون الخطاط', true],
  ['محمد الأمين', 'محمد الامين', false],
])('«%s» and «%s» have the same letters: %s', (name, other, isSame) => {
  expect(haveSameLetters(name, other)).toBe(isSame);
});

test.each([
  ['هيئة التحرير', 'female'],
  ['وَكَالَةُ الوادي', 'female'],
  ['قسم الثقافة', 'male'],
  ['Desk', 'male'],
  ['', 'male'],
])('the noun «%s» is %s', (name, gender) => {
  expect(genderOfNoun(name)).toBe(gender);
});

test.each([
  [[], ''],
  [['هدى'], 'هدى'],
  [['هدى', 'نور'], 'هدى ونور'],
  [['هدى', 'نور', 'سامي'], 'هدى ونور وسامي'],
  [['هدى', 'Ann Lee', '«عمر»'], 'هدى و Ann Lee و«عمر»'],
])('the names %j are joined as «%s»', (names, joined) => {
  expect(joinWithAnd(names)).toBe(joined);
});

test('a long name without letters takes no time', () => {
  expect(andBefore('.'.repeat(100_000))).toBe(' و ');
});
