import { expect, it } from 'vitest';
import { mapInTurns } from '../../../src/build/turns.ts';

it('maps items in their order, and lets others have a turn meanwhile', async () => {
  const items = Array.from({ length: 200 }, (_, index) => index);
  let mapped = 0;
  const mapping = mapInTurns(items, (item) => {
    mapped += 1;
    return item * 2;
  });
  const seen: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(mapped);
  }
  expect(await mapping).toEqual(items.map((item) => item * 2));
  expect(seen.every((count) => count < items.length), seen.join(' ')).toBe(true);
});
