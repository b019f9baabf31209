import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import type { BodyContext, BodyLoss } from '../../../../src/importers/newsroom/body.ts';
import { convertBody, type PostParts } from '../../../../src/importers/wordpress/body.ts';
import { render, renderMdx } from '../../markdown/render.ts';

const context: BodyContext = {
  title: 'عنوان الخبر',
  image: (address, id) =>
    address.includes('gone')
      ? undefined
      : { src: address.split('/').at(-1) ?? '', alt: id === undefined ? '' : `وصف ${id}` },
  link: (address) =>
    address.startsWith('https://old.example/unknown') ? undefined : address.replace('https://old.example', ''),
  file: () => undefined,
  titleAt: (address) => (address === 'https://old.example/known/' ? 'خبر معروف' : undefined),
};
const parts: PostParts = {
  findGallery: (ids) =>
    (ids.length > 0 ? ids : ['1', '2']).map((id) => ({
      address: `https://old.example/u/${id}.jpg`,
      id,
      caption: `تعليق ${id}`,
    })),
  sharedBlock: (id) => (id === '12' ? '<!-- wp:paragraph --><p>قالب مشترك</p><!-- /wp:paragraph -->' : undefined),
  footnotes: [{ id: 'ab-1', content: 'من <em>السجلّ</em>.' }],
};
const convert = (html: string) =>
  convertBody(html, { ...parts, footnotes: html.includes('data-fn') ? parts.footnotes : [] }, context);

const cases: [what: string, html: string, markdown: string][] = [
  [
    'blocks',
    '<!-- wp:paragraph -->\n<p>أول <strong>مهم</strong>\nوثانٍ.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2 class="wp-block-heading">عنوان</h2>\n<!-- /wp:heading -->',
    'أول **مهم** وثانٍ.\n\n## عنوان',
  ],
  [
    'paragraphs separated by empty lines, and line breaks',
    'أول سطر\nوثانٍ\n\nفقرة <b>ثانية</b>\n\n\n',
    'أول سطر\\\nوثانٍ\n\nفقرة **ثانية**',
  ],
  [
    'text between block elements',
    'قبل\n<h3>عنوان</h3>\nبعد\n<ul>\n<li>واحد</li>\n<li>اثنان</li>\n</ul>',
    'قبل\n\n### عنوان\n\nبعد\n\n- واحد\n- اثنان',
  ],
  ['a link with an error in its scheme', '<p><a href="htps://b.example/a">نص</a></p>', '[نص](https://b.example/a)'],
  [
    'an address in the text, with the signs that it has',
    '<p>انظر https://a.example/n?id=5&amp;lang=ar وhttps://a.example/a_b_c نهاية</p>',
    'انظر https://a.example/n?id=5&lang=ar وhttps://a.example/a_b_c نهاية',
  ],
  [
    'a line that MDX would read as a program',
    '<p>https://youtu.be/dQw4w9WgXcQ</p><p>export القمح يتراجع</p><p>important</p>',
    '<Video url="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="عنوان الخبر" />\n\n&#101;xport القمح يتراجع\n\nimportant',
  ],
  ['an h1 in the body', '<h1>عنوان</h1>', '## عنوان'],
  [
    'emphasis beside clitics, without character references',
    '<p>و<strong>«الرفّ»</strong>:نص <em> مائل </em>ثم</p>',
    'و«**الرفّ**»:نص *مائل* ثم',
  ],
  [
    'emphasis that is split or empty',
    '<p><b>أ</b><b>ب</b><strong></strong> <b>ج<strong>د</strong></b></p>',
    '**أب** **جد**',
  ],
  [
    'paragraphs that look like list items',
    '<p>٢٠١٥. في هذا العام</p><p>١) هذا</p><p>2015. عام</p>',
    '٢٠١٥\\. في هذا العام\n\n١\\) هذا\n\n2015\\. عام',
  ],
  ['no-break spaces and bidi controls', '<p>قال&nbsp;\u202eنعم\u202c</p><p>&nbsp;</p>', 'قال نعم'],
  [
    'a quotation with its source',
    '<blockquote class="wp-block-quote"><p>سنعود.</p><cite>المتحدث</cite></blockquote>',
    '> سنعود.\n>\n> – المتحدث',
  ],
  [
    'a pull quote',
    '<figure class="wp-block-pullquote"><blockquote><p>سنعود.</p><cite>رجب "الساعاتي"</cite></blockquote></figure>',
    '<PullQuote by="رجب &quot;الساعاتي&quot;">\n\nسنعود.\n\n</PullQuote>',
  ],
  [
    'a picture with its caption',
    '<figure class="wp-block-image"><img src="https://old.example/u/a.jpg" alt="رصيف" class="wp-image-7"/><figcaption>المساء | تصوير رامي</figcaption></figure>',
    '![رصيف](a.jpg "المساء | تصوير رامي")',
  ],
  [
    'a picture whose description is in its attachment',
    '<p><img src="https://old.example/u/a.jpg" class="size-full wp-image-7"></p>',
    '![وصف 7](a.jpg)',
  ],
  [
    'a picture that links to its own file',
    '<p><a href="https://old.example/u/a.jpg"><img src="https://old.example/u/a-300x200.jpg" alt="رصيف"></a></p>',
    '![رصيف](a-300x200.jpg)',
  ],
  [
    'a classic caption',
    '[caption id="a" width="300"]<a href="/x"><img src="https://old.example/u/a.jpg" alt="رصيف" /></a> المساء[/caption]',
    '[![رصيف](a.jpg "المساء")](/x)',
  ],
  [
    'a classic gallery',
    'قبل\n\n[gallery columns="2" ids="4, 5"]\n\nبعد',
    'قبل\n\n<Gallery>\n\n![وصف 4](4.jpg "تعليق 4")\n\n![وصف 5](5.jpg "تعليق 5")\n\n</Gallery>\n\nبعد',
  ],
  [
    'a gallery without ids, of the pictures attached to the post',
    '[gallery]',
    '<Gallery>\n\n![وصف 1](1.jpg "تعليق 1")\n\n![وصف 2](2.jpg "تعليق 2")\n\n</Gallery>',
  ],
  [
    'a gallery of the block editor',
    '<figure class="wp-block-gallery"><figure class="wp-block-image"><img src="u/1.jpg" alt="أ"/><figcaption>الأولى</figcaption></figure><figure class="wp-block-image"><img src="u/2.jpg" alt="ب"/></figure><figcaption>المعرض</figcaption></figure>',
    '<Gallery caption="المعرض">\n\n![أ](1.jpg "الأولى")\n\n![ب](2.jpg)\n\n</Gallery>',
  ],
  ['a gallery of one picture', '[gallery ids="4"]', '![وصف 4](4.jpg "تعليق 4")'],
  [
    'a YouTube video, in each of its forms',
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=W4rrAq0x3nE\n</div><figcaption>الدقّات</figcaption></figure>\n\nhttps://youtu.be/W4rrAq0x3nE\n\n[embed]https://youtu.be/W4rrAq0x3nE[/embed]\n\n<iframe src="//www.youtube.com/embed/W4rrAq0x3nE?rel=0"></iframe>',
    ['الدقّات', 'عنوان الخبر', 'عنوان الخبر', 'عنوان الخبر']
      .map((title) => `<Video url="https://www.youtube.com/watch?v=W4rrAq0x3nE" title="${title}" />`)
      .join('\n\n'),
  ],
  ['another embed', '[embed]https://x.com/a/status/1[/embed]', 'https://x.com/a/status/1'],
  [
    'recordings',
    '<audio src="https://a.example/صوت.mp3"></audio>[video mp4="https://a.example/v.mp4"][/video]',
    '[عنوان الخبر](https://a.example/صوت.mp3)\n\n[عنوان الخبر](https://a.example/v.mp4)',
  ],
  [
    'links of the old site',
    '<p><a href="https://old.example/k7q3m/">خبر</a> و<a href="https://b.example/(أ)">غيره</a></p>',
    '[خبر](/k7q3m/) و[غيره](https://b.example/%28أ%29)',
  ],
  [
    'a link whose text is its URL',
    '<p><a href="https://b.example/a">https://b.example/a</a> ثم</p>',
    'https://b.example/a ثم',
  ],
  [
    'a poem',
    '<pre class="wp-block-verse">يا ساعة السوق دقّي\n   فالليل طال <em>علينا</em></pre>',
    'يا ساعة السوق دقّي\\\nفالليل طال *علينا*',
  ],
  [
    'a table, its caption below it',
    '<figure class="wp-block-table"><table><thead><tr><th>عام</th></tr></thead><tbody><tr><td>2022</td></tr></tbody></table><figcaption>الأعوام</figcaption></figure>',
    '| عام  |\n| ---- |\n| 2022 |\n\nالأعوام',
  ],
  [
    'lists of the block editor',
    '<!-- wp:list --><ul><!-- wp:list-item --><li>واحد<!-- wp:list --><ul><!-- wp:list-item --><li>داخل</li><!-- /wp:list-item --></ul><!-- /wp:list --></li><!-- /wp:list-item --></ul><!-- /wp:list -->',
    '- واحد\n  - داخل',
  ],
  [
    'footnotes',
    '<!-- wp:paragraph --><p>نص<sup data-fn="ab-1" class="fn"><a href="#ab-1">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
    'نص[^1].\n\n[^1]: من *السجلّ*.',
  ],
  ['a shared block', '<!-- wp:block {"ref":12} /-->', 'قالب مشترك'],
  ['page breaks', '<p>أ</p><!--more--><p>ب</p><!-- wp:more --><!--more--><!-- /wp:more --><!--nextpage-->', 'أ\n\nب'],
  [
    'words in brackets',
    '<p>قال [sic] و[email protected] و[[gallery]]</p>',
    'قال \\[sic] و\\[email protected] و\\[gallery]',
  ],
  [
    'what page builders keep in attributes',
    '[vc_custom_heading text="الميناء [الجديد]"][et_pb_image src="https://old.example/u/a.jpg" alt="رصيف" /]نص <em>أول</em>[vc_btn title="سجّل" link="url:https%3A%2F%2Fb.example%2Fa||"]',
    '### الميناء \\[الجديد]\n\n![رصيف](a.jpg)\n\nنص *أول*[سجّل](https://b.example/a)',
  ],
  [
    'HTML that WPBakery has encoded',
    `[vc_raw_html]${btoa(encodeURIComponent('<p>نص <b>مهم</b></p>'))}[/vc_raw_html]`,
    'نص **مهم**',
  ],
  [
    'embeds of plugins, by their addresses or ids',
    '[youtube=http://www.youtube.com/watch?v=W4rrAq0x3nE&amp;w=640]\n[youtube id="W4rrAq0x3nE"]\n[tweet 1234567]\n[facebook url="https://www.facebook.com/a/posts/5"]',
    `${[1, 2].map(() => '<Video url="https://www.youtube.com/watch?v=W4rrAq0x3nE" title="عنوان الخبر" />').join('\n\n')}\n\nhttps://x.com/i/status/1234567\n\nhttps://www.facebook.com/a/posts/5`,
  ],
  [
    'characters that MDX would read as code',
    '[gallery]\n\n{أ} <b>ب</b> 3 &lt; 5 &lt;i&gt;',
    '<Gallery>\n\n![وصف 1](1.jpg "تعليق 1")\n\n![وصف 2](2.jpg "تعليق 2")\n\n</Gallery>\n\n\\{أ} **ب** 3 \\< 5 \\<i>',
  ],
];

describe('what WordPress shows is converted to Markdown', () => {
  it.each(cases)('%s', async (_what, html, markdown) => {
    const { text, format, losses } = convert(html);
    expect(text.trim()).toBe(markdown);
    expect(losses).toEqual([]);
    const { problems } = await (format === 'mdx' ? renderMdx(text) : render(text));
    expect(problems).toEqual([]);
  });

  it('without losing or adding a word', async () => {
    const plain = cases.filter(
      ([, html]) => !/iframe|embed|gallery|caption|audio|video|block |data-fn|youtu|vc_/.test(html),
    );
    expect(plain.length).toBeGreaterThan(12);
    for (const [what, html] of plain) {
      const words = (shown: string) => shown.match(/[\p{L}\p{N}]+/gu);
      const { text, format } = convert(html);
      const { text: shown } = await (format === 'mdx' ? renderMdx(text) : render(text));
      expect(words(shown), what).toEqual(words(toText(fromHtml(html.replace(/\n/g, '<br>'), { fragment: true }))));
    }
  });
});

describe('what cannot be converted is reported', () => {
  it.each<[html: string, markdown: string, loss: BodyLoss]>([
    [
      '<p><img src="https://old.example/gone.jpg" alt="رصيف"></p>',
      '[رصيف](/gone.jpg)',
      { kind: 'image', address: 'https://old.example/gone.jpg' },
    ],
    [
      '<p><img src="https://old.example/unknown/gone.jpg" alt="رصيف"></p>',
      'رصيف',
      { kind: 'image', address: 'https://old.example/unknown/gone.jpg' },
    ],
    [
      '<p>انظر <a href="https://old.example/unknown/">هنا</a>.</p>',
      'انظر هنا.',
      { kind: 'link', address: 'https://old.example/unknown/' },
    ],
    [
      '<iframe src="https://map.example/1" title="الخريطة"></iframe>',
      '[الخريطة](https://map.example/1)',
      { kind: 'frame', address: 'https://map.example/1' },
    ],
    ['<p>قبل</p><script>alert(1)</script>', 'قبل', { kind: 'program', tag: 'script' }],
    ['<!-- wp:latest-posts {"postsToShow":3} /--><p>قبل</p>', 'قبل', { kind: 'block', name: 'latest-posts' }],
    ['[vc_row full="yes"]داخل[/vc_row]', 'داخل', { kind: 'shortcode', written: '[vc_row full="yes"]' }],
    ['[toc]\n\nنص', 'نص', { kind: 'shortcode', written: '[toc]' }],
    [
      '<figure class="wp-block-embed"><div>https://old.example/unknown/a/</div></figure>',
      '`https://old.example/unknown/a/`',
      { kind: 'link', address: 'https://old.example/unknown/a/' },
    ],
    ['قبل[vc_empty_space]بعد', 'قبل\n\nبعد', { kind: 'shortcode', written: '[vc_empty_space]' }],
    ['[et_pb_text]أول[/et_pb_text]ثان', 'أول\n\nثان', { kind: 'shortcode', written: '[et_pb_text]' }],
    ['قبل [contact-form-7 id="3"] بعد', 'قبل بعد', { kind: 'shortcode', written: '[contact-form-7 id="3"]' }],
  ])('%s', (html, markdown, loss) => {
    const { text, losses } = convert(html);
    expect(text.trim()).toBe(markdown);
    expect(losses).toEqual([loss]);
  });

  it('is a link that the build would refuse', () => {
    const { text, losses } = convert('<p><a href="codepen:abc">نص</a></p>');
    expect(text.trim()).toBe('نص');
    expect(losses).toEqual([{ kind: 'link', address: 'codepen:abc' }]);
  });

  it('once for each shortcode, even if they are nested', () => {
    const { text, losses } = convert('[row][row]داخل[/row][/row]');
    expect(text.trim()).toBe('داخل');
    expect(losses).toHaveLength(2);
  });

  it('as a loss if a shared block includes itself', () => {
    const sharedBlock = () => '<!-- wp:block {"ref":1} /-->';
    const { losses } = convertBody(sharedBlock(), { ...parts, footnotes: [], sharedBlock }, context);
    expect(losses).toEqual([{ kind: 'block', name: 'block' }]);
  });
});

it('writes raised and lowered digits as such, and letters with tags', () => {
  const html = '<p>120 م<sup>2</sup> و10<sup>6</sup> وH<sub>2</sub>O وم<sup>-٣</sup> وس<sup>أ</sup></p>';
  expect(convert(html).text.trim()).toBe('120 م² و10⁶ وH₂O وم⁻³ وس<sup>أ</sup>');
});

it('keeps the caption of an image that is not there', () => {
  const html =
    '<figure><img src="https://old.example/u/gone.jpg" alt="قاعة"/><figcaption>الوزير أمس</figcaption></figure>';
  expect(convert(html).text.trim()).toBe('[قاعة](/u/gone.jpg)\n\nالوزير أمس');
});

it('keeps the address of a recording that is only on the old site, and tells it', () => {
  const { text, losses } = convert('<video src="https://old.example/unknown/clip.mp4"></video>');
  expect(text.trim()).toBe('`https://old.example/unknown/clip.mp4`');
  expect(losses).toEqual([{ kind: 'recording', address: 'https://old.example/unknown/clip.mp4' }]);
});

describe('addresses in a text', () => {
  it.each<[what: string, html: string, markdown: string]>([
    [
      'stay as they were written, without marks that Markdown would read as emphasis',
      '<p>انظر https://other.example/a_b*c?x=1&amp;copy;=2 ثم (https://other.example/d).</p>',
      'انظر https://other.example/a_b*c?x=1&copy;=2 ثم (https://other.example/d).',
    ],
    [
      'end in brackets if a sign is at their end',
      '<p>https://other.example/(a)?x=*1* وتمّ</p>',
      '<https://other.example/(a)?x=*1*> وتمّ',
    ],
    [
      'are not joined with the word that follows their link',
      '<p><a href="https://other.example/x">https://other.example/x</a>ثم</p>',
      '<https://other.example/x>ثم',
    ],
    ['of articles become their titles', '<p>راجع https://old.example/known/.</p>', 'راجع [خبر معروف](/known/).'],
    [
      'of articles become their titles where they are the text of a link',
      '<p><a href="https://old.example/known/">old.example/known</a></p>',
      '[خبر معروف](/known/)',
    ],
  ])('%s', async (_what, html, markdown) => {
    const { text, losses } = convert(html);
    expect([text.trim(), losses]).toEqual([markdown, []]);
    expect((await render(text)).problems).toEqual([]);
  });

  it('that lead nowhere become code, with a loss', () => {
    const { text, losses } = convert('<p>راجع https://old.example/unknown/a، ثم</p>');
    expect(text.trim()).toBe('راجع `https://old.example/unknown/a`، ثم');
    expect(losses).toEqual([{ kind: 'link', address: 'https://old.example/unknown/a' }]);
  });
});

it.each([
  ['https://a.example/x|y', 'https://a.example/x%7Cy'],
  ['https://a.example/?a=1&copy;=2', 'https://a.example/?a=1&amp;copy;=2'],
  ['https://a.example/\\*b', 'https://a.example/%5C*b'],
  ['https://a.example/{b}', 'https://a.example/%7Bb%7D'],
])('the destination %s is written so that it is read again', async (address, written) => {
  const { text } = convert(
    `<table><tr><td><a href="${address.replaceAll('&', '&amp;')}">أ</a></td><td>ب</td></tr></table>`,
  );
  expect(text).toContain(`| [أ](${written}) | ب |`);
  expect(decodeURI((await render(text)).html)).toContain(`href="${address.replaceAll('&', '&#x26;')}"`);
});

describe('emphasis', () => {
  it.each([
    ['<p>قال<b>: نعم</b> ثم</p>', 'قال: **نعم** ثم'],
    ['<p>و<em>(قوس)</em>بعده و<b>«ا»</b>ب</p>', 'و(*قوس*)بعده و«**ا**»ب'],
    ['<p>x<b>(1)</b>y</p>', 'x(**1**)y'],
    ['<p><b>قال (</b>أمس)</p>', '**قال** (أمس)'],
    ['<p><a href="https://a.example/">ر</a><b>، بعده</b></p>', '[ر](https://a.example/)، **بعده**'],
    ['<p>«<b>(ا)</b>»</p>', '«**(ا)**»'],
  ])('%s is written so that it is read as emphasis', async (html, markdown) => {
    const { text } = convert(html);
    expect(text.trim()).toBe(markdown);
    const rendered = (await render(text)).html;
    expect(rendered).toMatch(/<(?:strong|em)>/);
    expect(rendered).not.toContain('*');
  });

  it('that spans paragraphs is repeated in each', () => {
    expect(convert('<b>سؤال\n\nوجواب</b>\n\n<p>خامسة\n\nسادسة</p><ul><li>أ\n\nب</li></ul>').text.trim()).toBe(
      '**سؤال**\n\n**وجواب**\n\nخامسة\n\nسادسة\n\n- أ\n\n  ب',
    );
  });
});

it('shows the address of what a plugin would show, a page or a file', () => {
  const { text, losses } = convert(
    '[soundcloud url="https://sound.example/tracks/1" width="5"]\n\n[pdf-embedder url="https://b.example/report.pdf"]\n\n[box url="https://b.example/"]نص[/box]',
  );
  expect(text.trim()).toBe('https://sound.example/tracks/1\n\nhttps://b.example/report.pdf\n\nنص');
  expect(losses).toEqual([{ kind: 'shortcode', written: '[box url="https://b.example/"]' }]);
});
