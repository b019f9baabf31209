import { expect, test } from 'vitest';
import { writeId } from '../../../src/library/write-id.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (result: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(result);

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

test('an id that is there is never written again', () => {
  expect(() => writeId(bytes('---\nid: a1b2c\n---\n'), 'k7q3m')).toThrow('The front matter has an id.');
});

test('a file without front matter is left alone', () => {
  expect(() => writeId(bytes('نص'), 'k7q3m')).toThrow('The file has no whole front matter.');
});
