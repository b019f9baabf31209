import { expect, test } from 'vitest';
import { createNameTable } from '../../../../src/lib/arabic/search/names.ts';
import { readWordLines } from '../../../../src/lib/arabic/search/word-lines.ts';
import { normalizeWord } from '../../../../src/lib/arabic/search/words.ts';
import { composeWordFiles, type WrittenWord } from '../../../../src/site-build/search/word-lists.ts';

const word = (written: string, base: string, count = 1, isName = false): WrittenWord => ({
  written,
  base: normalizeWord(base),
  count,
  isName,
});

function listed(...vocabulary: WrittenWord[]) {
  const files = composeWordFiles(vocabulary, 10, createNameTable());
  expect(files.map(({ path }) => path)).toEqual(['words/first-0.txt', 'words/last-0.txt']);
  const [first, last] = files.map(({ content }) => String(content));
  expect(last).toBe(first);
  return readWordLines(first ?? '').map(({ base, ...line }) => line);
}

const line = {
  bare: 1,
  definite: 0,
  hasPreposition: false,
  hasLam: false,
  hasBoth: false,
  hasConjunction: false,
  isName: false,
};

test('a word is listed once, as most records spell it, with what stands before it', () => {
  expect(
    listed(
      word('«أسعار»', 'أسعار', 3),
      word('اسعار', 'أسعار', 1),
      word('وبالأسعار،', 'أسعار', 2),
      word('بأسعار', 'أسعار', 2),
      word('ولأسعار', 'أسعار'),
    ),
  ).toEqual([
    {
      ...line,
      shown: 'أسعار',
      bare: 4,
      definite: 2,
      hasPreposition: true,
      hasLam: true,
      hasBoth: true,
      hasConjunction: true,
    },
  ]);
});

test('a word that is spelt otherwise with the article is listed twice', () => {
  expect(listed(word('جرى', 'جري', 4), word('للجري', 'جري'))).toEqual([
    { ...line, shown: 'جرى', bare: 4 },
    { ...line, shown: 'جري', bare: 0, definite: 1, hasBoth: true },
  ]);
});

test('what is of a name is told', () => {
  expect(listed(word('مُرقص', 'مرقص', 1, true))).toEqual([{ ...line, shown: 'مرقص', isName: true }]);
});

test('insults, numbers, short words and what is left of words with proclitics are not listed', () => {
  expect(
    listed(word('حقير', 'حقير'), word('2026', '2026'), word('من', 'من'), word('وزير', 'زير'), word('a-b', 'ab')),
  ).toEqual([]);
});
