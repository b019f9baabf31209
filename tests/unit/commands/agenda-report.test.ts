import { describe, expect, it } from 'vitest';
import { reportAgenda } from '../../../src/commands/agenda-report.ts';
import type { AgendaItem, AgendaKind } from '../../../src/library/agenda.ts';

const site = { timeZone: 'Africa/Cairo', months: 'gulf-egypt' as const };
const item = (at: string, kind: AgendaKind, name = 'bridge'): AgendaItem => ({
  at: `2026-12-${at}:00.000Z`,
  kind,
  file: `articles/${name}.md`,
  title: 'الجسر',
});

describe('the agenda', () => {
  it.each<[kind: AgendaKind, sentence: string]>([
    ['appears', 'الساعة 06:00 يظهر المقال «الجسر» (articles/bridge.md).'],
    ['expires', 'الساعة 06:00 يخرج من الموقع المقال «الجسر» (articles/bridge.md).'],
    ['comments-close', 'الساعة 06:00 تُغلق التعليقات على المقال «الجسر» (articles/bridge.md).'],
    ['correction-settles', 'الساعة 06:00 ينزل التصويب من أعلى المقال «الجسر» إلى أسفله (articles/bridge.md).'],
    ['live-entry-appears', 'الساعة 06:00 يظهر في التغطية المباشرة «الجسر» (articles/bridge.md).'],
    ['pin-ends', 'الساعة 06:00 ينتهي تثبيت «الجسر» (articles/bridge.md).'],
    ['alert-ends', 'الساعة 06:00 ينتهي العاجل «الجسر» (articles/bridge.md).'],
  ])('tells of the kind %s in a sentence', (kind, sentence) => {
    expect(
      reportAgenda([item('05T04:00', kind)], site, 'text')
        .split('\n')
        .at(-1),
    ).toBe(`  ${sentence}`);
  });

  it('is grouped by the days of the newsroom, and counts the many comments that close on one', () => {
    const closings = (count: number, day: string) =>
      Array.from({ length: count }, (_none, index) => item(`${day}T0${index}:30`, 'comments-close'));
    const items = [
      item('05T21:59', 'appears'),
      item('05T22:00', 'expires'),
      ...closings(4, '07'),
      ...closings(1, '08'),
    ];
    expect(reportAgenda(items, site, 'text').split('\n')).toEqual([
      'المواعيد بتوقيت Africa/Cairo. يقع كل منها في أول بناء بعده.',
      '',
      'السبت، 5 ديسمبر 2026',
      '  الساعة 23:59 يظهر المقال «الجسر» (articles/bridge.md).',
      '',
      'الأحد، 6 ديسمبر 2026',
      '  الساعة 00:00 يخرج من الموقع المقال «الجسر» (articles/bridge.md).',
      '',
      'الاثنين، 7 ديسمبر 2026',
      '  تُغلق التعليقات على 4 مقالات بين الساعة 02:30 والساعة 05:30.',
      '',
      'الثلاثاء، 8 ديسمبر 2026',
      '  الساعة 02:30 تُغلق التعليقات على المقال «الجسر» (articles/bridge.md).',
    ]);
  });

  it('says that there is nothing', () => {
    expect(reportAgenda([], site, 'text')).toBe('لا شيء ينتظر وقته في الموقع.');
  });

  it('is data for programs', () => {
    const agenda = [item('05T04:00', 'appears')];
    expect(JSON.parse(reportAgenda(agenda, site, 'json'))).toEqual({ timeZone: 'Africa/Cairo', agenda });
  });
});
