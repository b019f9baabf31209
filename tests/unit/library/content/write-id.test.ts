import { expect, test } from 'vitest';
import { writeId } from '../../../../src/library/content/write-id.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (result: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(result);

test.each([
  ['a plain file', '---\ntitle: خبر\n---\n\nنص\n', '---\ntitle: خبر\nid: k7q3m\n---\n\nنص\n'],
  ['Windows line ends', '---\r\ntitle: خبر\r\n---\r\nنص', '---\r\ntitle: خبر\r\nid: k7q3m\r\n---\r\nنص'],
  ['a byte order mark', '\ufeff---\ntitle: خبر\n---\n', '\ufeff---\ntitle: خبر\nid: k7q3m\n---\n'],
  [
    'comments, order and odd spaces',
    '---\n# ملاحظة\ntitle:   خبر  \n---\nid: نص\n',
    '---\n# ملاحظة\ntitle:   خبر  \nid: k7q3m\n---\nid: نص\n',
  ],
])('%s keeps every byte and gains one line', (_name, before, after) => {
  expect(text(writeId(bytes(before), 'k7q3m'))).toBe(after);
});

test.each([
  ['an empty id', '---\nid:\ntitle: خبر\n---\n', '---\nid: k7q3m\ntitle: خبر\n---\n'],
  ['an empty id before the end', '---\ntitle: خبر\nid: \n---\n', '---\ntitle: خبر\nid: k7q3m\n---\n'],
])('%s is filled', (_name, before, after) => {
  expect(text(writeId(bytes(before), 'k7q3m'))).toBe(after);
});

test.each([
  ['has an id', '---\nid: a1b2c\n---\n'],
  ['has no front matter', 'نص'],
  ['has its keys in braces', '---\n{title: خبر, author: huda}\n---\n'],
  ['has its keys further in', '---\n  title: خبر\n  author: huda\n---\n'],
  ['names an empty id in quotes', '---\n"id":\ntitle: خبر\n---\n'],
])('a file that %s is left alone', (_name, content) => {
  expect(writeId(bytes(content), 'k7q3m')).toBeUndefined();
});
