import { expect, it, test } from 'vitest';
import { parseArticle } from '../../../src/schema/article.ts';
import { checkFutureDates, withoutLateGuesses } from '../../../src/schema/future-dates.ts';
import { parsePage } from '../../../src/schema/page.ts';

const now = Date.UTC(2026, 7, 20, 9, 15);

/** Returns the line and the suggested line of each problem that only the moment of the run shows. */
function refusals(...lines: string[]): [line: string | undefined, meant: string | undefined][] {
  const text = ['---', 'title: عنوان', 'author: huda', 'category: world', ...lines, '---', 'متن.'].join('\n');
  const { matter, places } = parseArticle('articles/a.md', text, 'Africa/Cairo');
  const problems = checkFutureDates([{ file: 'articles/a.md', matter, places }], now, 'Africa/Cairo');
  return problems.map(({ source, suggestion }) => [source, suggestion]);
}

it.each([['date: 1876-08-05'], ['date: 2026-08-20 12:15'], ['date: 2026-09-01'], ['date: 2028-12-31 23:59']])(
  '%j is a date that an article may have',
  (line) => {
    expect(refusals(line)).toEqual([]);
  },
);

it.each<[line: string, meant: string | undefined]>([
  ['date: 2062-08-13', 'date: 2026-08-13'],
  ['date: 2206-08-13 09:30', 'date: 2026-08-13 09:30'],
  ['date: "٢٦٠٢-٠٨-١٣"', 'date: 2026-08-13'],
  ['date: 3026-08-13T09:30:00+03:00', 'date: 2026-08-13T09:30:00+03:00'],
  ['date: 2029-08-13 # مؤجل', 'date: 2026-08-13 # مؤجل'],
  ['date: 2064-02-29', 'date: 2024-02-29'],
  ['date: 9999-12-31 23:00 -05:00', undefined],
  ['date: 2099-08-13', undefined],
])('%j is too far in the future, and «%s» is suggested', (line, meant) => {
  expect(refusals(line)).toEqual([[line, meant]]);
});

it.each<[line: string, meant: string | undefined]>([
  ['expires: 2062-10-13', 'expires: 2026-10-13'],
  ['expires: 2206-02-13', undefined],
])('%j is too far in the future for an end, and «%s» is suggested', (line, meant) => {
  expect(refusals(line)).toEqual([[line, meant]]);
});

it('the places of a file are not asked for if its dates are possible', () => {
  const dates = { date: '2026-08-01T00:00Z', lastUpdated: '2026-08-02T00:00Z', expires: '2026-09-01T00:00Z' };
  const file = {
    file: 'articles/a.md',
    matter: dates,
    get places(): never {
      throw new Error('Each is a query of the cache.');
    },
  };
  expect(checkFutureDates([file], now, 'Africa/Cairo')).toEqual([]);
});

it('an article may expire in twenty years', () => {
  expect(refusals('expires: 2046-12-31')).toEqual([]);
});

it.each<[date: string, update: string, meant: string | undefined]>([
  ['2026-08-01', '2026-08-20 12:16', undefined],
  ['2026-08-01', '2062-08-13 10:00', 'last-updated: 2026-08-13 10:00'],
  ['2026-08-01', '2062-07-13', undefined],
  ['2026-08-01', '2026-10-08', 'last-updated: 2026-08-10'],
  ['2026-08-09', '2026-10-08', 'last-updated: 2026-08-10'],
  ['2026-08-11', '2026-10-08', undefined],
  ['2026-09-01', '2026-09-02', undefined],
])('an article of %s with an update of %s, which is still to come, gets «%s»', (date, update, meant) => {
  expect(refusals(`date: ${date}`, `last-updated: ${update}`)).toEqual([[`last-updated: ${update}`, meant]]);
});

it.each([
  ['2026-08-01', '2026-08-20 12:15'],
  ['2026-09-01 06:00', '2026-09-01 06:00'],
])('an article of %s may have an update of %s', (date, update) => {
  expect(refusals(`date: ${date}`, `last-updated: ${update}`)).toEqual([]);
});

it('a standalone page must not have an update that is still to come', () => {
  const { matter, places } = parsePage('pages/about.md', '---\ntitle: عنا\nlast-updated: 2026-12-01\n---\n', 'UTC');
  const problems = checkFutureDates([{ file: 'pages/about.md', matter, places }], now, 'UTC');
  expect(problems).toEqual([
    {
      file: 'pages/about.md',
      line: 3,
      column: 15,
      source: 'last-updated: 2026-12-01',
      field: 'last-updated',
      message:
        'التاريخ في «last-updated» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-08-20 09:15. اكتب متى تغيّر النصّ، أو احذف السطر.',
      suggestion: 'last-updated: 2026-01-12',
    },
  ]);
});

it.each([
  ['date: 1500-01-01', undefined],
  ['date: 1448-05-10', 'date: 2026-10-21'],
  ['last-updated: 1480-01-01', undefined],
  ['last-updated: 1448-02-01', 'last-updated: 2026-07-15'],
])('the correction of %s is %s, never too late itself', (line, meant) => {
  const matter = line.startsWith('date') ? [line] : ['date: 2026-01-01', line];
  const text = ['---', 'title: عنوان', 'author: huda', 'category: world', ...matter, '---', 'متن.'].join('\n');
  const { problems } = parseArticle('articles/a.md', text, 'UTC');
  expect(withoutLateGuesses(problems, now, 'UTC').map(({ suggestion }) => suggestion)).toEqual([meant]);
});

test('the places of a file, which the cache has, are asked for only to report a problem', () => {
  const file = {
    file: 'articles/a.md',
    matter: {
      date: '2026-01-01T10:00:00.000Z',
      lastUpdated: '2026-01-02T10:00:00.000Z',
      expires: '2027-01-01T10:00:00.000Z',
    },
    get places() {
      return expect.unreachable();
    },
  };
  expect(checkFutureDates([file], now, 'Africa/Cairo')).toEqual([]);
});
