import { expect, test } from 'vitest';
import { keepAnchorsInEntry, withoutRegions } from '../../../src/markdown/entry-anchors.ts';

test.each<[name: string, html: string, expected: string]>([
  ['ids', '<h2 id="القصة">القصة</h2>', '<h2 id="القصة-live-1">القصة</h2>'],
  [
    'links to them, encoded or not',
    '<p id="أ"><a href="#%D8%A3">١</a><a href="#أ">٢</a></p>',
    '<p id="أ-live-1"><a href="#%D8%A3-live-1">١</a><a href="#%D8%A3-live-1">٢</a></p>',
  ],
  ['labels', '<a id="x" aria-describedby="x y">أ</a>', '<a id="x-live-1" aria-describedby="x-live-1 y">أ</a>'],
  [
    'nothing else',
    '<p id="x"><a href="/a/#x">أ</a> &lt; <a href="#y">ب</a></p>',
    '<p id="x-live-1"><a href="/a/#x">أ</a> &lt; <a href="#y">ب</a></p>',
  ],
  ['links that cannot be decoded', '<p id="x"><a href="#%">أ</a></p>', '<p id="x-live-1"><a href="#%">أ</a></p>'],
  ['nothing without ids', '<p>نص &#x3C; نص</p>', '<p>نص &#x3C; نص</p>'],
])('the anchor of an entry ends %s', (_name, html, expected) => {
  expect(keepAnchorsInEntry(html, 'live-1')).toBe(expected);
});

test('the tables of entries are no landmarks', () => {
  const table = (role: string) =>
    `<div class="table-scroll" role="${role}" tabindex="0" aria-label="الجدول 1"><table></table></div>`;
  expect(withoutRegions(`<p>أ</p>${table('region')}${table('region')}`)).toBe(`<p>أ</p>${table('group').repeat(2)}`);
});
