import { expect, it } from 'vitest';
import { mapSrcset, urlsInSrcset } from '../../../src/lib/srcset.ts';

it.each([
  ['/a.avif 640w, /b.avif 960w', ['/a.avif', '/b.avif'], '<a.avif 640w, <b.avif 960w'],
  ['/a.avif', ['/a.avif'], '<a.avif'],
  ['\n  /a.avif 1x,\n  /b.avif 2x\n', ['/a.avif', '/b.avif'], '\n  <a.avif 1x,\n  <b.avif 2x\n'],
  ['/a.avif, /b.avif 2x', ['/a.avif', '/b.avif'], '<a.avif, <b.avif 2x'],
  [
    '/w=8,h=9/a.jpg 8w, /w=16,h=18/a.jpg 16w',
    ['/w=8,h=9/a.jpg', '/w=16,h=18/a.jpg'],
    '<w=8,h=9/a.jpg 8w, <w=16,h=18/a.jpg 16w',
  ],
  ['/a.jpg 1x,/b.jpg 2x', ['/a.jpg', '/b.jpg'], '<a.jpg 1x,<b.jpg 2x'],
  ['', [], ''],
])('finds the URLs in «%s»', (srcset, urls, mapped) => {
  expect(urlsInSrcset(srcset)).toEqual(urls);
  expect(mapSrcset(srcset, (url) => url.replace('/', '<'))).toBe(mapped);
});
