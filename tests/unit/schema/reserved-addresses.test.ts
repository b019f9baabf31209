import { expect, test } from 'vitest';
import { isReservedAddress } from '../../../src/schema/reserved-addresses.ts';

const listings = ['/c/world', '/a/huda', '/t/نيل', '/s/crafts'];

test.each([
  '',
  '/archive',
  '/search',
  '/feeds',
  '/rss.xml',
  '/sitemap.xml',
  '/_images/a.jpg',
  '/pagefind/x',
  '/2022/01',
  '/c/world',
  '/c/world/2',
  '/a/huda/rss.xml',
  '/t/نيل/feed.json',
  '/s',
  '/a',
  '/t',
  '/s/crafts/2',
  '/s/crafts/rss.xml',
])('the address «%s» is reserved', (address) => {
  expect(isReservedAddress(address, (listing) => listings.includes(listing))).toBe(true);
});

test.each([
  '/archive/7',
  '/archive/2014/جسر',
  '/search/نيل',
  '/feeds/old.xml',
  '/a/7',
  '/c',
  '/c/old-section',
  '/s/old-series',
  '/c/world/bridge',
  '/c/world/2/bridge',
  '/t/قطار',
  '/2022/01/bridge',
])('the address «%s» is free', (address) => {
  expect(isReservedAddress(address, (listing) => listings.includes(listing))).toBe(false);
});
