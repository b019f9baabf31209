import { expect, test } from 'vitest';
import { html, render } from './render.ts';

const siteUrl = 'https://host.example/news';

test.each([
  ['a path', '[خبر](/k7q3m/#قسم)', '<p><a href="/news/k7q3m/#%D9%82%D8%B3%D9%85">خبر</a></p>'],
  ['a relative path, which stays', '[خبر](../k7q3m/)', '<p><a href="../k7q3m/">خبر</a></p>'],
  ['an anchor, which stays', '[خبر](#x)', '<p><a href="#x">خبر</a></p>'],
  [
    'the full address, which is no external link',
    '[خبر](https://host.example/news/k7q3m/)',
    '<p><a href="https://host.example/news/k7q3m/">خبر</a></p>',
  ],
  [
    'a site beside it, which is external',
    '[خبر](https://host.example/other/)',
    '<p><a href="https://host.example/other/" rel="noopener" data-external="">خبر<span class="visually-hidden" data-pagefind-ignore="">، رابط خارجي</span></a></p>',
  ],
  ['the path of the source of a quotation', '<q cite="/k7q3m/">خبر</q>', '<p><q cite="/news/k7q3m/">خبر</q></p>'],
  [
    'the candidates of an image',
    '<picture><source srcset="/a.png 1x, /b.png 2x"><img src="https://a.example/a.png" alt="صورة"></picture>',
    '<p><picture><source srcset="/news/a.png 1x, /news/b.png 2x"><img src="https://a.example/a.png" alt="صورة" loading="lazy" decoding="async"></picture></p>',
  ],
])('%s', async (_name, text, expected) => {
  expect(await html(text, { siteUrl })).toBe(expected);
});

test('references keep the paths that the author wrote', async () => {
  const { references } = await render('[خبر](/k7q3m/) و[آخر](https://host.example/other/)', { siteUrl });
  expect(references.map(({ url }) => url)).toEqual(['/k7q3m/']);
});
