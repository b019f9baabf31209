import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/importers/statistics/entries.ts';
import { readCount, recogniseTable, splitRow } from '../../../../src/importers/statistics/tables.ts';

const goatCounter =
  '2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location,FirstVisit,Date';
const umami = 'website_id,session_id,hostname,url_path,url_query,event_type,event_name,created_at';
const at = Date.UTC(2026, 10, 23, 7);

describe('a table is recognised by its columns, and its rows are read', () => {
  it.each<[what: string, header: string, row: string, format: string, measure: string, entry: Entry]>([
    [
      'Plausible’s pages.csv',
      'name,visitors,pageviews,bounce_rate,time_on_page,scroll_depth',
      '/k7q3m/,12,20,50,30,80',
      'plausible',
      'visitors',
      { address: '/k7q3m/', count: 12 },
    ],
    [
      'Plausible by day',
      'date,hostname,page,visits,visitors,pageviews',
      '2026-11-23,news.example,/k7q3m/,9,8,10',
      'plausible',
      'visitors',
      { address: '/k7q3m/', count: 8, day: '2026-11-23', host: 'news.example' },
    ],
    [
      'GoatCounter',
      goatCounter,
      '/k7q3m/,"عنوان، فيه ""اقتباس""",false,,Chrome,Linux,s1,0,,,,EG,true,2026-11-23T07:00:00Z',
      'goatcounter',
      'views',
      { address: '/k7q3m/', count: 1, at },
    ],
    [
      'an event of GoatCounter',
      goatCounter,
      'click,x,true,,,,s1,0,,,,,true,2026-11-23T07:00:00Z',
      'goatcounter',
      'views',
      { skipped: 'events' },
    ],
    [
      'a robot of GoatCounter',
      goatCounter,
      '/k7q3m/,x,false,,,,s1,3,,,,,true,2026-11-23T07:00:00Z',
      'goatcounter',
      'views',
      { skipped: 'robots' },
    ],
    [
      'GoatCounter’s header in two cells',
      goatCounter.replace('2Path', '"2,Path"'),
      '/k7q3m/,x,false,,,,s,0,,,,,true,2026-11-23T07:00:00Z',
      'goatcounter',
      'views',
      { address: '/k7q3m/', count: 1, at },
    ],
    [
      'Umami’s views',
      umami,
      'w,s,news.example,/k7q3m/,,1,,2026-11-23 07:00:00',
      'umami',
      'views',
      { address: '/k7q3m/', count: 1, at, host: 'news.example' },
    ],
    [
      'an event of Umami',
      umami,
      'w,s,news.example,/k7q3m/,,2,click,2026-11-23 07:00:00',
      'umami',
      'views',
      { skipped: 'events' },
    ],
    ['Umami’s sums', 'x,y', '/k7q3m/,12', 'umami', 'visitors', { address: '/k7q3m/', count: 12 }],
    [
      'Umami’s whole sums',
      'name,pageviews,visitors,visits,bounces,totaltime',
      '/k7q3m/,20,12,13,1,50',
      'umami',
      'visitors',
      { address: '/k7q3m/', count: 12 },
    ],
    [
      'Cloudflare',
      'Path,Visits,Page views',
      '/k7q3m/,"1,203",1400',
      'table',
      'visits',
      { address: '/k7q3m/', count: 1203 },
    ],
    [
      'a table with semicolons',
      '\ufeffURL;Page views',
      'https://news.example/k7q3m/;١٢',
      'table',
      'views',
      { address: 'https://news.example/k7q3m/', count: 12 },
    ],
    ['a row that lacks a number', 'Path,Visits', '/k7q3m/', 'table', 'visits', { skipped: 'numbers' }],
    ['a row whose number is none', 'Path,Visits', '/k7q3m/,12.5', 'table', 'visits', { skipped: 'numbers' }],
  ])('%s', (_, header, row, format, measure, entry) => {
    const table = recogniseTable(header);
    if (table === undefined || 'version' in table) throw new Error('It is not recognised.');
    expect([table.format, table.measure]).toEqual([format, measure]);
    expect(table.read(splitRow(row, table.delimiter) ?? [])).toEqual(entry);
  });

  it.each(['', 'a', 'country,visitors', 'name,age', 'path,title'])('%j is none', (header) => {
    expect(recogniseTable(header)).toBeUndefined();
  });

  it('of an unknown version of GoatCounter is not guessed at', () => {
    expect(recogniseTable(goatCounter.replace('2', '3'))).toEqual({ format: 'goatcounter', version: '3' });
  });
});

it.each([
  ['a,b', ['a', 'b']],
  ['a,', ['a', '']],
  ['', ['']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a ""b""",c', ['a "b"', 'c']],
  ['"a\nb",c', ['a\nb', 'c']],
  ['"a', undefined],
  ['"a""', undefined],
  ['"'.repeat(60_001), undefined],
])('the row %.20j has its cells', (row, cells) => {
  expect(splitRow(row, ',')).toEqual(cells);
});

it.each([
  ['12', 12],
  ['1,203', 1203],
  ['١٢٠٣', 1203],
  ['1 203 400', 1203400],
  ['1.5', undefined],
  ['-3', undefined],
  ['', undefined],
  ['9'.repeat(40), undefined],
])('the number %j is %j', (written, count) => {
  expect(readCount(written)).toBe(count);
});
