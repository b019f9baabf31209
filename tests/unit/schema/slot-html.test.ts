import { describe, expect, it, test } from 'vitest';
import { parseSlot } from '../../../src/schema/slot-html.ts';
import type { SlotName, SlotOrigins } from '../../../src/schema/slots.ts';

const siteUrl = 'https://news.example';
const parse = (html: string, name: SlotName = 'footer', origins: SlotOrigins = {}) =>
  parseSlot(name, html, origins, siteUrl);
/** The places of the problems, as line and column, with the tag or the word that the message is about. */
const placesOf = (...slot: Parameters<typeof parse>) =>
  parse(...slot).problems.map(({ line, column }) => `${line}:${column}`);

describe('HTML that cannot break a page is accepted', () => {
  it.each([
    '<p>نص</p>',
    '<ul><li>أ<li>ب</ul>',
    '<table><tr><td>أ<tr><td>ب</table>',
    '<img src="/a.png" alt=""><br><hr/>',
    '<svg viewBox="0 0 1 1"><title>رسم</title><path d="M0"/></svg>',
    '<script>let a = "<div>" + "</p>";</script>',
    '<style>a > b {}</style>',
    '<textarea></b></textarea>',
    '<!-- <div> -->',
    'نص < نص & نص',
    '<script type="application/ld+json">{}</script>',
    '<iframe src="/map/" title="خريطة"></iframe>',
    '<a href="https://other.example">نص</a><img src="https://other.example/a.png" alt="">',
    '<link rel="preconnect" href="https://other.example">',
    '',
  ])('%s', (html) => {
    expect(parse(html).problems).toEqual([]);
  });

  it.each([
    '<meta name="a" content="b"><link rel="icon" href="/a.png"><script src="/a.js"></script><style>a{}</style>',
    '<!-- نص -->\n<noscript><link rel="stylesheet" href="/a.css"></noscript>',
  ])('in the head: %s', (html) => {
    expect(parse(html, 'head').problems).toEqual([]);
  });
});

describe('what would break the page is told with its line and column', () => {
  it.each<[html: string, places: string[]]>([
    ['<div>\n  <section>\n</div>', ['2:3']],
    ['<p>نص</p>\n</div>', ['2:1']],
    ['<b><i>نص</b></i>', ['1:4', '1:13']],
    ['<span/>نص', ['1:1']],
    ['<script src="/a.js" />', ['1:1']],
    ['<p>نص', ['1:1']],
    ['<!doctype html><html><p>نص</p></html>', ['1:1', '1:16', '1:31']],
    ['<p>نص</p>\n<div class="a', ['2:1']],
    ['<p>نص</p><div', ['1:10']],
    ['نص\n<!-- نص', ['2:1']],
    ['<button onclick="a()" onfocus="b()">نص</button>', ['1:1', '1:1']],
    ['<a href=" javascript:a()">نص</a>', ['1:10']],
    ['<embed src="/a">', ['1:1']],
  ])('%s', (html, places) => {
    expect(placesOf(html)).toEqual(places);
  });

  it.each<[html: string, places: string[]]>([
    ['<meta name="a" content="b">\n<p>نص</p>', ['2:1']],
    ['<noscript><img src="/a.png"></noscript>', ['1:11']],
    ['\n  نص', ['2:3']],
  ])('in the head: %s', (html, places) => {
    expect(placesOf(html, 'head')).toEqual(places);
  });
});

describe('an origin that is used without being declared is told once', () => {
  const other = 'https://a.ads.example';

  it.each<[html: string, line: string | undefined, origins?: SlotOrigins]>([
    [`<script src="${other}/a.js"></script><script src="${other}/b.js"></script>`, `scripts: [${other}]`],
    ['<script src="//a.ads.example/a.js"></script>', `scripts: [${other}]`],
    [`<link rel="stylesheet" href="${other}/a.css">`, `styles: [${other}]`],
    [`<link rel="preload" as="font" href="${other}/a.woff2">`, `fonts: [${other}]`],
    [`<link rel="modulepreload" href="${other}/a.js">`, `scripts: [${other}]`],
    [`<iframe src="${other}/"></iframe>`, `frames: [${other}]`],
    [`<form action="${other}/"><button formaction="${other}/b">نص</button></form>`, `forms: [${other}]`],
    [`<iframe src="${other}/"></iframe>`, undefined, { frames: ['https://*.ads.example'] }],
    [
      '<iframe src="https://ads.example/"></iframe>',
      'frames: [https://*.ads.example, https://ads.example]',
      { frames: ['https://*.ads.example'] },
    ],
    [`<script src="${siteUrl}/a.js"></script>`, undefined],
    ['<p>نص</p>', undefined, { scripts: [other] }],
  ])('%s', (html, line, origins) => {
    const { problems } = parse(html, 'footer', origins);
    expect(problems.map(({ message }) => message.split(': ').slice(1).join(': '))).toEqual(
      line === undefined ? [] : [line],
    );
  });
});

test('HTML is divided before what begins with the root of the site', () => {
  const html =
    '<a href="/x/?a=1">س</a><a href="//b.example">ب</a><img srcset="/a.png 1x,/b.png 2x" src=/c.png><a href="#y">ي</a>';
  const { pieces } = parse(html);
  expect(pieces.join('')).toBe(html);
  expect(pieces.slice(1).map((piece) => piece.slice(0, 5))).toEqual(['/x/?a', '/a.pn', '/b.pn', '/c.pn']);
});

test('the scripts and the styles that a policy has to allow are those that browsers run', () => {
  const { inline, hasScripts } = parse(
    '<script>a()\r\n</script><script type="application/json">{}</script><script type="module">b()</script><style>a{}</style><p style="color:red">نص</p>',
  );
  expect(inline).toEqual({ scripts: ['a()\n', 'b()'], styles: ['a{}'], styleAttributes: ['color:red'] });
  expect([hasScripts, parse('<script type="application/json">{}</script>').hasScripts]).toEqual([true, false]);
});

test('links are listed with their places', () => {
  expect(parse('<p>\n<a href="/x/">س</a><img src="/a.png" alt=""></p>').links).toEqual([
    { kind: 'link', url: '/x/', line: 2, column: 10 },
    { kind: 'file', url: '/a.png', line: 2, column: 30 },
  ]);
});

test('a hostile file is read in a moment', () => {
  const texts = [
    '<b>'.repeat(30_000),
    '</b>'.repeat(24_000),
    `${'<b>'.repeat(15_000)}${'</i>'.repeat(12_000)}`,
    `${'<!--'.repeat(24_000)}<p>`,
  ];
  for (const text of texts) expect(parse(text).problems).not.toEqual([]);
});
