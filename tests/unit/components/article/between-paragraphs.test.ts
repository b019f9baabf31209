import { expect, test } from 'vitest';
import { insertBetweenParagraphs } from '../../../../src/components/article/between-paragraphs.ts';

test.each<[body: string, count: number, result: string]>([
  ['<p>أ</p><p>ب</p><p>ج</p>', 1, '<p>أ</p>*<p>ب</p><p>ج</p>'],
  ['<p>أ</p>\n<p>ب</p>\n<p>ج</p>', 2, '<p>أ</p>\n<p>ب</p>*\n<p>ج</p>'],
  ['<p>أ</p><p>ب</p>', 2, '<p>أ</p><p>ب</p>'],
  ['<p>أ</p><h2>ب</h2><p>ج</p><p>د</p>', 1, '<p>أ</p><h2>ب</h2><p>ج</p>*<p>د</p>'],
  [
    '<p>أ</p><ul><li><p>ب</p><p>ج</p></li></ul><p>د</p><p>هـ</p>',
    1,
    '<p>أ</p><ul><li><p>ب</p><p>ج</p></li></ul><p>د</p>*<p>هـ</p>',
  ],
  ['<blockquote><p>أ</p><p>ب</p></blockquote><p>ج</p>', 1, '<blockquote><p>أ</p><p>ب</p></blockquote><p>ج</p>'],
  ['<p>أ<br>ب<img src="a>b" alt="<p>"></p><p>ج</p>', 1, '<p>أ<br>ب<img src="a>b" alt="<p>"></p>*<p>ج</p>'],
  ["<script>'<p>'</script><p>أ</p><p>ب</p>", 1, "<script>'<p>'</script><p>أ</p>*<p>ب</p>"],
  [
    '<figure><img src="a"/></figure><p dir="ltr">أ</p><p class="b">ب</p>',
    1,
    '<figure><img src="a"/></figure><p dir="ltr">أ</p>*<p class="b">ب</p>',
  ],
  ['<p>أ</p><pre>ب</pre><p>ج</p>', 1, '<p>أ</p><pre>ب</pre><p>ج</p>'],
  ['<!-- <div> --><p>أ</p><p>ب</p>', 1, '<!-- <div> --><p>أ</p>*<p>ب</p>'],
  ['<ul><li>أ<li>ب</ul><p>ج</p><p>د</p>', 1, '<ul><li>أ<li>ب</ul><p>ج</p>*<p>د</p>'],
  ['<p>أ<p>ب</p><p>ج</p>', 1, '<p>أ*<p>ب</p><p>ج</p>'],
  ['<p>أ</p><svg><path d="M0"/></svg><p>ب</p><p>ج</p>', 1, '<p>أ</p><svg><path d="M0"/></svg><p>ب</p>*<p>ج</p>'],
  ['<p>أ</p></div><p>ب</p><p>ج</p>', 2, '<p>أ</p></div><p>ب</p>*<p>ج</p>'],
  ['', 1, ''],
])('%s after %d', (body, count, result) => {
  expect(insertBetweenParagraphs(body, '*', count)).toBe(result);
});

test('hostile HTML is read in a moment', () => {
  for (const part of ['<a ', '<a "', '<!--', '</', '<p>', '<div>', '<script>'])
    expect(insertBetweenParagraphs(part.repeat(30_000), '*', 50_000)).toBe(part.repeat(30_000));
});
