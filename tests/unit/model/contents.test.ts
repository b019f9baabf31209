import { describe, expect, it } from 'vitest';
import { listContents } from '../../../src/model/contents.ts';

const heading = (id: string, depth = 2) => ({ id, depth, text: id });
const [one, two, three] = [heading('أول'), heading('ثانٍ'), heading('ثالث')];

describe('the list of the headings of an article', () => {
  it.each([
    ['a long text', [one, two, three], { wordCount: 800 }, 3],
    ['a text of fewer words', [one, two, three], { wordCount: 799 }, 0],
    ['a long text of two headings', [one, two], { wordCount: 2000 }, 0],
    ['a long text whose author wants none', [one, two, three], { wordCount: 2000, isWanted: false }, 0],
    ['a short text whose author wants one', [one, two], { wordCount: 100, isWanted: true }, 2],
    ['a text of one heading whose author wants one', [one], { wordCount: 2000, isWanted: true }, 0],
    ['a text without headings', [], { wordCount: 2000, isWanted: true }, 0],
  ])('of %s', (_, headings, rule, count) => {
    expect(listContents(headings, rule)).toEqual(headings.slice(0, count));
  });

  it('has only those of the first level', () => {
    expect(listContents([one, heading('فرع', 3), two, three], { wordCount: 900 })).toEqual([one, two, three]);
  });
});
