import { expect, it } from 'vitest';
import { unlink } from '../../../src/components/article/unlink.ts';

it.each([
  ['<p><a href="/k7q3m/">نص</a> <a href="/b2c3d/">نص</a></p>', '<p><a>نص</a> <a href="/b2c3d/">نص</a></p>'],
  ['<a id="x" href="/k7q3m/" rel="noopener" target="_blank"><em>نص</em></a>', '<a id="x"><em>نص</em></a>'],
  ['<a href="/k7q3m/?a=1&#x26;b=2#c">نص</a>', '<a>نص</a>'],
  ['<a href="/k7q3m/?a=1&amp;b=2#c" title="a > b">نص</a>', '<a title="a > b">نص</a>'],
  ["<a href='/k7q3m/'>نص</a><a href=/k7q3m/ >نص</a>", '<a>نص</a><a>نص</a>'],
  [
    '<a href="/k7q3m/x/">نص</a><abbr href="/k7q3m/">نص</abbr>',
    '<a href="/k7q3m/x/">نص</a><abbr href="/k7q3m/">نص</abbr>',
  ],
  ['<a data-href="/k7q3m/" href="/b2c3d/">نص</a>', '<a data-href="/k7q3m/" href="/b2c3d/">نص</a>'],
  ['<code>&lt;a href="/k7q3m/"></code>', '<code>&lt;a href="/k7q3m/"></code>'],
])('%s becomes %s', (html, expected) => {
  expect(unlink(html, ['/k7q3m/', '/k7q3m/?a=1&b=2#c'])).toBe(expected);
});
