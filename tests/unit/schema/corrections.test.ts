import { expect, test } from 'vitest';
import { editBetween, shareCorrections } from '../../../src/schema/corrections.ts';
import type { Problem } from '../../../src/schema/problem.ts';

const problem = (fields: Partial<Problem>): Problem => ({ file: 'a.md', line: 3, message: 'رسالة.', ...fields });

test.each([
  ['title: أ: ب', 'title: "أ: ب"', { start: 7, end: 11, replacement: '"أ: ب"' }],
  ['title:نص', 'title: نص', { start: 6, end: 6, replacement: ' ' }],
  ['aab', 'ab', { start: 1, end: 2, replacement: '' }],
  ['', 'نص', { start: 0, end: 0, replacement: 'نص' }],
  ['نص', 'نص', { start: 2, end: 2, replacement: '' }],
])('%j becomes %j by %j', (before, after, edit) => {
  expect(editBetween(before, after)).toEqual(edit);
});

test.each<[name: string, source: string, suggestions: string[], shared: string[]]>([
  ['in two places', '[“أ”, “ب”]', ['[أ, “ب”]', '[“أ”, ب]'], ['[أ, ب]', '[أ, ب]']],
  ['one within the other', 'عنوان:نص', ['عنوان: نص', 'title: نص'], ['title: نص', 'title: نص']],
  ['that are the same', 'أب', ['أ', 'أ'], ['أ', 'أ']],
  ['that cross', 'أبجد', ['سد', 'أس'], ['سد', 'أس']],
])('corrections of one line %s are shared where they can be', (_name, source, suggestions, shared) => {
  const problems = suggestions.map((suggestion) => problem({ column: 1, source, suggestion }));
  expect(shareCorrections(problems).map(({ suggestion }) => suggestion)).toEqual(shared);
});

test('corrections of other lines, other files and lines to add stay apart', () => {
  const problems = [
    problem({ column: 1, source: 'أ ب', suggestion: 'س ب' }),
    problem({ column: 1, source: 'أ ب', suggestion: 'أ ص', line: 4 }),
    problem({ column: 1, source: 'أ ب', suggestion: 'أ ص', file: 'b.md' }),
    problem({ column: 1, source: 'أ ب' }),
    problem({ suggestion: 'id: k7q3m' }),
    problem({ suggestion: 'title: نص' }),
  ];
  expect(shareCorrections(problems)).toEqual(problems);
});
