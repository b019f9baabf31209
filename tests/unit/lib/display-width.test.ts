import { expect, test } from 'vitest';
import { blankLike } from '../../../src/lib/display-width.ts';

test.each([
  ['', ''],
  ['title: ', '       '],
  ['عاجل', '    '],
  ['كُتِبَ', '   '],
  ['الرَّئيس', '      '],
  ['\u200ftitle\u202e:\u200b ', '       '],
  ['\ufeffid', '  '],
  ['\t- ', '\t  '],
  ['title：', '       '],
  ['🚨 خبر', '      '],
  ['\u00a0\u00a0', '  '],
  ['e\u0301', ' '],
  ['a\u0007b', '  '],
  ['👨‍👩‍👧 خبر', '      '],
  ['🇱🇧', '  '],
])('%j is as wide in a terminal as %j', (text, blank) => {
  expect(blankLike(text)).toBe(blank);
});
