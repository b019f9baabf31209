import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestBytes, digestText, digestValue } from '../../../src/lib/digest.ts';

test('a digest is the first 20 hexadecimal digits of the SHA-256', () => {
  const text = 'مقال عن «القاهرة»';
  const expected = createHash('sha256').update(text).digest('hex').slice(0, 20);
  expect(digestText(text)).toBe(expected);
  expect(digestBytes(new TextEncoder().encode(text))).toBe(expected);
});

test.each([
  [
    { a: 1, b: { c: 2, d: 3 } },
    { b: { d: 3, c: 2 }, a: 1 },
  ],
  [{ a: 1, b: undefined }, { a: 1 }],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [[undefined], [null]],
])('%j and %j have the same digest', (one, other) => {
  expect(digestValue(one)).toBe(digestValue(other));
});

test.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: null }, {}],
  [
    [1, 2],
    [2, 1],
  ],
  [
    [1, [2]],
    [[1], 2],
  ],
  [['a,b'], ['a', 'b']],
  [{ a: 'b' }, { b: 'a' }],
  [[], {}],
  ['مَن', 'من'],
])('%j and %j have different digests', (one, other) => {
  expect(digestValue(one)).not.toBe(digestValue(other));
});

test.each([
  ['a map', new Map([[1, 2]])],
  ['a set', { deep: [new Set([1])] }],
  ['a function', { deep: () => 1 }],
  ['a bigint', 1n],
  ['bytes', new Uint8Array(2)],
])('%s throws, since JSON would lose it', (_what, value) => {
  expect(() => digestValue(value)).toThrow(TypeError);
});
