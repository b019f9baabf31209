import { expect, test } from 'vitest';
import { addressOf, readExcerpt } from '../../../src/client/search-page.ts';

test.each([
  ['', []],
  ['بلا تعليم', [{ text: 'بلا تعليم', marked: false }]],
  [
    'في <mark>القاهرة،</mark> أمس',
    [
      { text: 'في ', marked: false },
      { text: 'القاهرة،', marked: true },
      { text: ' أمس', marked: false },
    ],
  ],
  [
    '<mark>واحد</mark> <mark>اثنان</mark>',
    [
      { text: 'واحد', marked: true },
      { text: ' ', marked: false },
      { text: 'اثنان', marked: true },
    ],
  ],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', [{ text: '<script>alert(1)</script>', marked: false }]],
  ['<mark>&lt;b&gt;</mark>', [{ text: '<b>', marked: true }]],
  ['<img src=x onerror=alert(1)>', [{ text: '<img src=x onerror=alert(1)>', marked: false }]],
  ['AT&T &amp; <mark>غير مغلق', [{ text: 'AT&T &amp; <mark>غير مغلق', marked: false }]],
])('the excerpt %j is read as %j', (excerpt, expected) => {
  expect(readExcerpt(excerpt)).toEqual(expected);
});

test.each([
  ['https://news.example/search/', 'القاهرة', 'القاهرة'],
  ['https://news.example/search/?q=قديم', 'جديد & آخر', 'جديد & آخر'],
  ['https://news.example/search/?q=قديم', '', null],
])('the address of %s for «%s» asks for %j', (page, query, expected) => {
  const address = new URL(addressOf(page, query));
  expect(address.pathname).toBe('/search/');
  expect(address.searchParams.get('q')).toBe(expected);
});
