import { expect, test } from 'vitest';
import { analyseQuery } from '../../../../../src/lib/arabic/search/analysis.ts';
import { createMatcher, createPhraseMatcher, markText } from '../../../../../src/lib/arabic/search/matching.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';

const names = createNameTable();

function mark(query: string, text: string): string {
  const bases = analyseQuery(query, names).terms.map(({ base }) => base);
  return markText(text, createMatcher(bases, names))
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('');
}

test.each([
  ['محادثات', 'انتهت المُحَادَثَات، وبدأت محادثة', 'انتهت [المُحَادَثَات]، وبدأت [محادثة]'],
  ['قرض', 'رد «القروض» والقرض', 'رد «[القروض]» [والقرض]'],
  ['وزير', 'وزير الوزارة وزراء', '[وزير] الوزارة [وزراء]'],
  ['محادثات', 'ومحادثات لمحادثات', '[ومحادثات] [لمحادثات]'],
  ['غوغل', 'شركة Google، وجوجل', 'شركة [Google]، [وجوجل]'],
  ['في', 'في البيت', 'في البيت'],
  ['بيت', '<b>بيت</b> & بيوت', '<b>[بيت]</b> & [بيوت]'],
  ['خبر', '', ''],
])('the query «%s» marks whole words in «%s»', (query, text, expected) => {
  expect(mark(query, text)).toBe(expected);
});

test('at the level of skeletons, words with the same consonants match', () => {
  const matches = createMatcher(['وزير'], names, 'skeleton');
  expect(['الوزارة', 'وزارات', 'زيارة'].map(matches)).toEqual([true, true, false]);
});

test.each<[phrase: string, text: string, expected: boolean]>([
  ['حقوق الإنسان', 'منظمة تدافع عن حقوق الانسان', true],
  ['حقوق الإنسان', 'وحقوقُ الإنسان', true],
  ['حقوق الإنسان', 'حقوق إنسان', false],
  ['حقوق الإنسان', 'الإنسان حقوق', false],
  ['حقوق الإنسان', 'حقوق هذا الإنسان', false],
  ['مدرسة 12', 'في مدرسه ١٢، أمس', true],
  ['ال', 'الكتب', false],
  ['؟!', 'نص', true],
])('the phrase «%s» and the text «%s»: %s', (phrase, text, expected) => {
  expect(createPhraseMatcher(phrase)(text)).toBe(expected);
});
