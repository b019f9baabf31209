import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  findBlock,
  isRead,
  parsePlaces,
  placeIn,
  type ReadingPlace,
  withoutPlace,
  withPlace,
} from '../../../../src/client/reader/reading-places.ts';

const place = (path: string, day = 100): ReadingPlace => ({ path, block: 2, of: 4, words: 'قال', day });

describe('the places where a reader stopped', () => {
  it('are one for each article, the last one first', () => {
    const places = withPlace([place('/a/'), place('/b/')], { ...place('/b/'), block: 3 });
    expect(places.map(({ path, block }) => [path, block])).toEqual([
      ['/b/', 3],
      ['/a/', 2],
    ]);
    expect(withoutPlace(places, '/b/').map(({ path }) => path)).toEqual(['/a/']);
  });

  it('are forgotten after four months, and if they are too many', () => {
    expect(withPlace([place('/old/', 100)], place('/new/', 221)).map(({ path }) => path)).toEqual(['/new/']);
    expect(placeIn([place('/a/', 100)], '/a/', 219)).toBeDefined();
    expect(placeIn([place('/a/', 100)], '/a/', 220)).toBeUndefined();
    const many = Array.from({ length: 60 }, (_, index) => place(`/${index}/`));
    expect(withPlace(many, place('/new/'))).toHaveLength(40);
  });

  it.each([[null], ['{'], ['{}'], ['[null]']])('are none if the storage has %s', (stored) => {
    expect(parsePlaces(stored)).toEqual([]);
  });
});

describe('the block where a reader stopped', () => {
  it.each<[sentence: string, texts: string[], block: number | undefined]>([
    ['is found by its words', ['أ', 'ب', 'قال', 'ج'], 2],
    ['is found after a paragraph was added above', ['أ', 'جديد', 'ب', 'قال', 'ج'], 3],
    ['is the nearest of those that begin alike', ['قال', 'ب', 'ج', 'قال'], 3],
    ['is the one with its number if only its words were edited', ['أ', 'ب', 'وقال', 'ج'], 2],
    ['is nowhere in another text', ['أ', 'ب', 'ج'], undefined],
  ])('%s', (_, texts, block) => {
    expect(findBlock(texts, place('/a/'))).toBe(block);
  });

  it('is known by how it begins, whatever spaces the markup has', () => {
    expect(beginningOf('\n  قال\n السكان ')).toBe('قال السكان');
    expect(beginningOf('م'.repeat(90))).toHaveLength(48);
  });
});

describe('a text at whose end the reader is', () => {
  it.each<[sentence: string, seen: number[], blocksBefore: number, isReadThen: boolean]>([
    ['is read if its blocks were seen', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0, true],
    ['is read if the first of them were seen before the script had come', [4, 5, 6, 7, 8, 9], 0, true],
    ['is read if the reader went on from the place of last time', [7, 8, 9], 7, true],
    ['is not read by scrolling to what stands below it', [8, 9], 0, false],
    ['is not read by that after a place in the middle either', [8, 9], 5, false],
    ['is not read by going back to its beginning and then to what stands below it', [0, 1, 9], 1, false],
  ])('%s', (_, seen, blocksBefore, isReadThen) => {
    expect(isRead(new Set(seen), blocksBefore, 10)).toBe(isReadThen);
  });
});
