import { describe, expect, test } from 'vitest';
import { groupByMonth, groupByTag, paginateFromOldest } from '../../../src/model/listings.ts';
import { article, library } from '../../support/library.ts';

const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => count - index);

describe('pages of a list are numbered from the oldest', () => {
  test.each([
    [0, [[undefined, []]]],
    [3, [[undefined, [3, 2, 1]]]],
    [5, [[undefined, [5, 4, 3, 2, 1]]]],
    [
      6,
      [
        [undefined, [6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
    [
      8,
      [
        [undefined, [8, 7, 6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
    [
      9,
      [
        [undefined, [9, 8, 7]],
        [2, [6, 5, 4]],
        [1, [3, 2, 1]],
      ],
    ],
  ])('%i items in pages of three', (count, expected) => {
    const pages = paginateFromOldest(newestFirst(count), 3);
    expect(pages.map(({ number, items }) => [number, items])).toEqual(expected);
  });

  test('links lead from each page to its neighbours', () => {
    const links = paginateFromOldest(newestFirst(12), 3).map(({ number, newer, older }) => [number, newer, older]);
    expect(links).toEqual([
      [undefined, undefined, 3],
      [3, 'newest', 2],
      [2, 3, 1],
      [1, 2, undefined],
    ]);
  });

  test('publishing an item changes the newest page and at most one link on another', () => {
    for (let count = 1; count < 40; count++) {
      const before = paginateFromOldest(newestFirst(count), 3);
      const after = paginateFromOldest(newestFirst(count + 1), 3);
      const changed = before.filter(({ number, ...page }) => {
        const now = after.find((other) => other.number === number);
        return (
          number !== undefined &&
          JSON.stringify({ ...now, number: undefined }) !== JSON.stringify({ ...page, number: undefined })
        );
      });
      expect(changed.length, `${count} items`).toBeLessThanOrEqual(1);
      for (const { number, items } of changed)
        expect(after.find((page) => page.number === number)?.items).toEqual(items);
    }
  });
});

describe('tags', () => {
  test('that differ only in tashkeel, tatweel or punctuation share a group under their most common spelling', () => {
    const groups = groupByTag([
      article(3, { tags: ['المَتاحف'] }),
      article(2, { tags: ['المتاحف', 'المتـاحف'] }),
      article(1, { tags: ['المتاحف', 'آثار'] }),
    ]);
    expect(groups.map(({ name, slug, articles }) => [name, slug, articles.map(({ id }) => id)])).toEqual([
      ['آثار', 'آثار', ['a0001']],
      ['المتاحف', 'المتاحف', ['a0003', 'a0002', 'a0001']],
    ]);
  });

  test('that differ in the signs of a word have groups of their own', () => {
    const groups = groupByTag([article(2, { tags: ['J+', 'J#'] }), article(1, { tags: ['J', 'j#'] })]);
    expect(groups.map(({ slug, articles }) => [slug, articles.map(({ id }) => id)])).toEqual([
      ['j', ['a0001']],
      ['j-plus', ['a0002']],
      ['j-sharp', ['a0002', 'a0001']],
    ]);
  });
});

describe('months', () => {
  test('follow the time zone of the site', () => {
    const { articles } = library([
      article(1, { date: '2026-01-31T23:30:00.000Z' }),
      article(2, { date: '2026-01-31T21:30:00.000Z' }),
    ]);
    expect(
      groupByMonth(articles, 'Africa/Cairo').map(({ year, month, articles: group }) => [year, month, group.length]),
    ).toEqual([
      [2026, 2, 1],
      [2026, 1, 1],
    ]);
    expect(groupByMonth(articles, 'UTC')).toHaveLength(1);
  });
});
