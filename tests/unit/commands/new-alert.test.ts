import { describe, expect, it } from 'vitest';
import { addAlert, endOfAlert } from '../../../src/commands/new-alert.ts';

/** 14:30 in Cairo. */
const now = Date.parse('2026-11-30T12:30:00Z');
const timeZone = 'Africa/Cairo';

describe('the end of an alert', () => {
  it.each<[typed: string | undefined, written: string]>([
    [undefined, '2026-11-30 16:30'],
    ['18:00', '2026-11-30 18:00'],
    ['9:05', '2026-12-01 09:05'],
    ['14:30', '2026-12-01 14:30'],
    ['2026-12-02 10:00', '2026-12-02 10:00'],
  ])('%j is written %j', (typed, written) => {
    expect(endOfAlert(typed, now, timeZone)).toBe(written);
  });
});

describe('an alert is added', () => {
  const item = ['- text: نبأ', '  until: 2026-11-30 16:30'];

  it.each<[content: string, expected: string]>([
    ['# تعليق\n', ['# تعليق', ...item, ''].join('\n')],
    [
      '# تعليق\n\n- text: قديم # مهم\n  until: 2026-01-01\n',
      ['# تعليق', '', ...item, '- text: قديم # مهم', '  until: 2026-01-01', ''].join('\n'),
    ],
    [
      '# تعليق\r\n- text: قديم\r\n  until: 2026-01-01\r\n',
      ['# تعليق', ...item, '- text: قديم', '  until: 2026-01-01', ''].join('\r\n'),
    ],
    ['# تعليق\n[]\n', ['# تعليق', ...item, ''].join('\n')],
    ['breaking: []\n', ['breaking:', ...item.map((line) => `  ${line}`), ''].join('\n')],
    [
      'breaking:\n  - text: قديم\n    until: 2026-01-01',
      ['breaking:', ...item.map((line) => `  ${line}`), '  - text: قديم', '    until: 2026-01-01'].join('\n'),
    ],
  ])('above the others, and no other line changes: %j', (content, expected) => {
    expect(addAlert(content, { text: 'نبأ', now, timeZone })).toEqual({
      text: expected,
      alert: { text: 'نبأ', until: '2026-11-30T14:30:00.000Z' },
      problems: [],
    });
  });

  it('to a new file, with what YAML would misread in quotes', () => {
    const { text, alert } = addAlert(undefined, {
      text: 'عاجل: نبأ #1',
      url: '/c/world/',
      until: '18:00',
      now,
      timeZone,
    });
    expect(text.split('\n').slice(1)).toEqual([
      '- text: "عاجل: نبأ #1"',
      '  url: /c/world/',
      '  until: 2026-11-30 18:00',
      '',
    ]);
    expect(alert).toMatchObject({ text: 'عاجل: نبأ #1', url: '/c/world/' });
  });

  it('only if its file can be read then', () => {
    const { problems } = addAlert(undefined, { text: 'نبأ', until: 'غدًا', now, timeZone });
    expect(problems.map(({ field }) => field)).toEqual(['breaking.0.until']);
  });
});
