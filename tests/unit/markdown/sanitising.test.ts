import { describe, expect, it } from 'vitest';
import { messages } from '../../../src/markdown/messages.ts';
import { findDanger } from './find-danger.ts';
import { html, render, renderMdx } from './render.ts';

describe('the test helper findDanger', () => {
  it('finds dangerous markup', () => {
    const markup = '<script></script><p onclick="x" style="x"><a href="javascript:x"></a><img src="data:x"><!-- x -->';
    expect(findDanger(markup)).toHaveLength(6);
  });
});

/** `line` is the line of the reported problem; undefined if the markup is made harmless without a problem. */
const vectors: [source: string, line?: number][] = [
  ['<script>alert(1)</script>', 1],
  ['نص\n\n<script>alert(1)</script>', 3],
  ['نص <script>alert(1)</script> نص', 1],
  ['<SCRIPT SRC=//evil.example/x.js></SCRIPT>', 1],
  ['<script\nsrc="//evil.example/x.js"></script>', 1],
  ['<div>\nنص\n<script>alert(1)</script>\n</div>', 3],
  ['> نص\n>\n> <script>alert(1)</script>', 3],
  ['- نص\n\n  <script>alert(1)</script>', 3],
  ['نص[^1]\n\n[^1]: <script>alert(1)</script>', 3],
  ['| أ |\n|---|\n| <script>alert(1)</script> |', 3],
  ['<scr<script>ipt>alert(1)</script>', 1],
  ['<script/x>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>', 1],
  ['<img src="x" OnErRoR="alert(1)">', 1],
  ['<img src=x\n\nonerror=alert(1)>'],
  ['<img/src=/x/onerror=alert(1)>'],
  ['<b onmouseover=alert(1)>نص</b>', 1],
  ['نص\nنص <b onclick="alert(1)">نص</b>', 2],
  ['<details open ontoggle=alert(1)>نص</details>', 1],
  ['<video autoplay onloadstart=alert(1)><source onerror=alert(1)></video>', 1],
  ['<audio src=/a.mp3 onplay=alert(1)>', 1],
  ['<body onload=alert(1)>', 1],
  ['<svg onload=alert(1)>', 1],
  ['<svg><script>alert(1)</script></svg>', 1],
  ['<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', 1],
  ['<math><mi xlink:href="javascript:alert(1)">x</mi></math>', 1],
  ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', 1],
  ['<iframe src="https://evil.example"></iframe>', 1],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', 1],
  ['<object data="javascript:alert(1)"></object>', 1],
  ['<embed src="javascript:alert(1)">', 1],
  ['<applet code=x></applet>', 1],
  ['<style>body{display:none}</style>', 1],
  ['<p style="position:fixed;inset:0">نص</p>'],
  ['<div class="page-heading">نص</div>'],
  ['<link rel=stylesheet href="//evil.example/x.css">', 1],
  ['<meta http-equiv=refresh content="0;url=//evil.example">', 1],
  ['<base href="//evil.example/">', 1],
  ['<form action="//evil.example"><input name=q><button>x</button></form>', 1],
  ['<input type=text name=password>', 1],
  ['<button formaction="javascript:alert(1)">x</button>', 1],
  ['<textarea></textarea><script>alert(1)</script>', 1],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', 1],
  ['<template><script>alert(1)</script></template>', 1],
  ['<title><img src=x onerror=alert(1)></title>', 1],
  ['<plaintext>نص', 1],
  ['<xmp><script>alert(1)</script></xmp>', 1],
  ['<frameset onload=alert(1)>', 1],
  ['[x](javascript:alert(1))', 1],
  ['نص\n\n[x](JaVaScRiPt:alert(1))', 3],
  ['[x](vbscript:msgbox)', 1],
  ['[x](data:text/html;base64,PHNjcmlwdD4=)', 1],
  ['[x](<java\tscript:alert(1)>)', 1],
  ['[x](&#106;avascript:alert(1))', 1],
  ['[x](javascript&colon;alert(1))', 1],
  ['<javascript:alert(1)>', 1],
  ['[x]\n\n[x]: javascript:alert(1)', 3],
  ['<a href="javascript:alert(1)">x</a>', 1],
  ['<a href="  jav&#x09;ascript:alert(1)">x</a>', 1],
  ['<a href="&#1;javascript:alert(1)">x</a>', 1],
  ['<a href="java\nscript:alert(1)">x</a>', 1],
  ['<a href=`javascript:alert(1)`>x</a>'],
  ['<q cite="javascript:alert(1)">x</q>', 1],
  ['<video poster="javascript:alert(1)" src="/a.mp4"></video>', 1],
  ['![x](javascript:alert(1))', 1],
  ['![x](data:image/svg+xml;base64,PHN2Zz4=)', 1],
  ['<img src="javascript:alert(1)">', 1],
  ['<!-- تعليق --> نص'],
  ['<!--><script>alert(1)</script>-->', 1],
  ['<![CDATA[<script>alert(1)</script>]]>'],
  ['<?php echo 1 ?>'],
  ['<!DOCTYPE html>'],
  ['<a href="https://x.example" target=_blank rel=opener>x</a>'],
  ['<p id="location">نص</p>'],
  ['<x-component onclick=alert(1)>نص</x-component>', 1],
  ['<marquee>نص</marquee>'],
  ['<td>نص</td>'],
  ['</div></article></main>'],
];

describe('raw HTML', () => {
  it.each(vectors)('is made harmless and reported: %j', async (source, line) => {
    const { html, problems } = await render(source);
    expect(findDanger(html)).toEqual([]);
    expect(problems.map((problem) => problem.line).slice(0, 1)).toEqual(line === undefined ? [] : [line]);
  });

  it.each(vectors)('is harmless in MDX: %j', async (source) => {
    const { html, problems } = await renderMdx(source);
    expect(html).toBe('');
    expect(problems.every(({ line, message }) => line >= 1 && /\p{Script=Arabic}/u.test(message))).toBe(true);
  });

  it.each([
    ['<figure><figcaption>شرح</figcaption></figure>'],
    ['<bdi>Node.js</bdi>', '<p><bdi>Node.js</bdi></p>'],
    ['<bdo dir="rtl">x</bdo>', '<p><bdo dir="rtl">x</bdo></p>'],
    ['<abbr title="منظمة الصحة">WHO</abbr>', '<p><abbr title="منظمة الصحة">WHO</abbr></p>'],
    ['<mark>نص</mark>', '<p><mark>نص</mark></p>'],
    ['<time datetime="2022-01-13">أمس</time>', '<p><time datetime="2022-01-13">أمس</time></p>'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>'],
    ['<details open>\n<summary>المزيد</summary>\nنص\n</details>'],
    ['<p lang="en" dir="ltr">English</p>'],
    ['<dl>\n<dt>أ</dt>\n<dd>ب</dd>\n</dl>'],
    ['<sub>2</sub><sup>3</sup><small>ص</small><u>خط</u>', '<p><sub>2</sub><sup>3</sup><small>ص</small><u>خط</u></p>'],
    ['<ol start="3" reversed>\n<li value="2">أ</li>\n</ol>'],
    [
      '<video src="/a.mp4" controls preload="metadata" width="640" height="360"></video>',
      '<p><video src="/a.mp4" controls preload="metadata" width="640" height="360"></video></p>',
    ],
  ])('on the allow-list stays: %s', async (source, expected = source) => {
    expect(await html(source)).toBe(expected);
  });

  it('for sound gets controls and does not preload', async () => {
    expect(await html('<audio src="/a.mp3" autoplay></audio>')).toContain(
      '<audio src="/a.mp3" controls preload="none">',
    );
  });

  it('not on the allow-list leaves its text', async () => {
    expect(await html('<center><font color="red">نص **غليظ**</font></center>')).toBe('<p>نص **غليظ**</p>');
  });

  it('can contain Markdown', async () => {
    expect(await html('<div dir="ltr">\n\n**bold**\n\n</div>')).toBe(
      '<div dir="ltr">\n<p><strong>bold</strong></p>\n</div>',
    );
  });
});

describe('the author', () => {
  it.each([
    [
      '<script></script>',
      'الوسم <script> لا يُقبل في نص المقال لأنه يشغّل برنامجًا عند القارئ. احذفه، وللمقطع أو المنشور اكتب عنوان صفحته وحده بين سطرين فارغين.',
    ],
    [
      '<iframe></iframe>',
      'الوسم <iframe> لا يُقبل في نص المقال لأنه يحمّل إلى الصفحة محتوى موقع آخر. اكتب مكانه عنوان الصفحة وحده بين سطرين فارغين.',
    ],
    ['<style></style>', 'الوسم <style> لا يُقبل في نص المقال لأن شكل الصفحات من شأن تصميم الموقع. احذفه.'],
    ['<form></form>', 'الوسم <form> لا يُقبل في نص المقال لأن الصفحة لا تستقبل ما يُكتب فيها. ضع رابطًا مكانه.'],
    [
      '<svg></svg>',
      'الوسم <svg> لا يُقبل في نص المقال. احفظ الرسم في ملف بجوار المقال واكتب: ![وصف الصورة](اسم-الملف.svg).',
    ],
    ['<meta>', 'الوسم <meta> لا يُقبل في نص المقال. احذفه واكتب ما فيه بلغة Markdown.'],
    ['<b onclick="x">', 'الخاصية «onclick» تشغّل برنامجًا عند القارئ ولا تُقبل في نص المقال. احذفها من الوسم.'],
    [
      '[x](javascript:x)',
      'الرابط الذي يبدأ بـ «javascript:» يشغّل برنامجًا عند القارئ ولا يُقبل. اكتب رابطًا يبدأ بـ https:// أو احذفه.',
    ],
    [
      '<PullQuote>نص</PullQuote>',
      'المكوّن <PullQuote> لا يعمل إلا في ملف امتداده .mdx. غيّر امتداد هذا الملف من .md إلى .mdx.',
    ],
  ])('gets a message for %s', async (source, message) => {
    expect((await render(source)).problems).toEqual([{ line: 1, column: 1, message }]);
  });

  it.each([
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['//www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=30', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', 'https://vimeo.com/76979871/8272103f6e'],
    [
      'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fraff%2Fposts%2F123&show_text=true',
      'https://www.facebook.com/raff/posts/123',
    ],
  ])('gets the address to write alone on its line instead of a frame with %s', async (src, page) => {
    const { problems } = await render(`<iframe width="560" src="${src}"></iframe>`);
    expect(problems).toEqual([{ line: 1, column: 1, message: messages.embedFrame(true), suggestion: page }]);
  });

  it('is told that the address becomes a link in a site without embeds', async () => {
    const source = '<iframe src="https://player.vimeo.com/video/76979871"></iframe>';
    const { problems } = await render(source, { embeds: [] });
    expect(problems[0]?.message).toBe(
      'الوسم <iframe> لا يُقبل في نص المقال لأنه يحمّل إلى الصفحة محتوى موقع آخر. اكتب مكانه عنوان الصفحة وحده بين سطرين فارغين، فيصير رابطًا.',
    );
  });

  it.each([
    ['<script async src="https://platform.twitter.com/widgets.js"></script>', undefined],
    [
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="raff_news/45"></script>',
      'https://t.me/raff_news/45',
    ],
  ])('is told what to do with the embedding code %s', async (code, page) => {
    const { problems } = await render(code);
    expect(problems.map(({ message, suggestion }) => [message, suggestion])).toEqual([
      [messages.embedScript(true), page],
    ]);
  });

  it('gets all problems, sorted by their lines in the file', async () => {
    const text =
      '[x](javascript:a)\n\n<div>\n<script>1</script>\n<b onclick="x"></b>\n</div>\n\n![](missing.jpg)\n\n<style></style>';
    const { renderMarkdown } = await import('../../../src/markdown/render-markdown.ts');
    const { resolveImage } = await import('./render.ts');
    const source = { file: 'articles/a.md', text, firstLine: 12, format: 'md' } as const;
    const { problems } = await renderMarkdown(source, resolveImage);
    expect(problems.map(({ line }) => line)).toEqual([12, 15, 16, 19, 21]);
  });
});
