import { describe, expect, it } from 'vitest';
import { pauseBefore } from '../../../src/client/live/ask-again.ts';

const seconds = 1000;

describe('the pause before a page of live coverage asks again', () => {
  it.each<[same: number, failures: number, pause: number]>([
    [0, 0, 30],
    [19, 0, 30],
    [20, 0, 60],
    [60, 0, 120],
    [0, 1, 60],
    [0, 3, 240],
    [90, 20, 300],
  ])('after %i answers without news and %i failures is %i seconds, or up to a fifth more', (same, failures, pause) => {
    expect(pauseBefore(same, failures, 0)).toBe(pause * seconds);
    expect(pauseBefore(same, failures, 1)).toBe(pause * 1.2 * seconds);
  });
});
