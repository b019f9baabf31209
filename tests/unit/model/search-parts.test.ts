import { describe, expect, test } from 'vitest';
import { divideIntoParts, type SearchPart } from '../../../src/model/search-parts.ts';
import { article, library } from '../../support/library.ts';

const zone = 'Africa/Cairo';

/**
 * Creates a library with these numbers of articles per month, from January 2020, at noon on the days from the 1st to
 * the 28th.
 */
function archive(...months: number[]) {
  let number = 0;
  return library(
    months.flatMap((count, month) =>
      Array.from({ length: count }, (_, index) => {
        number += 1;
        const day = 1 + Math.floor((index * 28) / count);
        return article(number, { date: new Date(Date.UTC(2020, month, day, 12)).toISOString() });
      }),
    ),
  ).articles;
}

const shape = (parts: readonly SearchPart[]) => parts.map(({ name, articles }) => [name, articles.length]);
const changed = (before: readonly SearchPart[], after: readonly SearchPart[]) => {
  const known = new Set(before.map((part) => JSON.stringify(part)));
  return after.filter((part) => !known.has(JSON.stringify(part))).map(({ name }) => name);
};

describe('an archive is divided into search parts', () => {
  test.each<[string, number[], [string, number][]]>([
    ['into no parts if it is empty', [], []],
    ['into one part if it is small', [3, 2], [['2020-01-01', 5]]],
    [
      'at the end of the month in which a part gets full',
      [500, 400, 100],
      [
        ['2020-03-01', 100],
        ['2020-01-01', 900],
      ],
    ],
    [
      'with small parts joined when they fill a medium one',
      [300, 200, 300, 200, 300, 300, 200, 100],
      [
        ['2020-07-01', 300],
        ['2020-01-01', 1600],
      ],
    ],
    [
      'with medium parts joined when they fill a large one',
      [...Array<number>(17).fill(300), 50],
      [
        ['2021-06-01', 50],
        ['2020-01-01', 5100],
      ],
    ],
    [
      'within months that would fill a part by themselves',
      [1120],
      [
        ['2020-01-21', 320],
        ['2020-01-01', 800],
      ],
    ],
  ])('%s', (_name, months, expected) => {
    expect(shape(divideIntoParts(archive(...months), zone))).toEqual(expected);
  });

  test('after fewer articles if they are long', () => {
    const long = (length: number) => archive(500, 400, 100).map((entry) => ({ ...entry, bodyLength: length }));
    const asUsual = [
      ['2020-03-01', 100],
      ['2020-01-01', 900],
    ];
    expect(shape(divideIntoParts(long(0), zone))).toEqual(asUsual);
    expect(shape(divideIntoParts(long(2000), zone))).toEqual(asUsual);
    expect(shape(divideIntoParts(long(3300), zone))).toEqual([
      ['2020-02-01', 500],
      ['2020-01-01', 500],
    ]);
  });

  test('within a day if the day alone fills more than one part', () => {
    const { articles } = library(
      Array.from({ length: 11_000 }, (_, index) => article(index, { date: '2020-01-05T10:00:00.000Z' })),
    );
    expect(shape(divideIntoParts(articles, zone))).toEqual([
      ['2020-01-05-3', 1000],
      ['2020-01-05-2', 5000],
      ['2020-01-05', 5000],
    ]);
    const twiceAsLong = articles.map((entry) => ({ ...entry, bodyLength: 4000 }));
    expect(shape(divideIntoParts(twiceAsLong, zone)).at(-1)).toEqual(['2020-01-05', 2500]);
  });

  test('by the days of the site’s time zone', () => {
    const { articles } = library([article(1, { date: '2020-01-31T23:00:00.000Z' })]);
    expect(shape(divideIntoParts(articles, 'Africa/Cairo'))).toEqual([['2020-02-01', 1]]);
    expect(shape(divideIntoParts(articles, 'UTC'))).toEqual([['2020-01-31', 1]]);
  });

  test('by days, even if the clocks go forward at midnight', () => {
    const dates = ['2024-04-25T21:59:00.000Z', '2024-04-25T22:00:00.000Z'];
    const days = dates.map((date) => {
      const { articles } = library(Array.from({ length: 451 }, (_, index) => article(index, { date })));
      return divideIntoParts(articles, zone)[0]?.name;
    });
    expect(days).toEqual(['2024-04-25', '2024-04-26']);
  });

  test('without losing or repeating an article, newest first', () => {
    const articles = archive(900, 20, 4000, 1, 350, 370, 10);
    expect(divideIntoParts(articles, zone).flatMap((part) => part.articles)).toEqual(articles);
  });
});

describe('only the newest part changes', () => {
  const articles = archive(...Array<number>(40).fill(110), 30);
  const parts = divideIntoParts(articles, zone);
  const newest = parts[0]?.name;

  test('when an article is published', () => {
    const dates = ['2023-05-20T12:00:00.000Z', '2026-11-24T12:00:00.000Z'];
    for (const date of dates) {
      const after = divideIntoParts(library([...articles, article(99_999, { date })]).articles, zone);
      expect(changed(parts, after), date).toEqual([newest]);
      expect(after).toHaveLength(parts.length);
    }
  });

  test('when a recent article is edited', () => {
    const edited = articles.map((entry, index) => (index === 3 ? { ...entry, digest: 'other' } : entry));
    expect(changed(parts, divideIntoParts(edited, zone))).toEqual([newest]);
  });

  test('when a recent article is withdrawn', () => {
    expect(changed(parts, divideIntoParts(articles.toSpliced(3, 1), zone))).toEqual([newest]);
  });

  test('which stays small at a hundred thousand articles', () => {
    const large = divideIntoParts(archive(...Array<number>(120).fill(833), 200), zone);
    expect(large[0]?.articles.length).toBeLessThan(1500);
    expect(Math.max(...large.map((part) => part.articles.length))).toBeLessThan(10_000);
    expect(large.length).toBeLessThan(32);
  });
});

test('an old article that is edited and grows changes only its own part', () => {
  const articles = archive(...Array<number>(40).fill(110));
  const oldest = articles.length - 1;
  const edited = articles.map((entry, index) =>
    index === oldest ? { ...entry, digest: 'other', bodyLength: 9000 } : entry,
  );
  const parts = divideIntoParts(articles, zone);
  expect(changed(parts, divideIntoParts(edited, zone))).toEqual(['2020-01-01']);
});
