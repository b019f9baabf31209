import { expect, it } from 'vitest';
import { placeComponentPaths } from '../../../../src/site-build/astro/component-paths.ts';

it.each<[source: string, placed: string]>([
  ['<a href="/about/">أ</a>', '<a href="/news/about/">أ</a>'],
  [
    "<img src='/a.png' srcset='/a.png 1x, /b.png 2x'>",
    "<img src='/news/a.png' srcset='/news/a.png 1x, /news/b.png 2x'>",
  ],
  ['{a && <video poster="/a.png" />}', '{a && <video poster="/news/a.png" />}'],
  ['<a href="//b.example/">أ</a><a href="b/">ب</a>', '<a href="//b.example/">أ</a><a href="b/">ب</a>'],
  ['---\nconst a = `<a href="/x/">`;\n---\n<a href={a} />', '---\nconst a = `<a href="/x/">`;\n---\n<a href={a} />'],
  [
    '<script>let b = ` href="/x/"`;</script><a href="/x/" />',
    '<script>let b = ` href="/x/"`;</script><a href="/news/x/" />',
  ],
])('%j', (source, placed) => {
  expect(placeComponentPaths(source, '/news')).toBe(placed);
  expect(placeComponentPaths(source, '')).toBe(source);
});
