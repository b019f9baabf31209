/** A comment whose text or author name is an attack. */
export interface HostileComment {
  author: string;
  text: string;
}

const call = 'window.harmed=1';
const elsewhere = 'https://tracker.example/x';

const scripts = [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<script src="${elsewhere}.js"></script>`,
  `<script type="module">${call}</script>`,
  `</p></div></article></li></ol><script>${call}</script>`,
  `<!--><script>${call}</script>-->`,
  `<![CDATA[<script>${call}</script>]]>`,
  `</textarea></template><script>${call}</script>`,
  `<noscript><p title="</noscript><script>${call}</script>">`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
  `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  `<scr<script>ipt>${call}</scr</script>ipt>`,
];

const handlers = ['error', 'load', 'focus', 'mouseover', 'toggle', 'animationstart', 'pointerenter', 'begin'];
const attributes = [
  ...['img', 'svg', 'video', 'audio', 'iframe', 'body', 'details', 'input', 'object', 'math'].flatMap((tag) =>
    handlers.map((event) => `<${tag} src=x open autofocus on${event}="${call}">`),
  ),
  `" onmouseover="${call}" x="`,
  `' onfocus='${call}' autofocus='`,
  `"><img src=x onerror=${call}>`,
  '<a href="javascript:window.harmed=1">اضغط</a>',
  '[اضغط](javascript:window.harmed=1)',
  'javascript:window.harmed=1//https://example.com',
  'data:text/html,<script>window.harmed=1</script>',
  `<form action="${elsewhere}"><button>أرسل</button></form>`,
  `<base href="${elsewhere}/">`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}">`,
  `<link rel="stylesheet" href="${elsewhere}.css">`,
  `<style>@import "${elsewhere}.css"; * { display: none }</style>`,
  `<div style="position:fixed;inset:0;background:url(${elsewhere}.png)">`,
  `![صورة](${elsewhere}.png)`,
  `<img src="${elsewhere}.png" srcset="${elsewhere}-2.png 2x">`,
  `<iframe srcdoc="<script>parent.harmed=1</script>"></iframe>`,
  `<object data="${elsewhere}.swf"></object><embed src="${elsewhere}.swf">`,
  '<input id="comment-text"><input name="nick"><form id="comment-form">',
  '<a id="comments" name="getElementById">',
  '<div data-comments-list data-comment="1" id="comment-1">',
];

const vectors = [
  `<svg/onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${call}"><text y=20>اضغط</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${call}>#x"/></svg>`,
  `<svg><image href="${elsewhere}.png"/></svg>`,
  `<svg><foreignObject><body onload=${call}></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${call}></style></mglyph></table></mtext></math>`,
  `<math href="javascript:${call}">اضغط</math>`,
  `<template><img src=x onerror=${call}></template>`,
  `<select><option><img src=x onerror=${call}></option></select>`,
  `<marquee onstart=${call}>`,
];

const bidi = [
  '\u202A',
  '\u202B',
  '\u202C',
  '\u202D',
  '\u202E',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200E',
  '\u200F',
  '\u061C',
];
const reordering = bidi.flatMap((mark) => [
  `${mark}رأي المحرر: وافقوا${mark} gpj.exe`,
  `قال ${mark.repeat(40)}لا`,
  `${mark}</p><img src=x onerror=${call}>`,
]);

const invisible = [
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2060',
  '\uFEFF',
  '\u00AD',
  '\u034F',
  '\u3164',
  '\u{E0041}',
  '\u2028',
  '\u0000',
  '\uD83D',
];
const hiding = invisible.flatMap((mark) => [
  mark.repeat(500),
  `<s${mark}cript>${call}</s${mark}cript>`,
  [...'نص طويل جدا'].join(mark.repeat(50)),
]);

const oversized = [
  'ك'.repeat(100_000),
  'W'.repeat(100_000),
  `${'<b>'.repeat(20_000)}نص`,
  `${'&lt;'.repeat(20_000)}`,
  'https://example.com/'.repeat(3000),
  `https://example.com/${'a'.repeat(5000)}`,
  'سطر\n'.repeat(3000),
  '\n'.repeat(50_000),
  `${'ع\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(200)}`,
  `ع${'\u0489'.repeat(3000)}`,
  '﷽'.repeat(500),
  '𒐫'.repeat(500),
  '👨\u200D👩\u200D👧\u200D👦'.repeat(500),
  `${'('.repeat(5000)}${')'.repeat(5000)}`,
  'ـ'.repeat(20_000),
  '\t'.repeat(20_000),
];

const homoglyphs = [
  'аdmin',
  'Аdmin',
  'аdmіn',
  'التحرير',
  'التحریر',
  'التـحـريـر',
  'ٱلتحرير',
  'اختيار المحرّر',
  'ｅｄｉｔｏｒ',
  'еԁіtоr',
  'paypaI.com',
  'https://xn--pple-43d.com',
  'https://аpple.com',
  'https://example.com@evil.example/',
  'https://example.com\\@evil.example',
  'https://evil.example/‮gpj.',
];

const formulas = [
  '{{constructor.constructor("window.harmed=1")()}}',
  '$'.concat('{window.harmed=1}'),
  '<%= 1 %>',
  '#{1}',
  '=cmd|calc',
  '%00',
  '../../../etc/passwd',
  "'; DROP TABLE wl_Comment; --",
  '__proto__',
  'constructor',
  "$&$`$'$1",
  '[object Object]',
  'undefined',
  'null',
  '-->',
  '*/',
  ']]>',
  '\\',
];

const all = [...scripts, ...attributes, ...vectors, ...reordering, ...hiding, ...oversized, ...homoglyphs, ...formulas];

/** Each attack as the text of a comment, and the shorter ones as its author's name, too. */
export const hostileComments: HostileComment[] = [
  ...all.map((text) => ({ author: 'قارئ', text })),
  ...all.filter((text) => text.length < 5000).map((author) => ({ author, text: 'نص عادي' })),
];
