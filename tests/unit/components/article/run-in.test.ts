import { expect, test } from 'vitest';
import { runIn } from '../../../../src/components/article/run-in.ts';

const alone = '<p class="opening">كتب</p>';

test.each<[name: string, body: string, result: string]>([
  ['a paragraph', '<p>أ</p><p>ب</p>', '<p>*أ</p><p>ب</p>'],
  ['white space before it', '\n<p class="a">أ</p>', '\n<p class="a">*أ</p>'],
  ['inline markup', '<p><strong>أ</strong> ب</p>', '<p>*<strong>أ</strong> ب</p>'],
  [
    'the sheet of a component',
    '<link rel="stylesheet" href="a.css"><p>أ</p>',
    '<link rel="stylesheet" href="a.css"><p>*أ</p>',
  ],
  ['a comment', '<!-- <h2> --><p>أ</p>', '<!-- <h2> --><p>*أ</p>'],
  ['a paragraph without an end tag', '<p>أ<h2>ب</h2>', '<p>*أ<h2>ب</h2>'],
  ['a picture after the words', '<p>أ <img src="a"></p>', '<p>*أ <img src="a"></p>'],
])('a body that begins with %s has it before its first word', (_, body, result) => {
  expect(runIn(body, '*', alone)).toBe(result);
});

test.each([
  ['a heading', '<h2 id="a">أ</h2><p>ب</p>'],
  ['a list', '<ul><li>أ</li></ul><p>ب</p>'],
  ['a list of paragraphs', '<ol><li><p>أ</p></li></ol>'],
  ['a quotation', '<blockquote><p>أ</p></blockquote><p>ب</p>'],
  ['a figure', '<figure><img src="a"><figcaption>أ</figcaption></figure><p>ب</p>'],
  ['an embed', '<div class="embed"><p>أ</p></div><p>ب</p>'],
  ['a picture in a paragraph', '<p><img src="a"> أ</p>'],
  ['a picture in a link', '<p><a href="b"><img src="a"></a></p>'],
  ['an empty paragraph', '<p> </p><p>أ</p>'],
  ['a paragraph from left to right', '<p dir="ltr">a</p>'],
  ['words in no paragraph', 'أ<p>ب</p>'],
  ['nothing', ''],
])('a body that begins with %s has it on a line of its own', (_, body) => {
  expect(runIn(body, '*', alone)).toBe(alone + body);
});
