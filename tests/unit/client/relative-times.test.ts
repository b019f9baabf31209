import { expect, test } from 'vitest';
import { relativeText } from '../../../src/client/relative-times.ts';

const now = Date.parse('2026-08-20T12:00:00Z');

test.each([
  ['2026-08-06T12:00:00Z', undefined, 'منذ أسبوعين'],
  ['2022-01-13T08:30:00Z', undefined, 'منذ 4 سنوات'],
  ['2026-08-20T11:57:00Z', 24, 'منذ 3 دقائق'],
  ['2026-08-19T12:00:01Z', 24, 'منذ 23 ساعةً'],
  ['2026-08-19T12:00:00Z', 24, undefined],
  ['2026-08-20T12:00:30Z', undefined, 'الآن'],
  ['2026-08-20T12:01:00Z', undefined, undefined],
  ['2030-01-01T00:00:00Z', undefined, undefined],
  ['', undefined, undefined],
])('%s, with a limit of %j hours, is shown as %j', (instant, hours, expected) => {
  expect(relativeText(instant, now, 'latn', hours)).toBe(expected);
});
