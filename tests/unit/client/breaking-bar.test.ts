import { describe, expect, it } from 'vitest';
import { alertsToShow } from '../../../src/client/breaking-bar.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

describe('the breaking bar shows', () => {
  it.each<[text: string, until: string, closed: string[], isShown: boolean]>([
    ['نبأ', '2026-11-30T12:00:01Z', [], true],
    ['نبأ', '2026-11-30T12:00:00Z', [], false],
    ['نبأ', '2026-11-30T13:00:00Z', ['نبأ'], false],
    ['نبأ مصحَّح', '2026-11-30T13:00:00Z', ['نبأ'], true],
    ['نبأ', 'لا تاريخ', [], false],
  ])('%s until %s, with %j closed: %s', (text, until, closed, isShown) => {
    expect(alertsToShow([{ text, until }], closed, now)).toHaveLength(isShown ? 1 : 0);
  });
});
