import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblems } from '../../../../src/schema/problem.ts';
import { readYaml } from '../../../../src/schema/yaml/read-yaml.ts';

test('reading ends for any text, and every problem has a line and a column in the text', () => {
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
