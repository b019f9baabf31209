import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatProblems } from '../../../../src/schema/problem.ts';
import { bareValue, unwrapSmartQuotes } from '../../../../src/schema/yaml/clean-text.ts';
import { readYaml } from '../../../../src/schema/yaml/read-yaml.ts';
import { quoteYaml, writeYaml } from '../../../../src/schema/yaml/write-yaml.ts';

describe('a text written as YAML', () => {
  it.each([
    ['نص', 'نص'],
    ['قال "نعم"', 'قال "نعم"'],
    ['عاجل: نص', '"عاجل: نص"'],
    ['"الرئيس": سنعود', '\'"الرئيس": سنعود\''],
    ['it\'s: "ok"', "'it''s: \"ok\"'"],
    ['نص #وسم', '"نص #وسم"'],
    ['C#', '"C#"'],
    ['- نص', '"- نص"'],
    ['“نص”', '"“نص”"'],
    ['«نص»', '«نص»'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['نص]', '"نص]"'],
    [' نص', '" نص"'],
    ['C:\\path: x', "'C:\\path: x'"],
  ])('%j is %j', (text, written) => {
    expect(writeYaml(text)).toBe(written);
  });

  const texts = fc.string({ unit: fc.constantFrom(...'نصab1 :#-"\'[]{},،&*!|>%@`~؟“”«»\\/') });

  it('reads back without a problem, bare or in quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const written of [writeYaml(text), quoteYaml(text)]) {
          const { value, problems } = readYaml(`key: ${written}\n`, 'a.md', 1);
          expect(problems).toEqual([]);
          expect(value?.key ?? '').toBe(text.trim() === '' ? '' : text);
        }
      }),
    );
  });
});

test.each([
  ['“نص”', ['نص']],
  ['‘نص’', ['نص']],
  ['„نص“', ['نص']],
  ['“نص"', ['نص']],
  ['“ نص ”', ['نص']],
  ['“أ، ب”', ['أ، ب']],
  ['“أ”، “ب”', ['أ', 'ب']],
  ['“أ”,“ب”', ['أ', 'ب']],
  ['«نص»', undefined],
  ['“نعم” قال', undefined],
  ['قال “نعم”', undefined],
  ['“نعم” ثم “لا”', undefined],
  ['“”', undefined],
  ['نص', undefined],
])('between smart quotes, %j is %j', (text, inner) => {
  expect(unwrapSmartQuotes(text)).toEqual(inner);
});

test.each([
  ['\u200f huda\u00a0 ', 'huda'],
  ['أخبار\u00a0 العالم', 'أخبار العالم'],
  ['ا\u0654خبار', 'أخبار'],
])('the name %j is %j', (text, bare) => {
  expect(bareValue(text)).toBe(bare);
});

test('whatever stands in a file, reading it ends, and every problem can be shown in its line', () => {
  const words = [
    'title',
    'tags',
    'image',
    'نص',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\t',
    '- ',
    '– ',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
  ];
  const more = [
    '، ',
    ', ',
    '&',
    '*',
    '!',
    '|',
    '>',
    '~',
    '“',
    '”',
    '：',
    '\u200f',
    '\u00a0',
    '\ufeff',
    '\\',
    '---',
    '?',
    '=',
  ];
  const files = fc.array(fc.constantFrom(...words, ...more), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(files, (text) => {
      const lines = text.split('\n');
      const { problems } = readYaml(text, 'a.md', 1);
      for (const { line, column = 1, source, message } of problems) {
        expect(lines[line - 1] === undefined && source !== undefined, message).toBe(false);
        if (source === undefined) continue;
        expect(source, message).toBe(lines[line - 1]?.replace(/\r$/, ''));
        expect(column, message).toBeGreaterThan(0);
        expect(column, message).toBeLessThanOrEqual(source.length + 1);
      }
      expect(formatProblems(problems)).toContain(problems.length === 0 ? 'لا خطأ' : 'a.md:');
    }),
    { numRuns: 2000, examples: [[': &title\n  title']] },
  );
});
