import { describe, expect, it } from 'vitest';
import { addAlert, endOfAlert, type NewAlert } from '../../../src/commands/new-alert.ts';

/** 14:30 in Cairo. */
const now = Date.parse('2026-11-30T12:30:00Z');
const timeZone = 'Africa/Cairo';

describe('the end of an alert', () => {
  it.each<[typed: string | undefined, written: string]>([
    [undefined, '2026-11-30 16:30'],
    ['18:00', '2026-11-30 18:00'],
    ['١٨:٠٠', '2026-11-30 18:00'],
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
    ['-\n  text: قديم\n  until: 2026-01-01\n', [...item, '-', '  text: قديم', '  until: 2026-01-01', ''].join('\n')],
    ['[] # لا شيء\n', ['# لا شيء', ...item, ''].join('\n')],
    ['breaking: # لا شيء\n', ['# لا شيء', 'breaking:', ...item.map((line) => `  ${line}`), ''].join('\n')],
    [
      '---\n- text: قديم\n  until: 2026-01-01\n',
      ['---', ...item, '- text: قديم', '  until: 2026-01-01', ''].join('\n'),
    ],
    [
      '\ufeff- text: قديم\r\n  until: 2026-01-01\r\n',
      [`\ufeff${item[0]}`, item[1], '- text: قديم', '  until: 2026-01-01', ''].join('\r\n'),
    ],
    [
      'breaking: [{ text: قديم, until: 2026-01-01 }] # واحد\n',
      'breaking: [ { text: نبأ, until: 2026-11-30 16:30 }, { text: قديم, until: 2026-01-01 } ] # واحد\n',
    ],
  ])('above the others, and no other line changes: %j', (content, expected) => {
    expect(addAlert(content, { text: 'نبأ', now, timeZone })).toEqual({
      text: expected,
      alert: { text: 'نبأ', until: '2026-11-30T14:30:00.000Z' },
    });
  });

  it('to a new file, with what YAML would misread in quotes', () => {
    const added = addAlert(undefined, { text: 'عاجل: نبأ #1', url: '/c/world/', until: '18:00', now, timeZone });
    if ('refusal' in added) throw new Error(added.refusal);
    expect(added.text.split('\n').slice(1)).toEqual([
      '- text: "عاجل: نبأ #1"',
      '  url: /c/world/',
      '  until: 2026-11-30 18:00',
      '',
    ]);
    expect(added.alert).toMatchObject({ text: 'عاجل: نبأ #1', url: '/c/world/' });
  });

  it.each<[name: string, content: string | undefined, fields: Partial<NewAlert>, refusal: string | RegExp]>([
    ['that ends at no moment', undefined, { until: 'غدًا' }, /^لم يُضف الخبر\. لا يُقرأ التاريخ «غدًا»/],
    ['that has ended', undefined, { until: '2026-01-01 10:00' }, /مضى/],
    ['of several lines', undefined, { text: 'نبأ\nآخر' }, /في سطر/],
    ['that is there', '- text: نبأ\n  until: 2026-11-30 20:00\n', {}, /حتى 2026-11-30 20:00، فلم يُضف مرة أخرى/],
    ['in a file with a mistake', '- text: قديم\n', {}, /في الملف خطأ.*\n\nbreaking\.yaml:1: /],
    ['in a list that is no list of lines', '[{ text: قديم, until: 2026-01-01 }]\n', {}, /breaking\.yaml:1: /],
  ])('but not one %s', (_name, content, fields, refusal) => {
    const added = addAlert(content, { text: 'نبأ', now, timeZone, ...fields });
    expect(added).toEqual({ refusal: expect.stringMatching(refusal) });
  });

  it('again after the first one has ended', () => {
    expect(addAlert('- text: نبأ\n  until: 2026-11-30 10:00\n', { text: 'نبأ', now, timeZone })).toHaveProperty('text');
  });
});
