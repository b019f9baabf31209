import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findUnprintable, showUnprintable, toPrintable } from '../../../src/lib/printable-text.ts';

test.each([
  ['control characters', 'نه\u0000ر\u0007 و\u001b[2Jجس\u007fر\u009f', 'نهر و[2Jجسر'],
  ['breaks of word processors', 'سطر\vثان\fثالث\u0085رابع', 'سطر ثان ثالث رابع'],
  ['halves of surrogate pairs', '\ud83dشمس\udf1e \ud83c', 'شمس '],
  ['noncharacters', 'نص\ufdd0\ufdef\ufffe\uffff\u{1fffe}\u{10ffff}', 'نص'],
  [
    'nothing else',
    'سطر\t«نعم» \r\n🌞 ز\u200cا\u200f é \u00a0 \u2028 \ufffd',
    'سطر\t«نعم» \r\n🌞 ز\u200cا\u200f é \u00a0 \u2028 \ufffd',
  ],
])('%s are removed, or become spaces', (_, written, printable) => {
  expect(toPrintable(written)).toBe(printable);
});

describe('the printable text', () => {
  it('of any text is well-formed, has the same number of lines and stays as it is', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(anyUnit), (units) => {
        const text = units.join('');
        const printable = toPrintable(text);
        expect(printable.isWellFormed()).toBe(true);
        expect(printable.split('\n').length).toBe(text.split('\n').length);
        expect(findUnprintable(printable)).toEqual([]);
      }),
    );
  });
});

test('what is unprintable is shown in terminals, unit for unit', () => {
  const written = 'أ\u0002ب\u001bج\u007fد\u0085ه\ud800و\u{1fffe}';
  expect(showUnprintable(written)).toBe('أ␂ب␛ج␡د�ه�و��');
  expect(showUnprintable(written)).toHaveLength(written.length);
});
