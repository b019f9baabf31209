import type { Root } from 'hast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { rehypeBasePath } from '../../../src/markdown/base-path.ts';
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
  [
    'the sizes of a service for the whole host, which have the path inside',
    '<picture><source srcset="/cdn-cgi/image/width=8,format=auto/news/a.png 8w, /b.png 9w"><img src="https://a.example/a.png" alt="صورة"></picture>',
    '<p><picture><source srcset="/cdn-cgi/image/width=8,format=auto/news/a.png 8w, /news/b.png 9w"><img src="https://a.example/a.png" alt="صورة" loading="lazy" decoding="async"></picture></p>',
  ],
])('%s', async (_name, text, expected) => {
  expect(await html(text, { siteUrl })).toBe(expected);
});

test('references keep the paths that the author wrote', async () => {
  const { references } = await render('[خبر](/k7q3m/) و[آخر](https://host.example/other/)', { siteUrl });
  expect(references.map(({ url }) => url)).toEqual(['/k7q3m/']);
});

test.each<[name: string, placed: string[]]>([
  ['Score', ['url', 'href', 'src', 'poster', 'image']],
  ['Video', ['url']],
])('of the attributes of %s, those that are URLs get the path', (name, placed) => {
  const names = ['url', 'href', 'src', 'poster', 'image', 'title'];
  const attributes = names.map((attribute) => ({ type: 'mdxJsxAttribute', name: attribute, value: '/x/' }));
  const tree = { type: 'root', children: [{ type: 'mdxJsxFlowElement', name, attributes, children: [] }] };
  rehypeBasePath()(tree as unknown as Root, new VFile({ data: { renderContext: { siteUrl } as never } }));
  expect(attributes.filter(({ value }) => value === '/news/x/').map((attribute) => attribute.name)).toEqual(placed);
});
