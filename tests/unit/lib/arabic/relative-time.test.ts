import { expect, test } from 'vitest';
import { relativeTime } from '../../../../src/lib/arabic/relative-time.ts';

const now = Date.parse('2026-08-20T12:00:00Z');
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function ago(elapsed: number, digits: 'latn' | 'arab' = 'latn'): string {
  return relativeTime(new Date(now - elapsed).toISOString(), now, digits);
}

test.each([
  [0, 'الآن'],
  [59 * second, 'الآن'],
  [minute, 'منذ دقيقة'],
  [2 * minute - 1, 'منذ دقيقة'],
  [2 * minute, 'منذ دقيقتين'],
  [3 * minute, 'منذ 3 دقائق'],
  [10 * minute, 'منذ 10 دقائق'],
  [11 * minute, 'منذ 11 دقيقةً'],
  [59 * minute, 'منذ 59 دقيقةً'],
  [hour, 'منذ ساعة'],
  [2 * hour, 'منذ ساعتين'],
  [10 * hour, 'منذ 10 ساعات'],
  [23 * hour, 'منذ 23 ساعةً'],
  [day, 'منذ يوم'],
  [2 * day, 'منذ يومين'],
  [3 * day, 'منذ 3 أيام'],
  [6 * day, 'منذ 6 أيام'],
  [7 * day, 'منذ أسبوع'],
  [13 * day, 'منذ أسبوع'],
  [14 * day, 'منذ أسبوعين'],
  [21 * day, 'منذ 3 أسابيع'],
  [29 * day, 'منذ 4 أسابيع'],
  [30 * day, 'منذ شهر'],
  [60 * day, 'منذ شهر'],
  [61 * day, 'منذ شهرين'],
  [92 * day, 'منذ 3 أشهر'],
  [305 * day, 'منذ 10 أشهر'],
  [335 * day, 'منذ 11 شهرًا'],
  [364 * day, 'منذ 11 شهرًا'],
  [365 * day, 'منذ عام'],
  [731 * day, 'منذ عامين'],
  [1096 * day, 'منذ 3 أعوام'],
  [11 * 366 * day, 'منذ 11 عامًا'],
  [100.5 * 365.25 * day, 'منذ 100 عام'],
  [101.5 * 365.25 * day, 'منذ 101 عام'],
  [102.5 * 365.25 * day, 'منذ 102 عام'],
  [103.5 * 365.25 * day, 'منذ 103 أعوام'],
  [200.5 * 365.25 * day, 'منذ 200 عام'],
])('%d milliseconds ago is «%s»', (elapsed, expected) => {
  expect(ago(elapsed)).toBe(expected);
});

test.each([
  [30 * second, 'الآن'],
  [minute, 'بعد دقيقة'],
  [2 * hour, 'بعد ساعتين'],
  [3 * day, 'بعد 3 أيام'],
  [14 * day, 'بعد أسبوعين'],
  [61 * day, 'بعد شهرين'],
  [731 * day, 'بعد عامين'],
])('in %d milliseconds is «%s»', (ahead, expected) => {
  expect(ago(-ahead)).toBe(expected);
});

test("the number is written in the site's digits", () => {
  expect(ago(3 * hour, 'arab')).toBe('منذ ٣ ساعات');
});

test('an instant with an offset is the same moment as in UTC', () => {
  expect(relativeTime('2026-08-20T13:00:00+03:00', now, 'latn')).toBe('منذ ساعتين');
});

test('anything but an instant throws', () => {
  expect(() => relativeTime('أمس', now, 'latn')).toThrow(RangeError);
});
