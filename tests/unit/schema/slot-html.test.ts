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
    '<p>أ<div>ب</div>',
    '<p><button><span>أ</span></button></p>',
    '<a href="data:text/plain,a">أ</a>',
    '<iframe srcdoc="<p>أ</p>"></iframe>',
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
    ['<tr><td>أ</td></tr>', ['1:1', '1:5']],
    ['<p>\n<div>أ</div></p>', ['2:13']],
    ['<form>\n<form></form></form>', ['2:1']],
    ['<p>أ\u202eب</p>', ['1:5']],
    ['<img src="data:image/gif;base64,a" alt="">', ['1:11']],
    ['<p style="background:url(data:a)">أ</p><style>a{b:url("blob:a")}</style>', ['1:11', '1:51']],
    ['<iframe srcdoc="<script>a()</script>"></iframe>', ['1:17']],
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
    [`<a href="/" ping="/own ${other}/p">نص</a>`, `connect: [${other}]`],
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
  const { links } = parse('<img srcset="/w_1,h_2/a.png 1x, /b.png 2x" alt="">');
  expect(links.map(({ url }) => url)).toEqual(['/w_1,h_2/a.png', '/b.png']);
});

test('the scripts and the styles that a policy has to allow are those that browsers run', () => {
  const { inline, hasScripts } = parse(
    '<script>a()\r\n</script><script type="application/json">{}</script><script type="module">b()</script><style>a{}</style><p style="color:red">نص</p>',
  );
  expect(inline).toEqual({ scripts: ['a()\n', 'b()'], styles: ['a{}'], styleAttributes: ['color:red'] });
  for (const script of ['type="text/jscript"', 'language="JavaScript1.2"', "type='Text/LiveScript '"])
    expect(parse(`<script ${script}>a()</script>`).inline.scripts).toEqual(['a()']);
  expect([hasScripts, parse('<script type="application/json">{}</script>').hasScripts]).toEqual([true, false]);
});

test('URLs in styles and drawings begin with the root of the site too', () => {
  const html =
    '<style>a{b:url(/a.png) url("/b.png") url(//c.example/d)}</style><p style="b:url(&quot;/e.png&quot;)"><svg><use xlink:href="/f.svg#a"/></svg></p>';
  const { pieces, links } = parse(html);
  expect(pieces.join('')).toBe(html);
  const rooted = ['/a.png', '/b.png', '/e.png', '/f.svg'];
  expect(pieces.slice(1).map((piece) => piece.slice(0, 6))).toEqual(rooted);
  expect(links.map(({ url }) => url.slice(0, 6)).sort()).toEqual(rooted);
});

test.each<[html: string, hasOwnFrames: boolean]>([
  ['<iframe src="/widgets/a/"></iframe>', true],
  [`<iframe src="${siteUrl}/widgets/a/"></iframe>`, true],
  ['<iframe src="https://other.example/"></iframe><iframe srcdoc="a"></iframe><a href="/">نص</a>', false],
])('%s opens a page of the site in a frame: %j', (html, hasOwnFrames) => {
  expect(parse(html).hasOwnFrames).toBe(hasOwnFrames);
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
    '<tr>'.repeat(24_000),
    '<a><p>'.repeat(16_000),
    Array.from({ length: 4000 }, (_, index) => `<script src=//${index}></script>`).join(''),
  ];
  for (const text of texts) expect(parse(text).problems).not.toEqual([]);
});
