import { expect, it } from 'vitest';
import { type ArticleDates, datesOf } from '../../../../src/importers/newsroom/article-dates.ts';
import type { SourceArticle } from '../../../../src/importers/newsroom/source.ts';

const now = '2026-12-01T12:00:00Z';

it.each<[what: string, published: string | undefined, modified: string | undefined, dates: ArticleDates]>([
  ['a date', '2022-01-13T08:00:00Z', undefined, { date: '2022-01-13T08:00:00Z' }],
  [
    'an update',
    '2022-01-13T08:00:00Z',
    '2022-01-13T10:00:00Z',
    { date: '2022-01-13T08:00:00Z', updated: '2022-01-13T10:00:00Z' },
  ],
  ['a change within an hour', '2022-01-13T08:00:00Z', '2022-01-13T08:30:00Z', { date: '2022-01-13T08:00:00Z' }],
  ['a change that is still to come', '2022-01-13T08:00:00Z', '2027-01-13T08:30:00Z', { date: '2022-01-13T08:00:00Z' }],
  ['a date to come', '2028-12-31T20:00:00Z', undefined, { date: '2028-12-31T20:00:00Z' }],
  [
    'a date that is too late in its time zone',
    '2028-12-31T22:00:00Z',
    '2026-11-01T08:00:00Z',
    { date: '2026-11-01T08:00:00Z', fault: { kind: 'refused-date', written: '2028-12-31' } },
  ],
  [
    'a date that is too early',
    '0022-01-13T08:00:00Z',
    undefined,
    { date: '1970-01-01T00:00:00Z', fault: { kind: 'refused-date', written: '0022-01-13' } },
  ],
  ['no date', undefined, undefined, { date: '1970-01-01T00:00:00Z', fault: { kind: 'no-date' } }],
])('an article with %s', (_what, published, modified, dates) => {
  const article = { ...(published && { published }), ...(modified && { modified }) } as SourceArticle;
  expect(datesOf(article, now, 'Asia/Riyadh')).toEqual(dates);
});
