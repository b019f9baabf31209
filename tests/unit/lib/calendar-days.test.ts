import { expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '../../../src/lib/calendar-days.ts';

test.each([
  ['2026-11-30', 1, '2026-12-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-29', 1, '2026-03-30'],
])('%s and %d days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ['2026-11-30', true],
  ['2026-11-31', false],
  ['2026-1-3', false],
  ['2026-11-30T00:00', false],
  ['', false],
])('whether %j is a day: %j', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
