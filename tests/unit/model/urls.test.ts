import { expect, test } from 'vitest';
import {
  absoluteHref,
  absoluteUrl,
  articlePath,
  authorPath,
  categoryPath,
  feedItemId,
  feedPath,
  hrefOf,
  hrefTo,
  monthPath,
  routeParameter,
  tagPath,
} from '../../../src/model/urls.ts';
import { article, site } from '../../support/library.ts';

const subject = article(1, { id: 'k7q3m', slug: 'سوق-الكتب', date: '2026-08-31T22:30:00.000Z' });

test.each([
  ['an article', articlePath(subject, site), '/k7q3m/'],
  [
    'an article with readable permalinks, with the month in the site’s time zone',
    articlePath(subject, { ...site, permalink: 'readable' }),
    '/2026/09/سوق-الكتب/',
  ],
  ['a section', categoryPath('world'), '/c/world/'],
  ['a numbered page of a section', categoryPath('world', 3), '/c/world/3/'],
  ['an author', authorPath('salma'), '/a/salma/'],
  ['a tag, whatever its tashkeel', tagPath('الاقتصادُ الأخضر'), '/t/الاقتصاد-الأخضر/'],
  ['a month', monthPath(2026, 3), '/2026/03/'],
  ['the feed of the site', feedPath(), '/rss.xml'],
  ['the feed of a section', feedPath(categoryPath('world')), '/c/world/rss.xml'],
])('the path of %s', (_name, path, expected) => {
  expect(path).toBe(expected);
});

test.each([
  ['by default the host of the URL', 'https://news.example', undefined, 'tag:news.example,2026:k7q3m'],
  ['a host with a port and a path', 'https://news.example:8443/daily', undefined, 'tag:news.example,2026:k7q3m'],
  ['a domain of old', 'https://new.example', 'news.example', 'tag:news.example,2026:k7q3m'],
  ['a domain with a date', 'https://new.example', 'news.example,2019-04', 'tag:news.example,2019-04:k7q3m'],
])('the id of an item in feeds names %s', (_name, url, tagAuthority, expected) => {
  const feeds = { ...site.feeds, ...(tagAuthority !== undefined && { tagAuthority }) };
  expect(feedItemId(subject, { url, feeds })).toBe(expected);
});

test('absolute URLs are percent-encoded', () => {
  expect(absoluteUrl('/t/نيل/', site)).toBe('https://news.example/t/%D9%86%D9%8A%D9%84/');
});

test('a route parameter is the path without its first and last slash', () => {
  expect(routeParameter('/2026/09/سوق-الكتب/')).toBe('2026/09/سوق-الكتب');
});

test('links begin with the path that the site lives below', () => {
  expect(hrefTo('/k7q3m/', { url: 'https://news.example' })).toBe('/k7q3m/');
  expect(hrefTo('/k7q3m/', { url: 'https://press.example/news' })).toBe('/news/k7q3m/');
});

test.each([
  ['a path', '/about/', '/news/about/'],
  ['a URL', 'https://host.example/about/', 'https://host.example/about/'],
  ['a URL without a scheme', '//host.example/about/', '//host.example/about/'],
  ['a mail address', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['an anchor', '#a', '#a'],
])('a link of the content that is %s', (_name, link, href) => {
  expect(hrefOf(link, { url: 'https://host.example/news' })).toBe(href);
});

test('absolute URLs include the path that the site lives below', () => {
  const below = { url: 'https://host.example/%D8%A3' };
  expect(absoluteUrl('/t/نيل/', below)).toBe('https://host.example/%D8%A3/t/%D9%86%D9%8A%D9%84/');
  expect(absoluteUrl('https://other.example/a', below)).toBe('https://other.example/a');
  expect(absoluteHref(hrefTo('/k7q3m/', below), below)).toBe('https://host.example/%D8%A3/k7q3m/');
});
