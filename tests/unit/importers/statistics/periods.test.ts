import { expect, it } from 'vitest';
import { periodInName, readPeriod } from '../../../../src/importers/statistics/periods.ts';

const week = { from: '2026-11-23', to: '2026-11-29' };

it.each([
  ['7d', { from: '2026-11-24', to: '2026-11-30' }],
  ['1d', { from: '2026-11-30', to: '2026-11-30' }],
  ['٧d', { from: '2026-11-24', to: '2026-11-30' }],
  ['2026-11-23..2026-11-29', week],
  ['2026-11-29..2026-11-23', undefined],
  ['2026-11-23..2026-11-31', undefined],
  ['0d', undefined],
  ['week', undefined],
  ['', undefined],
])('the period %j means its days', (written, period) => {
  expect(readPeriod(written, '2026-11-30')).toEqual(period);
});

it.each([
  ['/x/Plausible export news.example 2026-11-23 to 2026-11-29/pages.csv', week],
  ['imported_pages_20261123_20261129.csv', week],
  ['pages-2026-11-23_2026-11-29.csv', week],
  ['pages.csv', undefined],
  ['2026-11-29 to 2026-11-23.csv', undefined],
  ['12345678_12345678.csv', undefined],
])('the name %j has its days', (name, period) => {
  expect(periodInName(name)).toEqual(period);
});
