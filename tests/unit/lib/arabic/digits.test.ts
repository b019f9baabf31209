import { expect, test } from 'vitest';
import { formatDigits, toLatinDigits } from '../../../../src/lib/arabic/digits.ts';

test.each([
  [12, 'latn', '12'],
  [12, 'arab', '١٢'],
  [1234567890, 'arab', '١٢٣٤٥٦٧٨٩٠'],
  [1.5, 'latn', '1.5'],
  [1.5, 'arab', '١٫٥'],
  ['13 يناير 2022', 'arab', '١٣ يناير ٢٠٢٢'],
  ['١٣ يناير ٢٠٢٢', 'latn', '13 يناير 2022'],
  ['۱۳ يناير ۲۰۲۲', 'arab', '١٣ يناير ٢٠٢٢'],
  ['Node.js 24.21', 'arab', 'Node.js ٢٤.٢١'],
  ['', 'arab', ''],
] as const)('%j in the system %s is «%s»', (text, system, expected) => {
  expect(formatDigits(text, system)).toBe(expected);
});

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['سنة ٢022', 'سنة 2022'],
  ['بلا أرقام', 'بلا أرقام'],
])('«%s» in Latin digits is «%s»', (text, expected) => {
  expect(toLatinDigits(text)).toBe(expected);
});
