import { expect, test } from 'vitest';
import { isRemoteImage, mediaAddress, placeMedia, secureAddress } from '../../../src/lib/media-addresses.ts';

test.each([
  ['https://media.example/2026/x.jpg', 'https://media.example/2026/x.jpg'],
  ['HTTPS://Media.Example/a b/صورة.jpg#top', 'https://media.example/a%20b/%D8%B5%D9%88%D8%B1%D8%A9.jpg'],
  ['https://media.example/x?w=1&h=2', 'https://media.example/x?w=1&h=2'],
  ['http://media.example/x.jpg', undefined],
  ['//media.example/x.jpg', undefined],
  ['https://user:secret@media.example/x.jpg', undefined],
  ['https://', undefined],
  ['x.jpg', undefined],
])('the address of an image in pages: %s', (written, address) => {
  expect(mediaAddress(written)).toBe(address);
});

test.each([
  ['http://a.example/x.jpg', 'https://a.example/x.jpg'],
  ['//a.example/x.jpg', 'https://a.example/x.jpg'],
  ['https://a.example/x.jpg', undefined],
  ['http://', undefined],
])('the encrypted address that was meant: %s', (written, meant) => {
  expect(secureAddress(written)).toBe(meant);
});

test.each([
  ['https://a.example/x.jpg', true],
  ['HTTP://a.example/x.jpg', true],
  ['//a.example/x.jpg', true],
  ['/logo.svg', false],
  ['data:image/png;base64,', false],
])('an image of another site is known by its beginning: %s', (src, expected) => {
  expect(isRemoteImage(src)).toBe(expected);
});

test.each([
  ['/media/2026/x y.jpg', 'https://cdn.example/paper/2026/x%20y.jpg'],
  ['/media/IMG:1 100%.jpg', 'https://cdn.example/paper/IMG:1%20100%25.jpg'],
  ['/media/x%20y#1.jpg?v=2#top', 'https://cdn.example/paper/x%20y%231.jpg?v=2%23top'],
  ['/media/http://[', 'https://cdn.example/paper/http://%5B'],
  ['/media/https://evil.example/a.jpg', 'https://cdn.example/paper/https://evil.example/a.jpg'],
  ['/media//evil.example/a.jpg', 'https://cdn.example/paper//evil.example/a.jpg'],
  ['/media/../a.jpg', '/media/../a.jpg'],
  ['/media/2026/%2E%2e/a.jpg', '/media/2026/%2E%2e/a.jpg'],
  ['/media/..%2fa.jpg', '/media/..%2fa.jpg'],
  ['/media/..\\a.jpg', '/media/..\\a.jpg'],
  ['/media/.\t./a.jpg', 'https://cdn.example/paper/.%09./a.jpg'],
  ['/mediation/x.jpg', '/mediation/x.jpg'],
  ['media/x.jpg', 'media/x.jpg'],
])('a name below /media/ is placed at the address of its folder: %s', (src, placed) => {
  expect(placeMedia(src, 'https://cdn.example/paper/')).toBe(placed);
  expect(placeMedia(src, undefined)).toBe(src);
});
