import { expect, test } from 'vitest';
import { overhangsMargin } from '../../../../src/lib/arabic/overhang.ts';

test.each([
  ['كيف اتفقت إحدى عشرة دولة؟', true],
  ['كُتب في الظلّ', true],
  ['گلستان سعدي', true],
  ['لماذا كتب؟', false],
  ['«كتاب» في الميزان', false],
  ['ك', false],
  ['', false],
])('whether «%s» begins beyond the margin: %s', (headline, expected) => {
  expect(overhangsMargin(headline)).toBe(expected);
});
