import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/schema/article.ts';
import { checkChangeDates } from '../../../src/schema/change-dates.ts';

const timeZone = 'Asia/Amman';
const now = Date.UTC(2026, 0, 20);

/** Reads an article of 13 January 2022, 10:30, with these lines in its front matter. */
function read(...lines: string[]) {
  const matter = ['title: جسر', 'author: huda', 'date: 2022-01-13 10:30', 'category: world', ...lines];
  const parsed = parseArticle('articles/a.md', ['---', ...matter, '---', 'متن.'].join('\n'), timeZone);
  const late = checkChangeDates([{ file: 'articles/a.md', ...parsed }], now, timeZone);
  const problems = [...parsed.problems, ...late].map(({ line, message, suggestion }) => [line, message, suggestion]);
  return { corrections: parsed.matter.corrections, withdrawn: parsed.matter.withdrawn, problems };
}

describe('corrections', () => {
  it('are a list, each with date, kind and text; the kinds have Arabic and English names', () => {
    const { corrections, problems } = read(
      'corrections:',
      '  - { date: 2022-01-14 09:00, kind: تصويب, text: "الجسر في حمص." }',
      '  - { date: ٢٠٢٢-٠١-١٥, kind: التوضيح, text: قصدنا الجسر القديم }',
      '  - { date: 2022-01-16T00:00:00Z, kind: update, text: زيدت أقوال }',
    );
    expect(problems).toEqual([]);
    expect(corrections).toEqual([
      { date: '2022-01-14T07:00:00.000Z', kind: 'correction', text: 'الجسر في حمص.' },
      { date: '2022-01-14T22:00:00.000Z', dateHasNoTime: true, kind: 'clarification', text: 'قصدنا الجسر القديم' },
      { date: '2022-01-16T00:00:00.000Z', kind: 'update', text: 'زيدت أقوال' },
    ]);
  });

  it('may be one map, and an empty list counts as none', () => {
    const one = read('corrections:', '  date: 2022-01-14', '  kind: تصحيح', '  text: الجسر في حمص.');
    expect(one.corrections).toEqual([
      { date: '2022-01-13T22:00:00.000Z', dateHasNoTime: true, kind: 'correction', text: 'الجسر في حمص.' },
    ]);
    expect(read('corrections: []')).toEqual({ problems: [] });
  });

  it.each([
    ['الجسر في [حمص](/k7q3m/) لا حلب', 'الجسر في حمص لا حلب'],
    ['الجسر في **حمص** لا _حلب_', 'الجسر في حمص لا حلب'],
    ['الجسر في <b>حمص</b>', 'الجسر في حمص'],
  ])('have a text that is shown as it is, without marks: %s', (text, meant) => {
    const [problem, ...others] = read(
      'corrections:',
      '  date: 2022-01-14',
      '  kind: تصويب',
      `  text: ${text}`,
    ).problems;
    expect(others).toEqual([]);
    expect(problem).toEqual([9, expect.stringContaining('علامات تنسيق'), `  text: ${meant}`]);
  });

  it.each(['السعر 5*3*2 لا file_name_x', 'في [النص] (القديم) خطأ', '3 < 5 و7 > 2'])('may have signs: %s', (text) => {
    expect(read('corrections:', '  date: 2022-01-14', '  kind: تصويب', `  text: ${text}`).problems).toEqual([]);
  });

  it('may not have a text of several lines', () => {
    const { problems } = read(
      'corrections:',
      '  date: 2022-01-14',
      '  kind: تصويب',
      '  text: |',
      '    حمص',
      '    لا حلب',
    );
    expect(problems).toEqual([[9, expect.stringContaining('من أكثر من سطر'), undefined]]);
  });

  const beforePublication =
    'تاريخ هذا التصويب أقدم من «date»، ولا يُصوَّب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.';
  const inFuture = 'تاريخ هذا التصويب لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-01-20 03:00. اكتب متى كُتب التصويب.';

  it.each<[what: string, lines: string[], problems: unknown[]]>([
    ['strings', ['corrections: [حمص لا حلب]'], [[6, 'قيمة «corrections» ليست نصًّا بل مفاتيح تحته: date، kind، text.']]],
    ['a string', ['corrections: حمص لا حلب'], [[6, 'قيمة «corrections» ليست نصًّا بل مفاتيح تحته: date، kind، text.']]],
    [
      'a misspelt kind',
      ['corrections:', '  - { date: 2022-01-14, kind: تصوب, text: حمص }'],
      [
        [
          7,
          'القيمة «تصوب» لا تصلح في «kind». اكتب واحدة من هذه: تصويب، توضيح، تحديث، correction، clarification، update.',
          '  - { date: 2022-01-14, kind: تصويب, text: حمص }',
        ],
      ],
    ],
    [
      'an empty text and an Arabic key',
      ['corrections:', '  - date: 2022-01-14', '    kind: تصويب', '    text: ""', '    نوع: تصويب'],
      [
        [9, 'المفتاح «text» بلا قيمة، ولا بدّ له من قيمة.'],
        [10, 'المفتاح «نوع» غير معروف. لعلك تقصد «kind».', '    kind: تصويب'],
      ],
    ],
    [
      'a missing date',
      ['corrections: { kind: تصويب, text: حمص }'],
      [[6, 'ينقص المفتاح «date» داخل «corrections»، ولا بدّ منه.']],
    ],
    [
      'an Arabic name of the key',
      ['تصويبات: [{ date: 2022-01-14, kind: تصويب, text: حمص }]'],
      [
        [
          6,
          'المفتاح «تصويبات» غير معروف. لعلك تقصد «corrections».',
          'corrections: [{ date: 2022-01-14, kind: تصويب, text: حمص }]',
        ],
      ],
    ],
    [
      'the day of publication without a time',
      ['corrections:', '  - { date: 2022-01-13, kind: تصويب, text: حمص }'],
      [[7, beforePublication, '  - { date: 2022-01-13 10:30, kind: تصويب, text: حمص }']],
    ],
    [
      'a date in the year before',
      ['corrections:', '  date: 2021-12-15', '  kind: تصويب', '  text: حمص'],
      [[7, beforePublication, '  date: 2022-12-15']],
    ],
    [
      'a date in the future, with day and month exchanged',
      ['corrections: [{ date: 2026-12-01, kind: تصويب, text: حمص }]'],
      [[6, inFuture, 'corrections: [{ date: 2026-01-12, kind: تصويب, text: حمص }]']],
    ],
    [
      'a date of next year',
      ['corrections:', '  - date: 2027-01-19', '    kind: تصويب', '    text: حمص'],
      [[7, inFuture, '  - date: 2026-01-19']],
    ],
  ])('are refused with line and correction: %s', (_, lines, problems) => {
    expect(read(...lines).problems.map((problem) => problem.filter((part) => part !== undefined))).toEqual(problems);
  });
});

describe('a withdrawal', () => {
  it('has a date and a reason', () => {
    expect(read('withdrawn: { date: 2022-02-01 17:20, reason: لم يثبت الخبر. }')).toEqual({
      withdrawn: { date: '2022-02-01T15:20:00.000Z', reason: 'لم يثبت الخبر.' },
      problems: [],
    });
  });

  it.each<[what: string, line: string, message: string, suggestion?: string]>([
    ['without a map', 'withdrawn: true', 'قيمة «withdrawn» ليست نصًّا بل مفاتيح تحته: date، reason.'],
    ['without a reason', 'withdrawn: { date: 2022-02-01 }', 'ينقص المفتاح «reason» داخل «withdrawn»، ولا بدّ منه.'],
    ['without a date', 'withdrawn: { reason: لم يثبت }', 'ينقص المفتاح «date» داخل «withdrawn»، ولا بدّ منه.'],
    [
      'before the publication',
      'withdrawn: { date: 2022-01-13, reason: لم يثبت }',
      'تاريخ السحب في «withdrawn» أقدم من «date»، ولا يُسحب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.',
      'withdrawn: { date: 2022-01-13 10:30, reason: لم يثبت }',
    ],
    [
      'in the future',
      'withdrawn: { date: 2026-02-01, reason: لم يثبت }',
      'تاريخ السحب في «withdrawn» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-01-20 03:00. اكتب متى سُحب المقال.',
      'withdrawn: { date: 2026-01-02, reason: لم يثبت }',
    ],
  ])('is refused %s', (_, line, message, suggestion) => {
    expect(read(line).problems).toEqual([[6, message, suggestion]]);
  });
});
