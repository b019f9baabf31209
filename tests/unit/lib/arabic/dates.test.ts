import { expect, test } from 'vitest';
import {
  type DateStyle,
  formatClock,
  formatDate,
  formatDateAndClock,
  formatDateAndTime,
  formatDateWithWeekday,
  formatHijriDate,
  formatMonth,
  formatPeriod,
} from '../../../../src/lib/arabic/dates.ts';
import { monthVocabularies } from '../../../../src/lib/arabic/months.ts';

const riyadh: DateStyle = { timeZone: 'Asia/Riyadh', months: 'gulf-egypt', digits: 'latn' };

test.each([
  ['2022-01-13T08:30:00Z', {}, '13 يناير 2022'],
  ['2022-01-13T23:30:00+03:00', {}, '13 يناير 2022'],
  ['2022-01-13T21:30:00Z', {}, '14 يناير 2022'],
  ['2022-01-13T21:30:00Z', { timeZone: 'Africa/Casablanca' }, '13 يناير 2022'],
  ['2021-12-31T21:30:00Z', { digits: 'arab' }, '١ يناير ٢٠٢٢'],
  ['2022-01-13T08:30:00Z', { months: 'levant', digits: 'arab' }, '١٣ كانون الثاني ٢٠٢٢'],
  ['2022-01-13T08:30:00Z', { months: 'dual' }, '13 يناير/ كانون الثاني 2022'],
  ['2022-08-03T08:30:00Z', { months: 'morocco' }, '3 غشت 2022'],
] as const)('%s with %j is dated «%s»', (instant, settings, expected) => {
  expect(formatDate(instant, { ...riyadh, ...settings })).toBe(expected);
});

test.each([
  ['2022-01-13T11:05:00Z', {}, '14:05', '13 يناير 2022، 14:05'],
  ['2022-01-13T21:00:00Z', {}, '00:00', '14 يناير 2022، 00:00'],
  ['2022-01-13T11:05:00Z', { digits: 'arab', months: 'levant' }, '١٤:٠٥', '١٣ كانون الثاني ٢٠٢٢، ١٤:٠٥'],
] as const)('the clock at %s with %j shows «%s»', (instant, settings, clock, dateAndClock) => {
  expect(formatClock(instant, { ...riyadh, ...settings })).toBe(clock);
  expect(formatDateAndClock(instant, { ...riyadh, ...settings })).toBe(dateAndClock);
});

test.each([
  [{ date: '2022-01-12T21:00:00Z' }, '13 يناير 2022، 00:00'],
  [{ date: '2022-01-12T21:00:00Z', dateHasNoTime: true as const }, '13 يناير 2022'],
])('%j is formatted as «%s»', (dated, expected) => {
  expect(formatDateAndTime(dated, riyadh)).toBe(expected);
});

test.each([
  ['2026-08-02', 'الأحد، 2 أغسطس 2026'],
  ['2026-08-03', 'الاثنين، 3 أغسطس 2026'],
  ['2026-08-04', 'الثلاثاء، 4 أغسطس 2026'],
  ['2026-08-05', 'الأربعاء، 5 أغسطس 2026'],
  ['2026-08-06', 'الخميس، 6 أغسطس 2026'],
  ['2026-08-07', 'الجمعة، 7 أغسطس 2026'],
  ['2026-08-08', 'السبت، 8 أغسطس 2026'],
])('the date of %s is «%s»', (day, expected) => {
  expect(formatDateWithWeekday(`${day}T12:00:00Z`, riyadh)).toBe(expected);
});

test("the weekday is that of the site's time zone, not of UTC", () => {
  expect(formatDateWithWeekday('2022-01-13T21:30:00Z', riyadh)).toBe('الجمعة، 14 يناير 2022');
});

test.each([
  [2022, 1, {}, 'يناير 2022'],
  [2022, 11, { months: 'levant', digits: 'arab' }, 'تشرين الثاني ٢٠٢٢'],
  [2022, 11, { months: 'dual' }, 'نوفمبر/ تشرين الثاني 2022'],
] as const)('%d/%d with %j is «%s»', (year, month, settings, expected) => {
  expect(formatMonth(year, month, { ...riyadh, ...settings })).toBe(expected);
});

test.each([
  ['2022-01-14T21:30:00Z', {}, '12 جمادى الآخرة 1443 هـ'],
  ['2022-01-14T20:30:00Z', {}, '11 جمادى الآخرة 1443 هـ'],
  ['2022-01-14T21:30:00Z', { timeZone: 'Africa/Casablanca' }, '11 جمادى الآخرة 1443 هـ'],
  ['2022-01-13T08:30:00Z', { digits: 'arab' }, '١٠ جمادى الآخرة ١٤٤٣ هـ'],
  ['2022-04-02T12:00:00Z', {}, '1 رمضان 1443 هـ'],
  ['2022-05-02T12:00:00Z', {}, '1 شوال 1443 هـ'],
  ['2022-07-09T12:00:00Z', {}, '10 ذو الحجة 1443 هـ'],
  ['2022-07-30T12:00:00Z', {}, '1 محرم 1444 هـ'],
] as const)('%s with %j is «%s» by Umm al-Qura', (instant, settings, expected) => {
  expect(formatHijriDate(instant, { ...riyadh, ...settings })).toBe(expected);
});

test('the twelve Hijri months of 1444 are in order', () => {
  const names = new Set<string>();
  for (let day = 0; day < 354; day += 1) {
    const instant = new Date(Date.UTC(2022, 6, 30, 12) + day * 86_400_000).toISOString();
    names.add(formatHijriDate(instant, riyadh).replace(/^\d+ (.*) 1444 هـ$/, '$1'));
  }
  expect([...names]).toEqual([
    'محرم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
  ]);
});

test('no date contains an invisible character', () => {
  for (const months of monthVocabularies) {
    for (const digits of ['latn', 'arab'] as const) {
      const style = { ...riyadh, months, digits };
      for (const format of [formatDate, formatDateWithWeekday, formatHijriDate]) {
        expect(format('2022-01-13T08:30:00Z', style)).not.toMatch(/\p{Cf}/u);
      }
    }
  }
});

test('anything but an instant throws a RangeError', () => {
  for (const format of [formatDate, formatDateWithWeekday, formatHijriDate]) {
    expect(() => format('١٣ يناير', riyadh)).toThrow(RangeError);
  }
});

test.each<[from: string, to: string, year: boolean, expected: [string, string]]>([
  ['2026-11-23', '2026-11-30', false, ['٢٣', '٣٠ نوفمبر']],
  ['2026-11-23', '2026-11-30', true, ['٢٣', '٣٠ نوفمبر ٢٠٢٦']],
  ['2026-11-28', '2026-12-04', false, ['٢٨ نوفمبر', '٤ ديسمبر']],
  ['2026-12-28', '2027-01-03', false, ['٢٨ ديسمبر ٢٠٢٦', '٣ يناير ٢٠٢٧']],
  ['2026-11-30', '2026-11-30', false, ['٣٠ نوفمبر', '٣٠ نوفمبر']],
])('the period from %s to %s says once what both days share', (from, to, year, expected) => {
  const style = { months: 'gulf-egypt', digits: 'arab' } as const;
  expect(formatPeriod(from, to, style, { year })).toEqual({ from: expected[0], to: expected[1] });
});
