import { describe, expect, it } from 'vitest';
import { inReadingOrder, seriesMoments } from '../../../../src/library/content/series.ts';
import type { ArticleMatter } from '../../../../src/schema/article.ts';
import { currentIds } from '../../../../src/schema/references.ts';
import { parseSeries } from '../../../../src/schema/series.ts';
import { article, library } from '../../../support/library.ts';

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

const closing = '2026-12-19T22:00:00.000Z';
const moment = { at: closing, kind: 'series-closes', file: 'series/rivers.yaml', title: 'ملف الأنهار' };
const date = '2026-01-01T00:00:00.000Z';

describe('the moments of a series', () => {
  it.each<[line: string, article: Partial<ArticleMatter>, isTold: boolean]>([
    ['closed: true', { date }, false],
    ['closed: 2026-12-20', { date }, true],
    ['closed: 2026-12-20', { date, series: 'streams' }, true],
    ['closed: 2026-12-20', { date, series: 'lakes' }, false],
    ['closed: 2026-12-20', { date, draft: true }, false],
    ['closed: 2026-12-20', { date: '2026-12-21T00:00:00.000Z' }, false],
    ['closed: 2026-12-20', { date, expires: '2026-12-01T00:00:00.000Z' }, false],
    ['closed: 2026-12-20', { date, withdrawn: { date, reason: 'خطأ' } }, false],
  ])('with «%s» and an article with %j: %s', (line, matter, isTold) => {
    const text = `title: ملف الأنهار\naliases: [streams]\n${line}`;
    const parsed = parseSeries('series/rivers.yaml', 'rivers', text, 'Africa/Cairo');
    const file = { file: 'series/rivers.yaml', id: 'rivers', parsed };
    const ids = currentIds([{ id: 'rivers', aliases: ['streams'] }]);
    const articles = [{ file: 'articles/a.md', matter: { series: 'rivers', ...matter } }];
    expect(seriesMoments([file], ids, articles)).toEqual(isTold ? [moment] : []);
  });
});
