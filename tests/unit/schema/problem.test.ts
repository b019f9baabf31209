import { expect, test } from 'vitest';
import { formatProblems, type Problem } from '../../../src/schema/problem.ts';

const problem = (fields: Partial<Problem>): Problem => ({ file: 'a.md', line: 3, message: 'رسالة.', ...fields });

/** Returns the report without its last line, which counts the problems. */
const blockOf = (...problems: Problem[]) => formatProblems(problems).split('\n').slice(0, -2);

test.each<[name: string, fields: Partial<Problem>, block: string[]]>([
  [
    'a place and the corrected line',
    { column: 8, source: 'title: عاجل: انفجار', suggestion: 'title: "عاجل: انفجار"' },
    ['a.md:3: رسالة.', '    title: عاجل: انفجار', '           ^', '    title: "عاجل: انفجار"'],
  ],
  ['a place and nothing to offer', { column: 1, source: 'نص' }, ['a.md:3: رسالة.', '    نص', '    ^']],
  ['a line to add', { suggestion: 'id: k7q3m' }, ['a.md:3: رسالة.', '    id: k7q3m']],
  ['no place', {}, ['a.md:3: رسالة.']],
  ['a line without a column', { source: 'نص' }, ['a.md:3: رسالة.']],
  ['a column without a line', { column: 5 }, ['a.md:3: رسالة.']],
  ['a place behind tashkeel', { column: 12, source: 'كُتِبَ: خبرٌ' }, ['a.md:3: رسالة.', '    كُتِبَ: خبرٌ', '            ^']],
  [
    'a place behind invisible marks',
    { column: 4, source: '\u200f\u202bab' },
    ['a.md:3: رسالة.', '    \u200f\u202bab', '     ^'],
  ],
  ['a place behind a tab', { column: 3, source: '\t- أ' }, ['a.md:3: رسالة.', '    \t- أ', '    \t ^']],
  [
    'a place behind a full-width colon',
    { column: 7, source: 'title：نص' },
    ['a.md:3: رسالة.', '    title：نص', '           ^'],
  ],
  ['a column at the end of its line', { column: 3, source: 'نص' }, ['a.md:3: رسالة.', '    نص', '      ^']],
  ['a column beyond its line', { column: 99, source: 'نص' }, ['a.md:3: رسالة.', '    نص', '      ^']],
])('a problem with %s is shown', (_name, fields, block) => {
  expect(blockOf(problem(fields))).toEqual(block);
});

test('problems are sorted by file, line and column, with an empty line between files', () => {
  const report = formatProblems([
    problem({ file: 'b.md', line: 1 }),
    problem({ line: 10 }),
    problem({ line: 2, column: 9, message: 'ثانية.' }),
    problem({ line: 2, column: 1, message: 'أولى.' }),
  ]);
  expect(report).toBe(
    'a.md:2: أولى.\na.md:2: ثانية.\na.md:10: رسالة.\n\nb.md:1: رسالة.\n\nفي المحتوى 4 أخطاء، ولم يُبنَ الموقع.',
  );
});

test.each([
  [0, 'لا خطأ في المحتوى.'],
  [1, 'في المحتوى خطأ واحد، ولم يُبنَ الموقع.'],
  [2, 'في المحتوى خطآن، ولم يُبنَ الموقع.'],
  [3, 'في المحتوى 3 أخطاء، ولم يُبنَ الموقع.'],
  [10, 'في المحتوى 10 أخطاء، ولم يُبنَ الموقع.'],
  [11, 'في المحتوى 11 خطأً، ولم يُبنَ الموقع.'],
  [99, 'في المحتوى 99 خطأً، ولم يُبنَ الموقع.'],
  [100, 'في المحتوى 100 خطأ، ولم يُبنَ الموقع.'],
  [102, 'في المحتوى 102 خطأ، ولم يُبنَ الموقع.'],
  [103, 'في المحتوى 103 أخطاء، ولم يُبنَ الموقع.'],
  [111, 'في المحتوى 111 خطأً، ولم يُبنَ الموقع.'],
])('the last line counts %d problems as «%s»', (count, counted) => {
  const problems = Array.from({ length: count }, () => problem({}));
  expect(formatProblems(problems).split('\n').at(-1)).toBe(counted);
});

const words = 'كلمة '.repeat(20);

test('a long line is cut to the words near the place, and so is its correction', () => {
  const source = `${words}قال: خبر ${words.trim()}`;
  const column = source.indexOf('قال') + 1;
  const near = 'كلمة '.repeat(10);
  const [, shown, caret, corrected] = blockOf(problem({ column, source, suggestion: source.replace('قال:', 'قال') }));
  expect(shown).toBe(`    …${near}قال: خبر ${near.trim()}…`);
  expect(caret).toBe(`    ${' '.repeat(1 + near.length)}^`);
  expect(corrected).toBe(`    …${near}قال خبر ${near.trim()}…`);
});

test('a long line is not cut inside what is corrected', () => {
  const source = `قال: ${words}خبر: ${words.trim()}`;
  const [, shown, , corrected] = blockOf(problem({ column: 1, source, suggestion: source.replaceAll(':', '') }));
  expect(shown).toContain('خبر:');
  expect(corrected).toContain(`قال ${words}خبر كلمة`);
});
