import { describe, expect, it } from 'vitest';
import { inReadingOrder, seriesMoments } from '../../../src/library/series.ts';
import { parseSeries } from '../../../src/schema/series.ts';
import { article, library } from '../../support/library.ts';

const { articles } = library([article(1), article(2), article(3), article(4, { date: article(3).date })]);

describe('the order of reading', () => {
  it.each<[listed: string[], order: string[]]>([
    [[], ['a0001', 'a0002', 'a0003', 'a0004']],
    [
      ['a0003', 'a0001'],
      ['a0003', 'a0001', 'a0002', 'a0004'],
    ],
    // Articles that are not published are passed over, and what is named twice has its first place.
    [
      ['a0009', 'a0004', 'a0001', 'a0004'],
      ['a0004', 'a0001', 'a0002', 'a0003'],
    ],
  ])('by the list %j is %j', (listed, order) => {
    expect(inReadingOrder(articles, listed).map(({ id }) => id)).toEqual(order);
  });
});

describe('the moments of a series', () => {
  it.each([
    ['closed: true', []],
    ['closed: 2026-11-20', []],
    [
      'closed: 2026-12-20',
      [{ at: '2026-12-19T22:00:00.000Z', kind: 'series-closes', file: 'series/rivers.yaml', title: 'ملف الأنهار' }],
    ],
  ])('with «%s» are %j', (line, moments) => {
    const parsed = parseSeries('series/rivers.yaml', 'rivers', `title: ملف الأنهار\n${line}`, 'Africa/Cairo');
    const file = { file: 'series/rivers.yaml', id: 'rivers', parsed };
    expect(seriesMoments([file], Date.UTC(2026, 10, 30))).toEqual(moments);
  });
});
