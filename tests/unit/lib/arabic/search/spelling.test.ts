import { describe, expect, test } from 'vitest';
import { type Beginning, completeWord, readBeginning } from '../../../../../src/lib/arabic/search/completion.ts';
import { isOffensive } from '../../../../../src/lib/arabic/search/offensive-words.ts';
import { correctWord, countSlips } from '../../../../../src/lib/arabic/search/spelling.ts';
import {
  type ListedWord,
  readWordLines,
  writeAfter,
  writeWordLine,
} from '../../../../../src/lib/arabic/search/word-lines.ts';

const bare = 1;
const withArticle = 2;
const withPreposition = 4;
const name = 8;
const words = readWordLines(
  [
    `تمساح4${bare + withArticle}`,
    `أوكرانيا6${bare}`,
    `فلسفة3${withArticle}`,
    `ملياردير2${bare}`,
    `محادثات5${bare + withArticle}`,
    `محاكمة5${bare}`,
    `محادثة1${bare}`,
    `محاضر0${(name + bare).toString(16)}`,
    `قمر3${bare + withPreposition}`,
    `قمعت2${bare}`,
    `قمح1${bare}`,
    `بناني3${bare}`,
    `كناني0${(name + bare).toString(16)}`,
  ].join('\n'),
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
    ['كنان', 'كناني'],
    ['دجال', undefined],
  ])('of %s is %s', (base, meant) => {
    expect(correctWord(base, words)?.shown).toBe(meant);
  });
});

test('a line of a word list is read as it was written', () => {
  const line = {
    shown: 'فلسفة',
    frequency: 3,
    isBare: false,
    hasArticle: true,
    hasPreposition: false,
    isName: true,
  };
  expect(writeWordLine(line)).toBe('فلسفة3a');
  expect(readWordLines('فلسفة3a')).toEqual([{ ...line, base: 'فلسفه' }]);
  expect(readWordLines('')).toEqual([]);
});

test.each<[before: string, word: string, written: string | undefined]>([
  ['', 'تمساح', 'تمساح'],
  ['ال', 'تمساح', 'التمساح'],
  ['بال', 'تمساح', 'بالتمساح'],
  ['و', 'تمساح', 'وتمساح'],
  ['ب', 'قمر', 'بقمر'],
  ['ب', 'قمعت', undefined],
  ['و', 'قمعت', 'وقمعت'],
  ['', 'فلسفة', undefined],
  ['لل', 'فلسفة', 'للفلسفة'],
  ['ال', 'أوكرانيا', undefined],
])('after «%s», «%s» is written %s', (before, shown, written) => {
  expect(writeAfter(before, words.find((word) => word.shown === shown) as ListedWord)).toBe(written);
});

test.each<[typed: string, offered: string[]]>([
  ['محا', ['محاكمة', 'محادثات', 'محاضر']],
  ['المحا', ['المحادثات']],
  ['فلس', []],
  ['بالفلس', ['بالفلسفة']],
  ['قمر', []],
])('«%s» may become %j: forms that articles have, one of each word, the most frequent first', (typed, offered) => {
  const [beginning] = readBeginning(typed);
  const completions = completeWord(beginning as Beginning, words, { count: 3, least: 1 });
  expect(completions.map(({ text }) => text)).toEqual(offered);
});

test('a beginning is read without the article, whole, and without proclitics', () => {
  expect(readBeginning('والم')).toEqual([
    { before: '', letters: 'والم' },
    { before: 'و', letters: 'الم' },
  ]);
  expect(readBeginning('المح')).toEqual([
    { before: 'ال', letters: 'مح' },
    { before: '', letters: 'المح' },
  ]);
  expect(readBeginning('م')).toEqual([]);
});

test.each([
  ['كلب', true],
  ['كلبي', false],
  ['شرموطه', true],
  ['نيكوسيا', false],
  ['كسوف', false],
  ['عرصات', false],
])('«%s» is offensive: %s', (base, expected) => {
  expect(isOffensive(base)).toBe(expected);
});
