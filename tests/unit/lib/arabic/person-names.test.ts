import { expect, test } from 'vitest';
import { andBefore, joinWithAnd } from '../../../../src/lib/arabic/conjunction.ts';
import {
  bareName,
  chooseSpelling,
  genderOfName,
  genderOfNoun,
  haveSameLetters,
  personKey,
} from '../../../../src/lib/arabic/person-names.ts';

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
  ['وكالات الأنباء', 'female'],
  ['هيئه التحرير', 'female'],
  ['Desk', 'male'],
  ['', 'male'],
])('the noun «%s» is %s', (name, gender) => {
  expect(genderOfNoun(name)).toBe(gender);
});

test.each([
  ['وكالة الوادي', 'female'],
  ['الوكالة الوطنية', 'female'],
  ['أُسرة التحرير', 'female'],
  ['قسم الثقافة', 'male'],
  ['الدكتورة نور', 'female'],
  ['أ. د. الصحفية نور', 'female'],
  ['د. نور', undefined],
  ['الدكتور أسامة', undefined],
  ['أسامة', undefined],
  ['قناة', undefined],
  ['', undefined],
])('the name «%s» says %s', (name, gender) => {
  expect(genderOfName(name)).toBe(gender);
});

test.each([
  ['د. هُدى السّالم', 'هدى السالم'],
  ['أ.د.هدى', 'هدى'],
  ['الدكتورة', 'الدكتورة'],
  ['«هدى» السالم', '«هدى» السالم'],
  ['وصال: مراسلة', 'وصال: مراسلة'],
  ['...', '...'],
])('«%s» without titles and tashkeel is «%s»', (name, bare) => {
  expect(bareName(name)).toBe(bare);
});

test.each([
  [['ابو بكر', 'أبو بكر', 'أبا بكر'], 'أبو بكر'],
  [['أبي بكر الأمين', 'أبو بكر الامين'], 'أبو بكر الامين'],
  [['احمد', 'أحمد'], 'أحمد'],
  [['ابتسام', 'إبتسام'], 'ابتسام'],
  [['ابراهيم', 'إبراهيم'], 'إبراهيم'],
  [['هدى', 'هدي'], 'هدى'],
  [[], ''],
])('of the spellings %j «%s» is chosen', (spellings, chosen) => {
  expect(chooseSpelling(spellings)).toBe(chosen);
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
