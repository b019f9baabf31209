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

/** Words with their counts without the article and with it, and their flags, as lists have them. */
const withPreposition = 1;
const withBoth = 2;
const withConjunction = 4;
const name = 8;
const withLam = 16;
const words = readWordLines(
  [
    `تمساح54${withPreposition + withBoth}`,
    `أوكرانيا70${withPreposition}`,
    `فلسفة04${withBoth}`,
    'ملياردير300',
    `محادثات56${withBoth}`,
    'محاكمة610',
    'محادثة200',
    `محاضر10${name}`,
    `قمر40${withPreposition}`,
    'قمعت300',
    'قمح200',
    'بناني400',
    `كناني10${name}`,
    'وعادوا400',
    `وزير75${withConjunction}`,
    'صينيون330',
    `تمويل33${withBoth}`,
    'تمثل510',
    `تتحدث40${withLam.toString(36)}`,
    'تحاليل450',
  ].join('\n'),
);

describe('the distance', () => {
  test.each([
    ['تمساح', 'تمساح', 0],
    ['تمساخ', 'تمساح', 0.6],
    ['تمسحا', 'تمساح', 0.8],
    ['تمسح', 'تمساح', 0.8],
    ['تمسساح', 'تمساح', 0.5],
    ['تمسح', 'تمسسح', 0.5],
    ['تمرساح', 'تمساح', 1],
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

test('a line of a word list is read as it was written, with counts rounded down to powers of two', () => {
  const line = {
    shown: 'فلسفة',
    hasPreposition: false,
    hasLam: true,
    hasBoth: true,
    hasConjunction: false,
    isName: true,
  };
  expect(writeWordLine({ ...line, bare: 0, definite: 13 })).toBe('فلسفة04q');
  expect(readWordLines('فلسفة04q')).toEqual([{ ...line, bare: 0, definite: 8, base: 'فلسفه' }]);
  expect(writeWordLine({ ...line, bare: 1, definite: 100_000 })).toBe('فلسفة1aq');
  expect(readWordLines('فلسفة1aq')).toMatchObject([{ bare: 1, definite: 512 }]);
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
  ['لال', 'تمساح', 'للتمساح'],
  ['ولال', 'تمساح', 'وللتمساح'],
  ['لل', 'صينيون', undefined],
  ['ال', 'صينيون', 'الصينيون'],
  ['و', 'وعادوا', undefined],
  ['س', 'تمويل', undefined],
  ['س', 'تحاليل', undefined],
  ['وس', 'تتحدث', 'وستتحدث'],
  ['ل', 'تتحدث', 'لتتحدث'],
  ['ب', 'تتحدث', undefined],
  ['ل', 'قمر', undefined],
  ['', 'وعادوا', 'وعادوا'],
  ['و', 'وزير', 'ووزير'],
])('after «%s», «%s» is written %s', (before, shown, written) => {
  expect(writeAfter(before, words.find((word) => word.shown === shown) as ListedWord)).toBe(written);
});

test.each<[typed: string, offered: string[]]>([
  ['محا', ['محاكمة', 'محادثات', 'محاضر']],
  ['المحا', ['المحادثات', 'المحاكمة']],
  ['التم', ['التمساح', 'التمويل', 'التمثل']],
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
