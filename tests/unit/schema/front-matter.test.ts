import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/schema/front-matter.ts';

const unclosed = 'بيانات الملف بلا سطر يغلقها. اكتب «---» وحدها في سطر بعد آخر مفتاح.';
const missing = 'لا يبدأ الملف ببياناته. اكتبها في أوله بين سطرين في كل منهما «---» وحدها.';
const misdashed = (dashes: string) =>
  `السطر «${dashes}» لا يحدّ بيانات الملف. اكتب مكانه ثلاث شَرطات من لوحة المفاتيح: «---».`;

describe('front matter', () => {
  it.each([
    ['---\ntitle: نص\n---\nمتن', 'متن', 4],
    ['---\r\ntitle: نص\r\n---\r\nمتن', 'متن', 4],
    ['\ufeff---\ntitle: نص\n---\nمتن', 'متن', 4],
    ['\ufeff\n\n---\ntitle: نص\n---\nمتن', 'متن', 6],
    ['\u200f---\u200f \ntitle: نص\n\u200b---\u200e\nمتن', 'متن', 4],
    ['  ---\ntitle: نص\n  ---\nمتن', 'متن', 4],
    ['---\ntitle: نص\n---\nمتن\n---\nبقية', 'متن\n---\nبقية', 4],
    ['---\ntitle: نص\nsummary: |\n  ---\n---\nمتن', 'متن', 6],
    ['---\ntitle: نص\n---', '', 3],
  ])('of %j leaves the body %j from line %d', (text, body, bodyLine) => {
    const read = readFrontMatter(text, 'a.md');
    if ('problem' in read) throw new Error(read.problem.message);
    expect([read.body, read.bodyLine, read.source.value?.title, read.source.problems]).toEqual([
      body,
      bodyLine,
      'نص',
      [],
    ]);
  });

  it.each([
    ['', 1, missing],
    ['متن.', 1, missing],
    ['title: نص\n---\n', 1, missing],
    ['+++\ntitle = "نص"\n+++\n', 1, missing],
    ['---\ntitle: نص\nauthor: huda\n\nمتن.', 4, unclosed],
    ['---\ntitle: نص\n- وسم\n# تعليق\nمتن من سطر.', 5, unclosed],
    ['---\ntitle: نص\n', 3, unclosed],
    ['—\ntitle: نص\n—\n', 1, misdashed('—')],
    ['———\ntitle: نص\n———\n', 1, misdashed('———')],
    ['‐‐‐\ntitle: نص\n‐‐‐\n', 1, misdashed('‐‐‐')],
    ['–––\ntitle: نص\n–––\n', 1, misdashed('–––')],
    ['ـــ\ntitle: نص\nـــ\n', 1, misdashed('ـــ')],
    ['--\ntitle: نص\n--\n', 1, misdashed('--')],
    ['\n\n----\ntitle: نص\n---\n', 3, misdashed('----')],
    ['***\ntitle: نص\n***\n', 1, misdashed('***')],
    ['---\ntitle: نص\n—\nمتن', 3, misdashed('—')],
    ['---\r\ntitle: نص\r\nـــ\r\nمتن', 3, misdashed('ـــ')],
  ])('of %j is refused at line %d: %s', (text, line, message) => {
    const read = readFrontMatter(text, 'a.md');
    expect('problem' in read && read.problem).toMatchObject({ file: 'a.md', line, message, suggestion: '---' });
  });

  it('that begins with other dashes shows them, past a byte order mark', () => {
    const read = readFrontMatter('\ufeff—\ntitle: نص\n', 'a.md');
    expect('problem' in read && read.problem).toMatchObject({ line: 1, column: 2, source: '\ufeff—' });
  });
});
