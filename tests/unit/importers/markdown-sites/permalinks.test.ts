import { expect, it } from 'vitest';
import { type GeneratorName, generators } from '../../../../src/importers/markdown-sites/newsroom.ts';
import type { Document } from '../../../../src/importers/markdown-sites/project.ts';

const addressOf = (name: GeneratorName, file: string, matter: Document['matter'], all: object): string | undefined =>
  generators[name].addressesOf(
    { file, matter, body: '' },
    { title: '', description: '', url: '', author: '', all: { ...all } },
  )[0];
const date = '2024-01-05 10:00:00';
const hugo = (pattern: string) => ({ permalinks: { posts: pattern } });

it.each<[name: GeneratorName, file: string, matter: object, all: object, address: string]>([
  [
    'hugo',
    'content/posts/bridge.md',
    { title: 'افتتاح الجسر', date },
    hugo('/:year/:month/:slug/'),
    '/2024/01/افتتاح-الجسر/',
  ],
  ['hugo', 'content/posts/bridge.md', { title: 'افتتاح', slug: 'Open', date }, hugo('/:slug/:title/'), '/open/افتتاح/'],
  [
    'hugo',
    'content/posts/bridge.md',
    { title: 'أ', date },
    hugo('/:monthname/:weekdayname/:filename/'),
    '/january/friday/bridge/',
  ],
  ['hugo', 'content/posts/deep/Bridge.md', { title: 'أ', date }, {}, '/posts/deep/bridge/'],
  ['hugo', 'content/posts/bridge.md', { title: 'أ', date }, { uglyURLs: true }, '/posts/bridge.html'],
  ['jekyll', '_posts/2024-01-05-Bridge-Open.md', {}, { permalink: '/:title.html' }, '/Bridge-Open.html'],
  ['jekyll', '_posts/2024-01-05-Bridge-Open.md', {}, { permalink: '/:slug/' }, '/bridge-open/'],
  ['jekyll', '_posts/2024-01-05-a.md', { category: 'News City' }, {}, '/news-city/2024/01/05/a.html'],
  [
    'jekyll',
    'city/_posts/2024-01-05-a.md',
    { categories: 'news big' },
    { permalink: 'pretty' },
    '/city/news/big/2024/01/05/a/',
  ],
  ['jekyll', 'about.md', {}, { permalink: 'pretty' }, '/about/'],
  ['hexo', 'source/_posts/My-Post.md', { title: 'خبر', date }, { permalink: ':year/:title/' }, '/2024/My-Post/'],
  ['eleventy', 'posts/a/index.md', { date }, {}, '/posts/a/'],
  ['astro', 'src/content/blog/a.md', { slug: 'b' }, {}, '/blog/b/'],
])('%s gives %s with %j and %j the address %s', (name, file, matter, all, address) => {
  expect(addressOf(name, file, matter as Document['matter'], all)).toBe(address);
});
