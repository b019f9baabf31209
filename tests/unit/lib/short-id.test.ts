import { expect, test } from 'vitest';
import { deriveShortId, isShortId, shortIdFromBytes } from '../../../src/lib/short-id.ts';

test.each([
  ['a4b5c', true],
  ['00000', true],
  ['zzzz9', true],
  ['abcde', false],
  ['a4b5', false],
  ['a4b5cd', false],
  ['A4B5C', false],
  ['i4b5c', false],
  ['l4b5c', false],
  ['o4b5c', false],
  ['u4b5c', false],
  ['a4b5٣', false],
  ['a4b5c\n', false],
  ['', false],
])('whether %j is a short id: %j', (text, expected) => {
  expect(isShortId(text)).toBe(expected);
});

test('the id derived from a path is always the same', () => {
  expect(deriveShortId('articles/2022/01/a.md')).toBe('9g9z1');
  expect(deriveShortId('articles/2022/01/a.md', 1)).toBe('zz7kb');
  expect(deriveShortId('articles/2022/01/a.md', 2)).toBe('wax09');
});

test('ten thousand derived ids are valid and almost all different', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => deriveShortId(`articles/2022/${index}.md`));
  expect(ids.every(isShortId)).toBe(true);
  expect(new Set(ids).size).toBeGreaterThan(9_990);
});

test('a path in NFC and in NFD gives the same id', () => {
  expect(deriveShortId('articles/أخبار.md'.normalize('NFD'))).toBe(deriveShortId('articles/أخبار.md'));
});

test('any eight bytes give a valid id', () => {
  expect(shortIdFromBytes(new Uint8Array(8))).toBe('00000');
  expect(shortIdFromBytes(new Uint8Array(8).fill(255))).toBe('5zzzz');
  expect(shortIdFromBytes(Uint8Array.of(10, 11, 12, 13, 14, 2, 7, 0))).toBe('ab7de');
  for (let byte = 0; byte < 256; byte += 1) {
    expect(isShortId(shortIdFromBytes(Uint8Array.from({ length: 8 }, (_, i) => byte * (i + 1))))).toBe(true);
  }
});

test('fewer than eight bytes throw', () => {
  expect(() => shortIdFromBytes(new Uint8Array(7))).toThrow(RangeError);
});
