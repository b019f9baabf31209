import { expect, test } from 'vitest';
import { masculineOrdinal } from '../../../../src/lib/arabic/ordinals.ts';

test.each([
  [1, 'الأول'],
  [2, 'الثاني'],
  [8, 'الثامن'],
  [10, 'العاشر'],
  [11, 'الحادي عشر'],
  [12, 'الثاني عشر'],
  [19, 'التاسع عشر'],
  [20, 'العشرون'],
  [21, 'الحادي والعشرون'],
  [32, 'الثاني والثلاثون'],
  [50, 'الخمسون'],
  [99, 'التاسع والتسعون'],
  [0, undefined],
  [100, undefined],
  [1.5, undefined],
])('the ordinal of %d is %s', (number, ordinal) => {
  expect(masculineOrdinal(number)).toBe(ordinal);
});
