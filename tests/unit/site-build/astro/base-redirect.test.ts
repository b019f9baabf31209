import { expect, test } from 'vitest';
import { frontPageInstead } from '../../../../src/site-build/astro/base-redirect.ts';

test.each([
  ['/', '/news', '/news/'],
  ['/index.html', '/news', '/news/'],
  ['/news?a=1', '/news', '/news/'],
  ['/news/', '/news', undefined],
  ['/newspaper', '/news', undefined],
  ['/about/', '/news', undefined],
  ['/', '', undefined],
  ['/', '/أ', '/%D8%A3/'],
  ['/%D8%A3', '/أ', '/%D8%A3/'],
])('a request for %s of a site below «%s» is redirected to %s', (url, base, expected) => {
  expect(frontPageInstead(url, base)).toBe(expected);
});
