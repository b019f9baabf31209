import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { convertHtml } from '../../../../src/importers/html/body.ts';
import type { BodyContext } from '../../../../src/importers/newsroom/body.ts';
import { eachElement } from '../../../../src/markdown/walk-tree.ts';
import { render, renderMdx } from '../../markdown/render.ts';

const context: BodyContext = {
  title: '…',
  image: (address) => (address.includes('gone') ? undefined : { src: 'p.jpg', alt: '' }),
  link: (address) => (address.includes('dead') ? undefined : address),
  file: () => undefined,
  titleAt: () => undefined,
};

function withoutHidden(html: string): string {
  return html.replace(/<span class="visually-hidden"[^>]*>[^<]*<\/span>/g, '');
}

/** Returns what HTML shows, without what the site adds for people who do not see it. */
function textOf(html: string): string {
  return toText(fromHtml(withoutHidden(html), { fragment: true }));
}

/** Returns what the original shows, whose line ends are line breaks. */
function originalText(html: string): string {
  return textOf(html.replace(/\n/g, '<br>'));
}

/** Returns the letters and digits of a text, raised digits as digits. */
function lettersOf(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

/** Returns the letters and digits that HTML shows in bold. */
function boldLettersOf(html: string): string {
  const tree = fromHtml(withoutHidden(html), { fragment: true });
  let bold = '';
  eachElement(tree, (node) => {
    const isBold = ['b', 'strong'].includes(node.tagName) || /font-weight:bold/.test(String(node.properties.style));
    if (!isBold) return;
    bold += lettersOf(toText(node));
    node.children = [];
  });
  return bold;
}

async function convertAndShow(body: string) {
  const { text, format, losses } = convertHtml(body, context, { lineEnds: 'paragraphs-and-breaks' });
  const { html, text: plain, problems } = await (format === 'mdx' ? renderMdx(text) : render(text));
  return { text, losses, problems, html, shown: lettersOf(format === 'mdx' ? plain : textOf(html)) };
}

/** Inline content, hard in its own way. */
const inlines = [
  'نص',
  '2024. عام',
  'و<b>«الرفّ»</b>ثم',
  '<strong>قال:</strong>نعم <em>(حقا)</em>بعد',
  '<b>أ<i>ب</i></b><i>ج</i>د',
  '<b> </b><i>س<br>ص</i>',
  '<a href="https://a.example/?a=1&amp;copy=2|3">رابط *مهم*</a>، تلاه',
  '<a href="/dead">[ميت]</a>',
  'https://a.example/a_b_(c)?x=*1*&amp;y=2، و',
  'www.a.example/x',
  '10<sup>6</sup> وH<sub>2</sub>O وس<sup>ن</sup>',
  '<code>a|b `c`</code> <kbd>Ctrl</kbd>',
  '&lt;b&gt; {x} \\ | ~~ ** __ # &amp;copy; &amp;#65;',
  'export x = {1}',
  '<span style="font-weight:bold">أول\n\nثان</span>',
  '<del>محذوف</del><ins>مضاف</ins><u>خط</u><abbr title="م">اسم</abbr>',
  '<o:p>وورد</o:p><font color="red">أحمر</font><small>صغير</small>',
  '!<a href="https://a.example">صورة</a>',
  '١) أول',
  '- شرطة',
  '***',
  'شطر أول *** شطر ثان<br>شطر ثالث *** شطر رابع',
  '<q>قول</q>',
];

const blocks: ((inline: string) => string)[] = [
  (inline) => `<p>${inline}</p>`,
  (inline) => `${inline}\n\n${inline}\n${inline}`,
  (inline) => `<h3>${inline}</h3>بعده`,
  (inline) => `<ul><li>${inline}<ol><li>${inline}</li></ol></li><li><p>${inline}</p><p>${inline}</p></li></ul>`,
  (inline) => `<blockquote>${inline}\n\n<p>${inline}</p><cite>قائل</cite></blockquote>`,
  (inline) => `<table><tr><th>${inline}</th><td>${inline}</td></tr><tr><td></td><td>آخر</td></tr></table>`,
  (inline) =>
    `<table><caption>${inline}</caption><tr><td rowspan="2"><p>${inline}</p><ul><li>${inline}</li></ul></td></tr></table>`,
  (inline) => `<details><summary>ملخص</summary>${inline}</details>`,
  (inline) => `<dl><dt>${inline}</dt><dd>${inline}</dd><dt>ثان</dt></dl>`,
  (inline) => `<div><section>${inline}<p>${inline}</p></section>${inline}</div>`,
  (inline) => `<b><p>${inline}</p><p>ثانية ${inline}</p></b>`,
  (inline) => `<figure><img src="/p.jpg" alt=""><figcaption>${inline}</figcaption></figure>`,
  (inline) => `<figure><table><tr><td>${inline}</td></tr></table><figcaption>${inline}</figcaption></figure>`,
  (inline) => `https://youtu.be/dQw4w9WgXcQ\n\n<p>${inline}</p>`,
];

describe('the letters and digits of a page, and the bold ones of them, are those of the original', () => {
  it.each(inlines)('with %j in each block', async (inline) => {
    for (const block of blocks) {
      const html = block(inline);
      const { text, shown, problems, html: shownHtml } = await convertAndShow(html);
      const original = lettersOf(originalText(html.replace(/^https:\/\/youtu\.be\/\S+/, '')));
      expect(shown, `${html}\n\n${text}`).toBe(original);
      expect(problems, text).toEqual([]);
      // Captions of images are plain text, and pages with components have no HTML yet.
      if (shownHtml !== '' && !html.includes('<img')) expect(boldLettersOf(shownHtml), text).toBe(boldLettersOf(html));
    }
  });
});

it('any body comes with its letters and digits, and the site accepts it', async () => {
  const { body } = fc.letrec<{ body: string; piece: string }>((tie) => ({
    body: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...inlines),
      fc.string({ unit: fc.constantFrom(...'اب1 \n<>*_`[]()|{}#-~&;:"\\.،«»'), maxLength: 12 }),
      fc.constantFrom(
        '<img src="/p.jpg" alt="*">',
        '<br>',
        '<hr>',
        '<iframe></iframe>',
        '<img src="/gone">',
        '</p>',
        '<!--x-->',
      ),
      fc.tuple(fc.constantFrom(...blocks), tie('body')).map(([block, inner]) => block(inner)),
      fc
        .tuple(
          fc.constantFrom(
            'a href="#x"',
            'a id="x"',
            'b',
            'em',
            'pre',
            'div',
            'span',
            'sup',
            'figure',
            'td',
            'li',
            'h1',
          ),
          tie('body'),
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(body, async (html) => {
      const { text, losses, problems, shown } = await convertAndShow(html);
      expect(problems, text).toEqual([]);
      if (losses.length === 0 && !html.includes('youtu')) expect(shown, text).toBe(lettersOf(originalText(html)));
    }),
    { seed: 24, numRuns: 300 },
  );
});
