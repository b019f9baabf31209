import { describe, expect, it } from 'vitest';
import { createAddressFinder } from '../../../../src/importers/statistics/addresses.ts';
import { createLineReader, isDocument } from '../../../../src/importers/statistics/read-lines.ts';
import { type Bounds, createTally } from '../../../../src/importers/statistics/tally.ts';
import { findAddresses } from '../../../../src/model/addresses.ts';
import { findArticleAddresses } from '../../../../src/model/article-addresses.ts';
import { article, library, site } from '../../../support/library.ts';

const settings = {
  ...site,
  url: 'https://news.example/paper/',
  permalink: 'readable' as const,
  timeZone: 'Asia/Amman',
};
const paper = library(
  [
    article(1, { slug: 'تقرير-الجسر', aliases: ['/old/2019/index.html', '/بوابة/خبر.html'] }),
    article(2, { tags: ['ماء'] }),
  ],
  { site: settings },
);
const find = createAddressFinder({
  siteUrl: settings.url,
  hosts: ['old.example'],
  articles: findArticleAddresses(paper),
  paths: findAddresses(paper).keys(),
});

describe('an address leads to its article', () => {
  it.each([
    '/paper/a0001/',
    '/paper/a0001',
    '/a0001/',
    'a0001',
    '/paper/a0001/index.html',
    '/paper/a0001/?utm_source=x#top',
    'https://news.example/paper/a0001/',
    'http://www.news.example:80/paper/a0001',
    'news.example/paper/a0001/',
    'https://old.example/a0001/',
    '/paper/2026/01/تقرير-الجسر/',
    `/paper${encodeURI('/2026/01/تقرير-الجسر/')}`,
    `/paper${encodeURI('/2026/01/تقرير-الجسر').toLowerCase()}`,
    `/paper${encodeURI('/2026/01/تقرير-الجسر/').replaceAll('%', '\\x')}`,
    '/paper/old/2019/',
    '/paper/old/2019',
    '/paper/بوابة/خبر.html',
  ])('%s', (address) => {
    expect(find(address)).toEqual({ kind: 'article', id: 'a0001', isPart: false });
  });

  it.each<[address: string, found: object]>([
    ['/paper/a0001/live/2/', { kind: 'article', id: 'a0001', isPart: true }],
    ['/paper/', { kind: 'pages' }],
    ['/paper/c/world/', { kind: 'pages' }],
    ['/paper/t/%D9%85%D8%A7%D8%A1/', { kind: 'pages' }],
    ['/paper/rss.xml', { kind: 'files' }],
    ['/paper/_images/a.avif', { kind: 'files' }],
    ['/wp-login.php', { kind: 'files' }],
    ['/paper/zzzz9/', { kind: 'unknown' }],
    ['/paper/%E0%A4%A/', { kind: 'unknown' }],
    ['https://other.example/paper/a0001/', { kind: 'otherHosts', host: 'other.example' }],
    ['/'.repeat(100_000), { kind: 'unknown' }],
    [`/${'live/1/'.repeat(1000)}`, { kind: 'unknown' }],
    ['', { kind: 'pages' }],
  ])('%.50s leads elsewhere', (address, found) => {
    expect(find(address)).toEqual(found);
  });
});

const at = (hour: number) => Date.UTC(2026, 10, 23, hour);
const count = (bounds?: Bounds) => {
  const tally = createTally(find, 'Asia/Amman', bounds);
  tally.add({ address: '/paper/a0002/', count: 1, at: at(8) });
  tally.add({ address: '/paper/a0001/', count: 1, at: at(9) });
  tally.add({ address: '/paper/a0001/live/1/', count: 1, at: at(22), referrer: 'https://news.example/paper/a0001/' });
  tally.add({ address: '/paper/', count: 1, at: at(23) });
  return tally;
};

describe('readings are counted', () => {
  it('by article and by the days of the newsroom', () => {
    expect(count().result()).toMatchObject({
      articles: [
        { id: 'a0001', count: 2 },
        { id: 'a0002', count: 1 },
      ],
      entries: 4,
      counted: 3,
      skipped: new Map([['pages', 1]]),
      period: { from: '2026-11-23', to: '2026-11-24' },
    });
  });

  it('within bounds', () => {
    const { articles, skipped, period } = count({ from: '2026-11-24', to: '2026-11-30' }).result();
    expect(articles).toEqual([{ id: 'a0001', count: 1 }]);
    expect(skipped).toEqual(
      new Map([
        ['outside', 2],
        ['pages', 1],
      ]),
    );
    expect(period).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  });

  it.each([
    'https://news.example/paper/a0001/',
    'https://news.example/paper/2026/01/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1-%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/',
  ])('once for a reader whom the article’s own page %s leads on', (referrer) => {
    const tally = createTally(find, 'Asia/Amman');
    tally.add({ address: '/paper/a0001/', count: 1, at: at(8), referrer });
    tally.add({ address: '/paper/a0001/', count: 1, at: at(8), referrer: 'https://news.example/paper/a0002/' });
    const { articles, skipped } = tally.result();
    expect([articles, skipped]).toEqual([[{ id: 'a0001', count: 1 }], new Map([['background', 1]])]);
  });

  it('with ties by id, and the foreign named by how frequent they are', () => {
    const tally = createTally(find, 'Asia/Amman');
    for (const address of ['/a0002/', '/a0001/', '/x1/', '/x2/', '/x2/', 'http://b.example/'])
      tally.add({ address, count: 3 });
    expect(tally.result()).toMatchObject({
      articles: [
        { id: 'a0001', count: 3 },
        { id: 'a0002', count: 3 },
      ],
      unknown: ['/x2/', '/x1/'],
      otherHosts: ['b.example'],
    });
  });

  it('within bounded memory, whatever the addresses', () => {
    const tally = createTally(find, 'Asia/Amman');
    for (let index = 0; index < 100_000; index += 1) tally.add({ address: `/x${index}/`, count: 1 });
    expect(tally.result().skipped).toEqual(new Map([['unknown', 100_000]]));
  });
});

const combined =
  '203.0.113.7 - - [23/Nov/2026:10:00:00 +0300] "GET /paper/a0001/ HTTP/1.1" 200 5120 "-" "Firefox/150.0"';
const caddy = JSON.stringify({
  level: 'info',
  ts: at(8) / 1000,
  request: { method: 'GET', uri: '/paper/a0001/' },
  status: 200,
});
const readAll = (lines: readonly (string | undefined)[]) => {
  const tally = createTally(find, 'Asia/Amman');
  const reader = createLineReader(tally);
  for (const line of lines) reader.read(line);
  return { recognised: reader.end(), isLost: reader.isLost, ...tally.result() };
};

describe('lines are recognised', () => {
  it.each<[what: string, lines: (string | undefined)[], format: string, counted: number, unreadable: number]>([
    ['a log of nginx', ['', combined, 'garbage', undefined, combined], 'combined', 2, 2],
    [
      'a log of Caddy that begins with other records',
      ['{"level":"info","ts":1,"msg":"x"}', caddy, caddy],
      'caddy',
      2,
      1,
    ],
    ['a table whose cells go on', ['Path,Visits', '"/a0001/",2', '"/a00', '01/",3', '/a0002/,1'], 'table', 2, 0],
    [
      'a table with a mark that is never closed',
      ['Path,Visits', '/a0001/,2', '"', ...Array(30).fill('/a0001/,1')],
      'table',
      11,
      1,
    ],
  ])('%s', (_, lines, format, counted, unreadable) => {
    const read = readAll(lines);
    expect([read.recognised, read.counted]).toMatchObject([{ format }, counted]);
    expect(read.skipped.get('unreadable') ?? 0).toBe(unreadable);
  });

  it('are given up when two hundred of them say nothing', () => {
    expect(readAll(Array(201).fill('x'))).toMatchObject({ recognised: undefined, isLost: true });
  });

  it.each<[beginning: string, expected: boolean]>([
    ['{"hits": []}', true],
    ['\ufeff [\n', true],
    [caddy, false],
    ['{"level":"info","ts":1,"msg":"x"}\n{', false],
    ['a,b', false],
    ['', false],
  ])('and told from a value in JSON: %.30j', (beginning, expected) => {
    expect(isDocument(beginning)).toBe(expected);
  });
});
