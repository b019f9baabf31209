import { expect, test } from 'vitest';
import { resolveHref, resolveInternalLink } from '../../../src/model/internal-links.ts';

const root = 'https://news.example';
const below = 'https://host.example/news';
const arabic = 'https://host.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1';

/** `undefined` if the link leaves the site. */
test.each<[link: string, site: string, path: string | undefined]>([
  ['/about/', root, '/about/'],
  ['../about/', root, '/about/'],
  ['https://news.example/about/', root, '/about/'],
  ['https://other.example/about/', root, undefined],
  ['/about/', below, '/about/'],
  ['../about/', below, '/about/'],
  ['../../about/', below, '/../about/'],
  ['', below, '/k7q3m/'],
  ['https://host.example/news/about/', below, '/about/'],
  ['http://host.example/news/about/', below, '/about/'],
  ['//host.example/news/about/', below, '/about/'],
  ['https://host.example/news', below, '/'],
  ['https://host.example/news/', below, '/'],
  ['https://host.example/newspaper/', below, undefined],
  ['https://host.example/News/about/', below, undefined],
  ['https://host.example/other/', below, undefined],
  ['https://host.example/', below, undefined],
  ['https://host.example/news/../other/', below, undefined],
  ['/news/about/', below, '/news/about/'],
  ['/t/%D9%86%D9%8A%D9%84/', arabic, '/t/نيل/'],
  ['https://host.example/أخبار/t/نيل/', arabic, '/t/نيل/'],
])('a link of the content to %s in %s leads to %s', (link, site, path) => {
  expect(resolveInternalLink(link, '/k7q3m/', site)?.path).toBe(path);
});

test.each<[href: string, site: string, path: string | undefined]>([
  ['/about/', root, '/about/'],
  ['/news/about/', below, '/about/'],
  ['/news', below, '/'],
  ['/about/', below, '/../about/'],
  ['/newspaper/', below, '/../newspaper/'],
  ['../about/', below, '/about/'],
  ['https://host.example/news/about/', below, '/about/'],
  ['https://host.example/about/', below, undefined],
  ['/أخبار/t/نيل/', arabic, '/t/نيل/'],
])('a link of a page to %s in %s leads to %s', (href, site, path) => {
  expect(resolveHref(href, '/k7q3m/', site)?.path).toBe(path);
});
