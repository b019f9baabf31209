import { expect, test } from 'vitest';
import { bareValue, unwrapSmartQuotes } from '../../../../src/schema/yaml/clean-text.ts';

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
])('%j without its smart quotes is %j', (text, inner) => {
  expect(unwrapSmartQuotes(text)).toEqual(inner);
});

test.each([
  ['\u200f huda\u00a0 ', 'huda'],
  ['أخبار\u00a0 العالم', 'أخبار العالم'],
  ['ا\u0654خبار', 'أخبار'],
])('the name %j is normalized to %j', (text, bare) => {
  expect(bareValue(text)).toBe(bare);
});
