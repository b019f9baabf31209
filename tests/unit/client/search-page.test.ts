import { expect, test } from 'vitest';
import { addressOf } from '../../../src/client/search-page.ts';

test.each([
  ['https://news.example/search/', 'القاهرة', 'القاهرة'],
  ['https://news.example/search/?q=قديم', 'جديد & آخر', 'جديد & آخر'],
  ['https://news.example/search/?q=قديم', '', null],
])('the address of %s for «%s» asks for %j', (page, query, expected) => {
  const address = new URL(addressOf(page, query));
  expect(address.pathname).toBe('/search/');
  expect(address.searchParams.get('q')).toBe(expected);
});
