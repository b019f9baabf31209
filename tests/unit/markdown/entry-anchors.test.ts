import { expect, test } from 'vitest';
import { placeEntry, withoutRegions } from '../../../src/markdown/entry-anchors.ts';

const place = { anchor: 'live-1', url: '/k7q3m/', level: 2 };

test.each<[name: string, html: string, expected: string]>([
  ['ids end with its anchor', '<p id="القصة">القصة</p>', '<p id="القصة-live-1">القصة</p>'],
  [
    'links to them follow, encoded or not',
    '<p id="أ"><a href="#%D8%A3">١</a><a href="#أ">٢</a></p>',
    '<p id="أ-live-1"><a href="#%D8%A3-live-1">١</a><a href="#%D8%A3-live-1">٢</a></p>',
  ],
  ['labels follow', '<a id="x" aria-describedby="x y">أ</a>', '<a id="x-live-1" aria-describedby="x-live-1 y">أ</a>'],
  [
    'other links to anchors lead to the page of the coverage, which knows the anchors of all entries',
    '<p>&lt;<a href="#live-2">أ</a> <a class="x" href="#%">ب</a></p>',
    '<p>&lt;<a href="/k7q3m/#live-2">أ</a> <a class="x" href="/k7q3m/#%">ب</a></p>',
  ],
  [
    'relative links lead where they do there',
    '<a href="../a/?x#y">أ</a><a href="?x">ب</a>',
    '<a href="/a/?x#y">أ</a><a href="/k7q3m/?x">ب</a>',
  ],
  [
    'whole links stay',
    '<p id="x"><a href="/a/#x">أ</a><a href="https://a.example/#x">ب</a><a href="mailto:a@b.example">ج</a></p>',
    '<p id="x-live-1"><a href="/a/#x">أ</a><a href="https://a.example/#x">ب</a><a href="mailto:a@b.example">ج</a></p>',
  ],
  ['headings follow that above it', '<h2>أ</h2><h3>ب</h3><h6>ج</h6>', '<h3>أ</h3><h4>ب</h4><h6>ج</h6>'],
  ['the text stays as it is written', '<p>نص &#x3C; <a href="/a/">نص</a></p>', '<p>نص &#x3C; <a href="/a/">نص</a></p>'],
])('in the body of an entry, %s', (_name, html, expected) => {
  expect(placeEntry(html, place)).toBe(expected);
});

test('headings of a body are one level below the title of the entry', () => {
  const html = '<h2 id="footnote-label">الحواشي</h2>';
  expect(placeEntry(html, { ...place, level: 3 })).toBe('<h4 id="footnote-label-live-1">الحواشي</h4>');
});

test('the tables of entries are no landmarks', () => {
  const table = (role: string) =>
    `<div class="table-scroll" role="${role}" tabindex="0" aria-label="الجدول 1"><table></table></div>`;
  expect(withoutRegions(`<p>أ</p>${table('region')}${table('region')}`)).toBe(`<p>أ</p>${table('group').repeat(2)}`);
});
