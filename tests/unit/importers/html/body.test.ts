import { describe, expect, it } from 'vitest';
import { convertHtml } from '../../../../src/importers/html/body.ts';
import type { BodyContext, BodyLoss } from '../../../../src/importers/newsroom/body.ts';
import { render, renderMdx } from '../../markdown/render.ts';

const context: BodyContext = {
  title: 'عنوان الخبر',
  image: (address) => (/gone|^data:/.test(address) ? undefined : { src: address.split('/').at(-1) ?? '', alt: '' }),
  link: (address) =>
    address.startsWith('https://old.example/unknown') ? undefined : address.replace('https://old.example', ''),
  file: () => undefined,
  titleAt: () => undefined,
};
const convert = (html: string) => convertHtml(html, context);
const video = (id: string) => `<Video url="https://www.youtube.com/watch?v=${id}" title="عنوان الخبر" />`;

describe('HTML is converted to Markdown', () => {
  it.each<[what: string, html: string, markdown: string]>([
    [
      'emphasis that Warraq would not read, with tags',
      '<p>a<b>"b"<em>(c)</em></b>d <b>نص</b></p>',
      'a"<strong>b"<em>(c)</em></strong>d **نص**',
    ],
    [
      'emphasis around an image alone, without marks',
      '<p><b><img src="/p.jpg" alt="ميناء"></b></p>',
      '![ميناء](p.jpg)',
    ],
    [
      'signs in addresses, as they were',
      '<p><a href="https://b.example/?a=1&amp;reg;=2">واحد</a> <a href="https://b.example/%D8%A3%2F(ب)">اثنان</a></p>',
      '[واحد](https://b.example/?a=1&amp;reg;=2) [اثنان](https://b.example/%D8%A3%2F%28ب%29)',
    ],
    [
      'elements for which Markdown has no marks',
      '<p>س<sub>ن</sub> <kbd>Ctrl</kbd> <ins>زيد</ins> <abbr title="منظمة &quot;س&quot;">م.س</abbr> <u>خط</u></p>',
      'س<sub>ن</sub> <kbd>Ctrl</kbd> <ins>زيد</ins> <abbr title="منظمة &quot;س&quot;">م.س</abbr> خط',
    ],
    [
      'bold and slanted text that only a style makes so',
      '<p><span style="font-weight: 700; font-style:italic">أول</span> <b style="font-weight:normal">ثان</b></p>',
      '***أول*** ثان',
    ],
    ['bold text around paragraphs', '<b><p>أول</p><p>ثان</p></b>', '**أول**\n\n**ثان**'],
    ['two line breaks, which separate paragraphs', '<p>أول<br> <br>ثان<br>ثالث</p>', 'أول\n\nثان\\\nثالث'],
    [
      'a list in a heading, beside it',
      '<h2>قبل<a href="https://b.example/"><ul><li>بند</li></ul></a><br>بعد</h2>',
      '## قبل\n\n- [بند](https://b.example/)\n\n## بعد',
    ],
    [
      'a title in a quotation, in its place',
      '<blockquote><p>قرأت <cite>الأيام</cite> أمس.</p><p><cite>طه</cite></p></blockquote>',
      '> قرأت الأيام أمس.\n>\n> – طه',
    ],
    [
      'images and text in one figure',
      '<figure><img src="/a.jpg" alt="أ"><p>بينهما</p><img src="/b.jpg" alt="ب"><figcaption>تحتهما</figcaption></figure>',
      '![أ](a.jpg)\n\nبينهما\n\n![ب](b.jpg)\n\nتحتهما',
    ],
    [
      'the caption of an image in a list, below it',
      '<ul><li><figure><img src="/a.jpg" alt="أ"><figcaption>الميناء</figcaption></figure></li></ul>',
      '- ![أ](a.jpg)\n\n  الميناء',
    ],
    [
      'what opens and closes',
      '<details><summary>الخلفية *مهمة*</summary><p>فيها <b>كلام</b>.</p></details>',
      '<details>\n\n<summary>الخلفية &#42;مهمة&#42;</summary>\n\nفيها **كلام**.\n\n</details>',
    ],
    [
      'a link to a heading',
      '<p><a href="#two">إليه</a> <a href="#four">والثالث</a></p><h2>عنوان</h2><h3 id="two">عنوان</h3><p><a name="four"></a></p><h2>Part 4</h2>',
      '[إليه](#عنوان-2) [والثالث](#section-part-4)\n\n## عنوان\n\n### عنوان\n\n## Part 4',
    ],
    [
      'a link to a paragraph',
      '<p>نص<a href="#n1">[1]</a></p><p id="n1">حاشية</p>',
      'نص[\\[1\\]](#n1)\n\n<span id="n1"></span>حاشية',
    ],
    [
      'a table that Markdown cannot hold',
      '<table><caption>الأسعار</caption><tr><th colspan="2">سلعة *</th></tr><tr><td><p>قمح</p><p>شعير</p></td><td><ul><li><a href="https://old.example/k/">هنا</a></li></ul></td></tr></table>',
      '<table>\n<caption>الأسعار</caption>\n<tbody>\n<tr><th colspan="2">سلعة &#42;</th></tr>\n<tr><td><p>قمح</p><p>شعير</p></td><td><ul><li><a href="/k/">هنا</a></li></ul></td></tr>\n</tbody>\n</table>',
    ],
    [
      'a line break in the cell of a table',
      '<table><tr><th>عام</th></tr><tr><td>2020<br>2021</td></tr></table>',
      '| عام            |\n| -------------- |\n| 2020<br />2021 |',
    ],
    [
      'an image that leads to another page',
      '<p><a href="https://b.example/offer"><img src="/p.jpg" alt="إعلان"></a></p>',
      '[![إعلان](p.jpg)](https://b.example/offer)',
    ],
    [
      'a link to an image of the old site',
      '<p><a href="https://old.example/unknown/map.png">الخريطة</a></p>',
      '[الخريطة](map.png)',
    ],
    [
      'images that scripts would have fetched',
      '<p><img src="data:image/gif;base64,R0" data-lazy-src="/a.jpg" alt="أ"></p><p><img src="/blank.gif" srcset="/b-300.jpg 300w, /b-900.jpg 900w" alt="ب"><noscript><img src="/b-900.jpg" alt="ب"></noscript></p><noscript><img src="/c.jpg" alt="ج"></noscript>',
      '![أ](a.jpg)\n\n![ب](b-900.jpg)\n\n![ج](c.jpg)',
    ],
    [
      'posts that scripts would have shown',
      '<div class="fb-post" data-href="https://www.facebook.com/warraq/posts/77"></div><blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Abc_12/?utm_source=x"><a href="#">عرض</a></blockquote><blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/71234567"><p>مقطع</p></blockquote><amp-twitter data-tweetid="12345"></amp-twitter>',
      'https://www.facebook.com/warraq/posts/77\n\nhttps://www.instagram.com/p/Abc_12/\n\n> مقطع\n\nhttps://www.tiktok.com/@a/video/71234567\n\nhttps://x.com/i/status/12345',
    ],
    [
      'a quotation of a post that has its link',
      '<blockquote class="twitter-tweet"><p>قال</p><a href="https://twitter.com/a/status/99?ref_src=x">مارس</a></blockquote>',
      '> قال\n>\n> [مارس](https://twitter.com/a/status/99?ref_src=x)',
    ],
    [
      'films of old players',
      '<object><param name="movie" value="http://www.youtube.com/v/W4rrAq0x3nE&hl=ar"><embed src="http://www.youtube.com/v/W4rrAq0x3nE&hl=ar"></object><amp-youtube data-videoid="W4rrAq0x3nE"></amp-youtube><iframe src="about:blank" data-src="//www.youtube.com/embed/W4rrAq0x3nE"></iframe>',
      [1, 2, 3].map(() => video('W4rrAq0x3nE')).join('\n\n'),
    ],
    [
      'a frame of a page that the site can embed',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F5"></iframe>',
      'https://www.facebook.com/a/posts/5',
    ],
  ])('%s', async (_what, html, markdown) => {
    const { text, format, losses } = convert(html);
    expect(text.trim()).toBe(markdown);
    expect(losses).toEqual([]);
    const { problems } = await (format === 'mdx' ? renderMdx(text) : render(text));
    expect(problems).toEqual([]);
  });
});

it.each<[html: string, markdown: string, loss: BodyLoss]>([
  ['<p><a href="#gone">هنا</a></p>', 'هنا', { kind: 'link', address: '#gone' }],
  [
    '<figure><img src="/p.jpg" alt="ميناء"><figcaption>تصوير <a href="https://b.example/">وكالة</a></figcaption></figure>',
    '![ميناء](p.jpg "تصوير وكالة")',
    { kind: 'caption-link', address: 'https://b.example/' },
  ],
  ['<iframe srcdoc="<p>نص</p>"></iframe>', '', { kind: 'program', tag: 'iframe' }],
  [
    '<p><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcv" alt="شعار"></p>',
    'شعار',
    { kind: 'image', address: 'data:image/svg+xml;base64,PHN2ZyB4bWxucz…' },
  ],
])('what does not come of %s is told', (html, markdown, loss) => {
  const { text, losses } = convert(html);
  expect(text.trim()).toBe(markdown);
  expect(losses).toEqual([loss]);
});

it('an image that is not there leaves the link around it, and those of its caption', () => {
  const { text, losses } = convert(
    '<figure><a href="https://b.example/x"><img src="/gone.jpg" alt="ميناء"></a><figcaption>تصوير <a href="https://b.example/y">الوكالة</a></figcaption></figure>',
  );
  expect(text.trim()).toBe('[ميناء](https://b.example/x)\n\nتصوير [الوكالة](https://b.example/y)');
  expect(losses).toEqual([{ kind: 'image', address: '/gone.jpg' }]);
});
