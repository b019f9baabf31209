import { expect, test } from 'vitest';
import { collectLinks, findBrokenLinks } from '../../../src/site-build/page-links.ts';

const origin = 'https://news.example';
const files = new Set(['/rss.xml', '/_images/a.svg', '/k7q3m/index.html', '/t/نيل/index.html', '/index.html']);

function broken(html: string) {
  const pages = new Map([
    ['/k7q3m/', collectLinks(html, origin)],
    ['/t/نيل/', collectLinks('<h2 id="أولا">أولًا</h2>', origin)],
    ['/', collectLinks('', origin)],
  ]);
  const addresses = new Set([...pages.keys(), ...files]);
  const found = findBrokenLinks(
    pages,
    (address) => addresses.has(address),
    (page) => pages.get(page)?.ids,
    origin,
  );
  return found.map(({ reference, reason }) => [reference, reason]);
}

test.each([
  ['a page', '<a href="/t/نيل/">'],
  ['an encoded page', '<a href="/t/%D9%86%D9%8A%D9%84/">'],
  ['an encoded fragment', '<a href="/t/نيل/#%D8%A3%D9%88%D9%84%D8%A7">'],
  ['a fragment of the same page', '<p id="x"></p><a href="#x">'],
  ['a relative path', '<a href="../t/نيل/">'],
  ['an absolute address of the site', '<a href="https://news.example/rss.xml">'],
  ['a page of a document', '<a href="/rss.xml#page=3">'],
  ['what a browser reads as another host', '<a href="/\\other.example/">'],
  ['a link of a reader or a service', '<a href="/nowhere/" rel="ugc nofollow noopener" dir="ltr">'],
  ['an image and its candidates', '<img src="/_images/a.svg" srcset="/_images/a.svg 1x, /_images/a.svg 2x">'],
  [
    'a size that a service makes',
    '<a href="/_vercel/image?url=/_images/a.svg&amp;w=8&amp;q=75"><img src="/cdn-cgi/image/width=8,format=auto/_images/a.svg" srcset="/cdn-cgi/image/width=8,format=auto/_images/a.svg 8w"></a>',
  ],
  ['a comment', '<!-- <a href="/nowhere/"> -->'],
  ['text of a script', `<script>let a = '<a href="/nowhere/">';</script><SCRIPT>'<img src="/x.png">'</SCRIPT>`],
  ['an anchor with its name in capitals', '<P ID="y"></P><A HREF="#y">'],
  ['text of a style', '<style>/* <a href="/nowhere/"> */</style>'],
  ['a comment without an end', '<!-- <a href="/nowhere/">'],
  [
    'other sites, mail and telephones',
    '<a href="https://other.example/x"></a><a href="mailto:a@b.example"></a><a href="tel:+9611"></a>',
  ],
])('%s is found', (_name, html) => {
  expect(broken(html)).toEqual([]);
});

test.each([
  ['<a href="/nowhere/">', '/nowhere/', 'no-page'],
  ['<a href="/t/نيل">', '/t/نيل', 'no-page'],
  ['<script>a</script><!-- b --><a href="/nowhere/">', '/nowhere/', 'no-page'],
  ['<a href="/t/نيل/#ثانيا">', '/t/نيل/#ثانيا', 'no-fragment'],
  ['<A HREF="/nowhere/">', '/nowhere/', 'no-page'],
  [`<script>'<a href="/other/">'</SCRIPT><a href="/nowhere/">`, '/nowhere/', 'no-page'],
  ['<a href="#y">', '#y', 'no-fragment'],
  ['<a href="https://news.example/gone/">', 'https://news.example/gone/', 'no-page'],
  ['<img srcset="/_images/a.svg 1x, /_images/b.svg 2x">', '/_images/b.svg', 'no-page'],
  [
    '<source srcset="/cdn-cgi/image/width=8,format=auto/_images/b.jpg 8w, /_images/a.svg 9w">',
    '/_images/b.jpg',
    'no-page',
  ],
  ['<a href="/.netlify/images?url=/_images/b.jpg&amp;w=8&amp;q=75">', '/_images/b.jpg', 'no-page'],
  ['<a href="/%E0%A4%A">', '/%E0%A4%A', 'no-page'],
])('%s is reported', (html, reference, reason) => {
  expect(broken(html)).toEqual([[reference, reason]]);
});
