import { describe, expect, it } from 'vitest';
import { alertsToShow, announcementOf, withKeys } from '../../../src/client/breaking-bar.ts';

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

  it('the other one of two alerts with the same text when one is closed', () => {
    const until = '2026-11-30T13:00:00Z';
    const alerts = [
      { text: 'نبأ', until, href: '/a/' },
      { text: 'نبأ', until, href: '/b/' },
    ];
    expect(alertsToShow(alerts, ['نبأ'], now).map(({ href }) => href)).toEqual(['/b/']);
    expect(alertsToShow(alerts, ['نبأ\n2'], now).map(({ href }) => href)).toEqual(['/a/']);
  });
});

describe('an alert is known', () => {
  it.each<[texts: string[], keys: string[]]>([
    [
      ['نبأ', 'نبأ آخر'],
      ['نبأ', 'نبأ آخر'],
    ],
    [
      ['نبأ', 'نبأ', 'نبأ'],
      ['نبأ', 'نبأ\n2', 'نبأ\n3'],
    ],
    [['\u061C3-2 نبأ\n  طويل '], ['3-2 نبأ طويل']],
  ])('%j by %j', (texts, keys) => {
    const alerts = texts.map((text) => ({ text, until: '2026-11-30T13:00:00Z' }));
    expect(withKeys(alerts).map(({ key }) => key)).toEqual(keys);
  });
});

describe('a screen reader announces', () => {
  it.each<[texts: string[], announcement: string]>([
    [['نبأ'], 'عاجل: نبأ.'],
    [['نبأ', 'نبأ آخر'], 'عاجل: نبأ. نبأ آخر.'],
    [['هل عاد الماء؟', 'قال: «عاد!»', 'نبأ'], 'عاجل: هل عاد الماء؟ قال: «عاد!» نبأ.'],
    [['نبأ', 'نبأ'], 'عاجل: نبأ.'],
  ])('%j as %s', (texts, announcement) => {
    expect(announcementOf('عاجل', texts)).toBe(announcement);
  });
});
