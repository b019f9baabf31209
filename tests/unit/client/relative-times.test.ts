import { expect, test } from 'vitest';
import { isSameDay, relativeText } from '../../../src/client/relative-times.ts';

const now = Date.parse('2026-08-20T12:00:00Z');

test.each([
  ['2026-08-06T12:00:00Z', false, 'منذ أسبوعين'],
  ['2022-01-13T08:30:00Z', false, 'منذ 4 أعوام'],
  ['2026-08-20T11:57:00Z', false, 'منذ 3 دقائق'],
  ['2026-08-20T00:00:00+03:00', true, undefined],
  ['2026-08-18T00:00:00+03:00', true, 'منذ يومين'],
  ['2026-08-20T12:00:30Z', false, 'الآن'],
  ['2026-08-20T12:01:00Z', false, undefined],
  ['2030-01-01T00:00:00Z', false, undefined],
  ['', false, undefined],
])('%s, of a day without a time: %j, is shown as %j', (instant, hasNoTime, expected) => {
  expect(relativeText(instant, now, 'latn', hasNoTime)).toBe(expected);
});

test.each([
  ['2026-11-20T14:05:00+02:00', '2026-11-20T12:06:00Z', true],
  ['2026-11-20T23:50:00+02:00', '2026-11-20T21:59:59Z', true],
  ['2026-11-20T23:50:00+02:00', '2026-11-20T22:00:00Z', false],
  ['2026-11-20T00:10:00+02:00', '2026-11-19T22:10:00Z', true],
  ['2026-11-20T00:10:00+02:00', '2026-11-19T21:59:00Z', false],
  ['2026-11-20T00:10:00-05:30', '2026-11-21T05:29:00Z', true],
  ['2025-11-20T14:05:00+02:00', '2026-11-20T12:06:00Z', false],
  ['', '2026-11-20T12:06:00Z', false],
])('%s is of the same day at %s in its place: %j', (instant, moment, expected) => {
  expect(isSameDay(instant, Date.parse(moment))).toBe(expected);
});
