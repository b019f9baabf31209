import { expect, test } from 'vitest';
import { shareCorrections } from '../../../src/schema/corrections.ts';
import type { Problem } from '../../../src/schema/problem.ts';

const problem = (fields: Partial<Problem>): Problem => ({ file: 'a.md', line: 3, message: 'رسالة.', ...fields });

test.each<[name: string, source: string, suggestions: string[], shared: string[]]>([
  ['in two places', '[“أ”, “ب”]', ['[أ, “ب”]', '[“أ”, ب]'], ['[أ, ب]', '[أ, ب]']],
  ['one within the other', 'عنوان:نص', ['عنوان: نص', 'title: نص'], ['title: نص', 'title: نص']],
  ['that are the same', 'أب', ['أ', 'أ'], ['أ', 'أ']],
  ['that overlap', 'أبجد', ['سد', 'أس'], ['سد', 'أس']],
])('corrections of one line %s are merged unless they overlap', (_name, source, suggestions, shared) => {
  const problems = suggestions.map((suggestion) => problem({ column: 1, source, suggestion }));
  expect(shareCorrections(problems).map(({ suggestion }) => suggestion)).toEqual(shared);
});

test('corrections of other lines, of other files and of lines to add are not merged', () => {
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
