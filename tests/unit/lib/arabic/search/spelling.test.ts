import { describe, expect, test } from 'vitest';
import { completeWord } from '../../../../../src/lib/arabic/search/completion.ts';
import { correctWord, countSlips } from '../../../../../src/lib/arabic/search/spelling.ts';
import { normalizeWord } from '../../../../../src/lib/arabic/search/words.ts';

const words = ['تمساح4', 'أوكرانيا6', 'فلسفة3', 'ملياردير2', 'محادثات5', 'محاكمة5', 'محادثة1', 'قمر3', 'قمح1'].map(
  (line) => ({
    shown: line.slice(0, -1),
    base: normalizeWord(line.slice(0, -1)),
    frequency: Number(line.slice(-1)),
  }),
);

describe('the distance', () => {
  test.each([
    ['تمساح', 'تمساح', 0],
    ['تمساخ', 'تمساح', 0.6],
    ['تمسحا', 'تمساح', 0.8],
    ['تمسح', 'تمساح', 0.8],
    ['تمسساح', 'تمساح', 1],
    ['تمثاح', 'تمساح', 0.6],
    ['', 'اب', 2],
  ])('between «%s» and «%s» is %d', (from, to, count) => {
    expect(countSlips(from, to)).toBeCloseTo(count);
  });
});

describe('the correction', () => {
  test.each([
    ['تمساخ', 'تمساح'],
    ['اوكرانياا', 'أوكرانيا'],
    ['فلصفه', 'فلسفة'],
    ['ملياردر', 'ملياردير'],
    ['محادثاط', 'محادثات'],
    ['زرافه', undefined],
    ['قمد', undefined],
    ['تم', undefined],
    ['تمساح', undefined],
  ])('of %s is %s', (base, meant) => {
    expect(correctWord(base, words)?.shown).toBe(meant);
  });
});

test('the most frequent words complete a beginning, and no word completes itself', () => {
  expect(completeWord('محا', words, 2).map(({ shown }) => shown)).toEqual(['محاكمة', 'محادثات']);
  expect(completeWord('قمر', words, 5)).toEqual([]);
});
