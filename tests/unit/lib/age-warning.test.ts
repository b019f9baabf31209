import { expect, it } from 'vitest';
import { ageWarningScript } from '../../../src/lib/age-warning.ts';
import { yearsInWords } from '../../../src/lib/arabic/years-in-words.ts';

const sentence = 'نُشر هذا الخبر قبل أكثر من #.';

/** Runs the script for a story of this day at the moment `now`; returns what readers see, if anything. */
function shown(published: string, now: string, least = 1, digits: 'latn' | 'arab' = 'latn'): string | undefined {
  const warning = { dataset: { published, age: sentence }, textContent: '', hidden: true };
  const page = { currentScript: { previousElementSibling: warning } };
  class Clock extends Date {
    constructor(moment = now) {
      super(moment);
    }
  }
  new Function('document', 'Date', ageWarningScript(least, digits))(page, Clock);
  expect(warning.textContent === '').toBe(Boolean(warning.hidden));
  return warning.hidden ? undefined : warning.textContent;
}

it.each([
  ['on the day of publication', '2022-01-13T10:30:00+02:00', '2022-01-13T12:00:00Z', undefined],
  ['a day before a year is over', '2022-01-13T10:30:00+02:00', '2023-01-12T12:00:00Z', undefined],
  ['a minute before a year is over', '2022-01-13T10:30:00+02:00', '2023-01-13T08:29:00Z', undefined],
  ['a minute after it', '2022-01-13T10:30:00+02:00', '2023-01-13T08:31:00Z', 'نُشر هذا الخبر قبل أكثر من عام.'],
  ['after a leap day', '2024-02-29T12:00:00Z', '2025-03-01T13:00:00Z', 'نُشر هذا الخبر قبل أكثر من عام.'],
  [
    'after 101 years and a day',
    '1925-01-13T12:00:00Z',
    '2026-01-14T12:00:00Z',
    sentence.replace('#', yearsInWords(101, 'latn')),
  ],
  ['after a year', '2022-01-13T10:30:00+02:00', '2023-01-15T12:00:00Z', 'نُشر هذا الخبر قبل أكثر من عام.'],
  ['after four years', '2022-01-13T10:30:00+02:00', '2026-11-20T12:00:00Z', 'نُشر هذا الخبر قبل أكثر من أربعة أعوام.'],
  ['before its publication, by a wrong clock', '2022-01-13T10:30:00+02:00', '1980-01-01T00:00:00Z', undefined],
])('a story is called old by its age on the reader’s clock: %s', (_, published, now, expected) => {
  expect(shown(published, now)).toBe(expected);
});

it.each(['latn', 'arab'] as const)('it says every number of years as the rules of Arabic have it, in %s', (digits) => {
  const first = Date.UTC(1800, 0, 1);
  const after = (years: number) => new Date(Date.UTC(1800 + years, 0, 1, 0, 0, 1)).toISOString();
  for (let years = 1; years <= 230; years += 1) {
    const expected = sentence.replace('#', yearsInWords(years, digits));
    expect(shown(new Date(first).toISOString(), after(years), 1, digits)).toBe(expected);
  }
});

it('a site chooses after how many years', () => {
  const [published, now] = ['2022-01-13T10:30:00Z', '2024-06-01T00:00:00Z'];
  expect(shown(published, now, 3)).toBeUndefined();
  expect(shown(published, now, 2)).toBe('نُشر هذا الخبر قبل أكثر من عامين.');
});

it('the script is short, and can stand in HTML', () => {
  expect(ageWarningScript(1, 'latn').length).toBeLessThan(660);
  expect(ageWarningScript(1, 'latn')).not.toMatch(/<[/!a-z]|-->/);
});
