import { describe, expect, test } from 'vitest';
import { listSearchEntities } from '../../../src/model/search-entities.ts';
import { article, library, site } from '../../support/library.ts';

const articles = [
  article(1, { tags: ['النيل', 'مصر'], series: 'floods' }),
  article(2, { tags: ['النيل'], category: 'culture', authors: ['desk'], reporters: [{ name: 'هدى', author: 'huda' }] }),
];
const archive = library(articles, {
  site: { ...site, url: 'https://news.example/daily' },
  authors: [
    { id: 'salma', name: 'سلمى', links: [{ title: 'إكس', url: 'https://x.com/salma_writes' }] },
    { id: 'huda', name: 'هدى صالح', gender: 'female', links: [{ title: 'موقعها', url: 'https://huda.example/blog' }] },
    { id: 'desk', name: 'قسم الثقافة', kind: 'desk', links: [] },
    { id: 'new-writer', name: 'نزار', gender: 'male', links: [{ title: 'م', url: 'https://social.example/@nizar' }] },
  ],
  categories: [
    { id: 'world', name: 'أخبار العالم' },
    { id: 'culture', name: 'علوم', definiteName: 'العلوم' },
  ],
  series: [
    { id: 'floods', title: 'بعد السيل', file: 'series/floods.yaml', isClosed: false, articles: [articles[0] as never] },
  ],
  tags: [{ name: 'النيل', also: ['نهر النيل'], aliases: [] }],
});

describe('what has a page', () => {
  test('is found by names, ids, handles and spellings, with its URL below the base path and its articles', () => {
    expect(listSearchEntities(archive)).toEqual([
      { kind: 'author', name: 'سلمى', spellings: ['salma', 'salma_writes'], url: '/daily/a/salma/', count: 1 },
      { kind: 'femaleAuthor', name: 'هدى صالح', spellings: ['huda'], url: '/daily/a/huda/', count: 1 },
      { kind: 'desk', name: 'قسم الثقافة', spellings: ['desk'], url: '/daily/a/desk/', count: 1 },
      { kind: 'author', name: 'نزار', spellings: ['new writer', 'nizar'], url: '/daily/a/new-writer/', count: 0 },
      { kind: 'section', name: 'أخبار العالم', spellings: ['world'], url: '/daily/c/world/', count: 1 },
      { kind: 'section', name: 'علوم', spellings: ['العلوم', 'culture'], url: '/daily/c/culture/', count: 1 },
      { kind: 'series', name: 'بعد السيل', spellings: ['floods'], url: '/daily/s/floods/', count: 1 },
      { kind: 'tag', name: 'النيل', spellings: ['نهر النيل'], url: '/daily/t/النيل/', count: 2 },
      { kind: 'tag', name: 'مصر', spellings: [], url: '/daily/t/مصر/', count: 1 },
    ]);
  });

  test('is not a reporter without a page', () => {
    const reported = library([article(1, { reporters: [{ name: 'وصال بن شقرون' }] })]);
    expect(listSearchEntities(reported).map(({ name }) => name)).not.toContain('وصال بن شقرون');
  });
});
