import { expect, test } from 'vitest';
import { swapLetters } from '../../../../../src/lib/arabic/search/single-byte-letters.ts';

test.each([
  ['Arabic letters become ASCII', 'خبر من بيروت', 'NHQ ef HjQhJ'],
  ['and ASCII letters Arabic', 'WHO', '\u0637\u0628\u062f'],
  ['tashkeel too', 'حَرْب', 'MnQrH'],
  ['digits, spaces and punctuation stay', '12 (3)، ؟', '12 (3)، ؟'],
  ['other scripts stay', 'é پ 你 \u{1f600}', 'é پ 你 \u{1f600}'],
])('%s: %s', (_, text, swapped) => {
  expect(swapLetters(text)).toBe(swapped);
  expect(swapLetters(swapped)).toBe(text);
});

test('every character comes back', () => {
  const all = Array.from({ length: 0x800 }, (_, code) => String.fromCharCode(code)).join('');
  expect(swapLetters(swapLetters(all))).toBe(all);
  expect(new Set(swapLetters(all)).size).toBe(all.length);
});
