import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';
import { defaultLabels } from '../../../src/markdown/labels.ts';
import { stripLeadingMarks } from '../../../src/markdown/leading-marks.ts';
import { messages } from '../../../src/markdown/messages.ts';
import { bodyProcessors } from '../../../src/markdown/plugins.ts';
import { createRenderContext } from '../../../src/markdown/render-context.ts';
import { type Format, parseArabic, parseGfm } from './parse.ts';
import { html, render, renderMdx, resolveImage } from './render.ts';

const rlm = '\u200f';
const formats: readonly Format[] = ['md', 'mdx'];

function expectBoth(text: string, expected: string): void {
  for (const format of formats) expect(parseArabic(text, format), format).toBe(expected);
}

/** Returns the HTML of `.mdx` after all plugins; Astro compiles the same tree. */
async function mdxHtml(text: string): Promise<string> {
  const source = { file: 'articles/a.mdx', firstLine: 1, format: 'mdx' } as const;
  const file = new VFile({
    value: stripLeadingMarks(text),
    data: { renderContext: createRenderContext(source, resolveImage, {}) },
  });
  const { mdx } = bodyProcessors(defaultLabels);
  return toHtml((await mdx.run(mdx.parse(file), file)) as Parameters<typeof toHtml>[0]);
}

describe('emphasis', () => {
  it.each([
    ['after a clitic', 'و**«الأهرام»** إن', 'و<strong>«الأهرام»</strong> إن'],
    ['before a clitic', '**«الأهرام»**و«الأخبار»', '<strong>«الأهرام»</strong>و«الأخبار»'],
    ['between two', 'و**«الأهرام»**و**«الأخبار»**قالتا', 'و<strong>«الأهرام»</strong>و<strong>«الأخبار»</strong>قالتا'],
    ['that ends in ،', '**القاهرة،**و', '<strong>القاهرة،</strong>و'],
    ['that ends in ؛ or ؟', '**أ؛**ب *ج؟*د', '<strong>أ؛</strong>ب <em>ج؟</em>د'],
    ['that ends in a colon', '**قال:**نعم', '<strong>قال:</strong>نعم'],
    ['that ends in a full stop', '*نعم.*ثم', '<em>نعم.</em>ثم'],
    ['round straight quotation marks', 'و**"الأهرام"** قالت', 'و<strong>"الأهرام"</strong> قالت'],
    ['before a clitic, round them', '**"الأهرام"**قالت', '<strong>"الأهرام"</strong>قالت'],
    ['round curly ones in either order', 'و**“أ”**و**”ب“**و', 'و<strong>“أ”</strong>و<strong>”ب“</strong>و'],
    ['round a bracket', 'و**(نعم)**قال', 'و<strong>(نعم)</strong>قال'],
    ['round a verse', 'كـ**﴿آية﴾**من', 'كـ<strong>﴿آية﴾</strong>من'],
    ['round a verse beside Latin', 'Quran**﴿آية﴾**Quran', 'Quran<strong>﴿آية﴾</strong>Quran'],
    [
      'that ends in ، beside Latin',
      '**القاهرة،**Cairo **٢٠٢٢،**2023',
      '<strong>القاهرة،</strong>Cairo <strong>٢٠٢٢،</strong>2023',
    ],
    [
      'round a link',
      'و**[الأهرام](https://x.example)** إن',
      'و<strong><a href="https://x.example">الأهرام</a></strong> إن',
    ],
    ['that a link ends', '**[أ](/a)**و', '<strong><a href="/a">أ</a></strong>و'],
    ['round an image', 'و**![أ](/a.jpg)** ثم', 'و<strong><img src="/a.jpg" alt="أ"></strong> ثم'],
    ['round code', 'و**`npm`**ثم', 'و<strong><code>npm</code></strong>ثم'],
    ['in a link', '[و**«أ»**و](/a)', '<a href="/a">و<strong>«أ»</strong>و</a>'],
    ['with tashkeel on both sides', 'وَ**«أُ»**ثُمَّ', 'وَ<strong>«أُ»</strong>ثُمَّ'],
    ['beside Arabic digits', '٢**«أ»**٣', '٢<strong>«أ»</strong>٣'],
    ['beside Persian digits', '۲**«أ»**۳', '۲<strong>«أ»</strong>۳'],
    ['after a tatweel', 'كـ**«أ»** ثم', 'كـ<strong>«أ»</strong> ثم'],
    ['after an invisible mark', `${rlm}**«أ»**${rlm} ثم`, `${rlm}<strong>«أ»</strong>${rlm} ثم`],
    ['with invisible marks inside', `و**${rlm}«أ»${rlm}**و`, `و<strong>${rlm}«أ»${rlm}</strong>و`],
    ['round Latin', 'في**"Windows"**و**(BBC)**و', 'في<strong>"Windows"</strong>و<strong>(BBC)</strong>و'],
    ['that ends in a sign', '**C++**و**٥٠٪**من', '<strong>C++</strong>و<strong>٥٠٪</strong>من'],
    ['that begins with a sign', 'و**$100** ثم', 'و<strong>$100</strong> ثم'],
    ['of one asterisk', 'و*«أ»*و', 'و<em>«أ»</em>و'],
    ['of three', 'و***«أ»***و', 'و<em><strong>«أ»</strong></em>و'],
    ['in emphasis', 'و**«قال *نعم*»**و', 'و<strong>«قال <em>نعم</em>»</strong>و'],
    ['in emphasis, both at the edge', '**قال *«نعم»***و', '<strong>قال <em>«نعم»</em></strong>و'],
    ['after a colon within emphasis', '**قال:*نعم*** ثم', '<strong>قال:<em>نعم</em></strong> ثم'],
    ['in quotation marks within emphasis', '**قال: "*نعم*" ثم**', '<strong>قال: "<em>نعم</em>" ثم</strong>'],
    ['in straight quotation marks', '"**نعم**" و"**لا**"', '"<strong>نعم</strong>" و"<strong>لا</strong>"'],
    ['after a colon', 'قال:**نعم** ثم', 'قال:<strong>نعم</strong> ثم'],
    ['of underscores within', 'و**_«أ»_**و', 'و<strong><em>«أ»</em></strong>و'],
    ['over two lines', 'و**«أ\nب»**و', 'و<strong>«أ\nب»</strong>و'],
    ['that strikes out', 'و~~«أ»~~و ~~ب،~~ج', 'و<del>«أ»</del>و <del>ب،</del>ج'],
    ['that strikes out bold text', 'و~~**«أ»**~~و', 'و<del><strong>«أ»</strong></del>و'],
    ['that makes struck-out text bold', 'و**~~«أ»~~**و', 'و<strong><del>«أ»</del></strong>و'],
  ])('opens and closes %s', (_, text, inside) => {
    expectBoth(text, `<p>${inside}</p>`);
  });

  it.each([
    ['a heading', '## و**«أ»**و', '<h2>و<strong>«أ»</strong>و</h2>'],
    ['an item', '- و**«أ»**و', '<ul>\n<li>و<strong>«أ»</strong>و</li>\n</ul>'],
    ['a quotation', '> و**«أ»**و', '<blockquote>\n<p>و<strong>«أ»</strong>و</p>\n</blockquote>'],
    [
      'a table',
      '| و**«أ»**و |\n|---|\n| **ب،**ج |',
      '<table>\n<thead>\n<tr>\n<th>و<strong>«أ»</strong>و</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><strong>ب،</strong>ج</td>\n</tr>\n</tbody>\n</table>',
    ],
  ])('holds in %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    ['asterisks that point to a note', 'الأولى*. ثم الثانية*.'],
    ['such asterisks before ، and »', '«الأولى*» ثم الثانية*، ثم (الثالثة*) ثم'],
    ['such asterisks in straight quotation marks', 'قال "الأولى*" ثم "الثانية*"'],
    ['an opening with a space after it', 'و** «أ»** ثم'],
    ['a closing with a space before it', 'و**«أ» **ثم'],
    ['hashtags', '#وسم_هنا و#وسم_آخر_هنا'],
    ['underscores beside letters', 'و_«أ»_ ثم'],
    ['one tilde', 'و~«أ»~و'],
    ['escaped asterisks', 'و\\*\\*«أ»\\*\\*و'],
    ['Latin letters', 'a**"b"**c'],
    ['Latin letters and guillemets', "l'**«Al-Ahram»**a"],
    ['Latin digits', '2*(3+4)*5'],
  ])('leaves alone: %s', (_, text) => {
    for (const format of formats) {
      expect(parseArabic(text, format)).toBe(parseGfm(text, format));
      expect(parseArabic(text, format)).not.toMatch(/<(?:em|strong|del)>/);
    }
  });

  it.each([
    ['which CommonMark recognises', '**أ** *ب* ***ج*** ~~د~~ هـ**و**ز «**ح**»'],
    ['with asterisks that do not match', '**أ* و*ب** ***ج** د* *هـ**'],
    ['in a multiplication', '٢*٣*٤'],
    ['in code', '`و**«أ»**و`'],
  ])('stays as it is: %s', (_, text) => {
    for (const format of formats) expect(parseArabic(text, format)).toBe(parseGfm(text, format));
  });
});

describe('a bare URL', () => {
  const link = (url: string) => `<a href="${encodeURI(url)}">${url}</a>`;
  const a = link('https://a.example/a');

  it.each([
    ['،', 'https://a.example/a، ثم', `${a}، ثم`],
    ['؛', 'https://a.example/a؛ ثم', `${a}؛ ثم`],
    ['؟', 'https://a.example/a؟', `${a}؟`],
    ['…', 'https://a.example/a… ثم', `${a}… ثم`],
    ['»', '«https://a.example/a» ثم', `«${a}» ثم`],
    ['”', '“https://a.example/a” ثم', `“${a}” ثم`],
    ['›', '‹https://a.example/a› ثم', `‹${a}› ثم`],
    ['an invisible mark', `${rlm}https://a.example/a${rlm}، ثم`, `${rlm}${a}${rlm}، ثم`],
    ['، right after the host', 'https://a.example، ثم', `${link('https://a.example')}، ثم`],
    ['، after a bracket', '(https://a.example/a)، ثم', `(${a})، ثم`],
    ['، after a full stop', 'https://a.example/a.، ثم', `${a}.، ثم`],
    ['، after a bracket of its own', 'https://a.example/b_(c)، ثم', `${link('https://a.example/b_(c)')}، ثم`],
    ['، and another one', 'https://a.example/a،https://b.example', `${a}،${link('https://b.example')}`],
    ['، that strong text ends with', '**https://a.example/a،** ثم', `<strong>${a}،</strong> ثم`],
    ['، that strong text before a clitic ends with', '**https://a.example/a،**ثم', `<strong>${a}،</strong>ثم`],
    ['؟ in strong text after a clitic', 'و**«https://a.example/a؟»**ثم', `و<strong>«${a}؟»</strong>ثم`],
    ['، not before Arabic', 'https://a.example/خبر/أول_1؟ ثم', `${link('https://a.example/خبر/أول_1')}؟ ثم`],
    ['، on an Arabic host', 'https://موقع.example/خبر، ثم', `${link('https://موقع.example/خبر')}، ثم`],
    ['، in capitals', 'HTTPS://a.example/a، ثم', `${link('HTTPS://a.example/a')}، ثم`],
    ['، without a scheme', 'www.a.example/a، ثم', '<a href="http://www.a.example/a">www.a.example/a</a>، ثم'],
    ['» without a scheme', '«www.a.example» ثم', '«<a href="http://www.a.example">www.a.example</a>» ثم'],
    ['، in square brackets', '[انظر https://a.example/a، ثم]', `[انظر ${a}، ثم]`],
    ['، between two in square brackets', '[https://a.example/a، https://a.example/a؟]', `[${a}، ${a}؟]`],
    ['، being an e-mail address', 'a@a.example، ثم', '<a href="mailto:a@a.example">a@a.example</a>، ثم'],
  ])('ends before %s', (_, text, inside) => {
    expectBoth(text, `<p>${inside}</p>`);
  });

  it.each([
    ['a link whose text is its URL', '[https://a.example/a،](https://a.example/a،) ثم'],
    ['a link by reference', '[أ][ب]\n\n[ب]: https://a.example/a،ب'],
    ['ASCII punctuation', 'https://a.example/a. (https://a.example/a) https://a.example/a?b=1, ثم'],
    ['code', '`https://a.example/a،` ثم'],
  ])('leaves alone: %s', (_, text) => {
    for (const format of formats) expect(parseArabic(text, format)).toBe(parseGfm(text, format));
  });

  it('between angle brackets can contain these marks', () => {
    const text = '<https://a.example/a،> ثم';
    expect(parseArabic(text)).toBe(parseGfm(text));
  });
});

describe('a list', () => {
  const ol = '<ol data-digits="arab">';

  it.each([
    ['with full stops', '١. أ\n٢. ب', `${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>`],
    ['with brackets', '١) أ\n٢) ب', `${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>`],
    ['with Persian digits', '۱. أ\n۲. ب', `${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>`],
    ['from another number', '٣. أ\n٤. ب', '<ol start="3" data-digits="arab">\n<li>أ</li>\n<li>ب</li>\n</ol>'],
    ['of two digits', '٠٩. أ\n١٠. ب', '<ol start="9" data-digits="arab">\n<li>أ</li>\n<li>ب</li>\n</ol>'],
    ['right under a paragraph', 'نص\n١. أ', `<p>نص</p>\n${ol}\n<li>أ</li>\n</ol>`],
    ['of loose items', '١. أ\n\n٢. ب', `${ol}\n<li>\n<p>أ</p>\n</li>\n<li>\n<p>ب</p>\n</li>\n</ol>`],
    ['with continuation lines', '١. أ\n   ب\nج\n٢. د', `${ol}\n<li>أ\nب\nج</li>\n<li>د</li>\n</ol>`],
    [
      'with several paragraphs in an item',
      '١٠. أ\n\n    ب\n\nج',
      '<ol start="10" data-digits="arab">\n<li>\n<p>أ</p>\n<p>ب</p>\n</li>\n</ol>\n<p>ج</p>',
    ],
    ['within another', '١. أ\n   ١. ب\n٢. ج', `${ol}\n<li>أ\n${ol}\n<li>ب</li>\n</ol>\n</li>\n<li>ج</li>\n</ol>`],
    ['around a Latin one', '١. أ\n   1. ب', `${ol}\n<li>أ\n<ol>\n<li>ب</li>\n</ol>\n</li>\n</ol>`],
    ['within bullets', '- أ\n  ١. ب', `<ul>\n<li>أ\n${ol}\n<li>ب</li>\n</ol>\n</li>\n</ul>`],
    ['in a quotation', '> ١. أ\n> ٢. ب', `<blockquote>\n${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>\n</blockquote>`],
    ['whose next item is Latin', '١. أ\n2. ب', `${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>`],
    ['with an empty item', '١.\n٢. ب', `${ol}\n<li></li>\n<li>ب</li>\n</ol>`],
    [
      'of tasks',
      '١. [x] أ',
      '<ol class="contains-task-list" data-digits="arab">\n<li class="task-list-item"><input type="checkbox" checked disabled> أ</li>\n</ol>',
    ],
    ['with emphasis', '١. و**«أ»**و', `${ol}\n<li>و<strong>«أ»</strong>و</li>\n</ol>`],
    [
      'next to one with other markers',
      '١. أ\n٢) ب',
      `${ol}\n<li>أ</li>\n</ol>\n<ol start="2" data-digits="arab">\n<li>ب</li>\n</ol>`,
    ],
    ['whose first item is Latin', '1. أ\n٢. ب', '<ol>\n<li>أ</li>\n<li>ب</li>\n</ol>'],
  ])('is recognised by Arabic digits: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    ['another number right under a paragraph', 'نص\n٢. ب', '<p>نص\n٢. ب</p>'],
    ['an empty item right under a paragraph', 'نص\n١.', '<p>نص\n١.</p>'],
    ['no space', '١.أ', '<p>١.أ</p>'],
    ['a decimal', '١٫٥ أ', '<p>١٫٥ أ</p>'],
    ['another sign', '١- أ', '<p>١- أ</p>'],
    ['ten digits', '١٢٣٤٥٦٧٨٩٠. أ', '<p>١٢٣٤٥٦٧٨٩٠. أ</p>'],
    ['an escape', '١\\. أ', '<p>١. أ</p>'],
  ])('is not recognised: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it('is recognised after invisible marks', async () => {
    const expected = `${ol}\n<li>أ</li>\n<li>ب</li>\n</ol>`;
    expect(await html(`${rlm}١. أ\n${rlm}٢.${rlm} ب`)).toBe(expected);
    expect(await mdxHtml(`${rlm}١. أ\n${rlm}٢.${rlm} ب`)).toBe(expected);
  });

  it('keeps its digits on the page and in feeds', async () => {
    expect(await html('٣. أ')).toBe('<ol start="3" data-digits="arab">\n<li>أ</li>\n</ol>');
    expect(await mdxHtml('٣. أ')).toBe('<ol start="3" data-digits="arab">\n<li>أ</li>\n</ol>');
    expect(await html('٣. أ\n\n<b>ب</b>')).toBe(
      '<ol start="3" data-digits="arab">\n<li>أ</li>\n</ol>\n<p><b>ب</b></p>',
    );
    expect(toFeedHtml(await html('٣. أ'), 'https://news.example/', 'k7q3m')).toBe(
      '<ol start="3" style="list-style-type: arabic-indic">\n<li>أ</li>\n</ol>',
    );
  });

  it('in raw HTML keeps no data attribute and no style', async () => {
    const forged = '<ol data-digits="x" data-evil="y" style="z">\n<li data-digits="arab">أ</li>\n</ol>';
    expect(await html(forged)).toBe('<ol>\n<li>أ</li>\n</ol>');
    expect(await mdxHtml(forged)).toContain('<ol>');
    expect(await mdxHtml(forged)).not.toMatch(/data-|style/);
  });
});

describe('footnotes', () => {
  const numbers = (body: string) => [...body.matchAll(/data-footnote-ref[^>]*>([^<]*)</g)].map(([, number]) => number);
  const list = (body: string) => /<section.*?(<ol[^>]*>)/s.exec(body)?.[1];
  const arabic = 'قال[^١] ثم[^٢] ثم[^١].\n\n[^١]: أ\n[^٢]: ب';

  it.each([
    ['labelled ١ and ٢ have Arabic numbers', arabic, ['١', '٢', '١'], '<ol data-digits="arab">'],
    ['labelled with Persian digits have Arabic numbers', 'قال[^۱].\n\n[^۱]: أ', ['١'], '<ol data-digits="arab">'],
    [
      'are numbered in the order of the text',
      'قال[^٩] ثم[^٣].\n\n[^٣]: أ\n[^٩]: ب',
      ['١', '٢'],
      '<ol data-digits="arab">',
    ],
    ['labelled 1 and 2 have Latin numbers', 'قال[^1] ثم[^2].\n\n[^1]: أ\n[^2]: ب', ['1', '2'], '<ol>'],
    ['labelled with words have Latin numbers', 'قال[^مصدر].\n\n[^مصدر]: أ', ['1'], '<ol>'],
    [
      'labelled with digits and words have Latin numbers',
      'قال[^١] ثم[^مصدر].\n\n[^١]: أ\n[^مصدر]: ب',
      ['1', '2'],
      '<ol>',
    ],
  ])('%s', async (_, text, expected, ol) => {
    for (const body of [await html(text), await mdxHtml(text)]) {
      expect(numbers(body)).toEqual(expected);
      expect(list(body)).toBe(ol);
    }
  });

  it('link back to each reference, by its number', async () => {
    for (const body of [await html(arabic), await mdxHtml(arabic)]) {
      expect(body).toContain(
        '<a href="#fn-1" id="fnref-1-2" data-footnote-ref aria-describedby="footnote-label">١</a>',
      );
      expect(body).toContain('aria-label="العودة إلى الموضع ٢ للحاشية ١ من النص"');
      expect(body).toContain('id="fn-2"');
    }
  });

  it.each([
    ['with an invisible mark before it', `قال[^١].\n\n${rlm}[^١]: «حاشية»`],
    ['over several lines', 'قال[^١].\n\n[^١]: «حاشية»\n\n    ثانية'],
    ['in a table', '| قال[^١] |\n|---|\n\n[^١]: «حاشية»'],
    ['after bold text', 'و**«قال»**[^١]ثم\n\n[^١]: «حاشية»'],
  ])('are recognised: %s', async (_, text) => {
    for (const body of [await html(text), await mdxHtml(text)]) {
      expect(numbers(body)).toEqual(['١']);
      expect(body).toContain('<li id="fn-1">\n<p>«حاشية»');
    }
  });
});

describe('a line of tatweels', () => {
  it.each([
    ['alone is a thematic break', 'أ\n\nـــــ\n\nب', '<p>أ</p>\n<hr>\n<p>ب</p>'],
    ['of three is a thematic break', 'ـــ', '<hr>'],
    ['with spaces around it is a thematic break', '  ـــــ  ', '<hr>'],
    ['under a paragraph is a thematic break, as *** is', 'أ\nـــــ\nب', '<p>أ</p>\n<hr>\n<p>ب</p>'],
    ['in a quotation is a thematic break', '> ـــــ', '<blockquote>\n<hr>\n</blockquote>'],
    ['of only two is text', 'ــ', '<p>ــ</p>'],
    ['with a word after it is text', 'ـــ أ', '<p>ـــ أ</p>'],
    ['with letters in it is text', 'ـــهـــ', '<p>ـــهـــ</p>'],
    ['with asterisks in it is text', 'ـ**\n\n**ـ', '<p>ـ**</p>\n<p>**ـ</p>'],
  ])('%s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it('is a thematic break after an invisible mark', async () => {
    expect(await html(`أ\n\n${rlm}ـــــ\n\nب`)).toBe('<p>أ</p>\n<hr>\n<p>ب</p>');
  });
});

describe('directives', () => {
  it.each([
    'قال:نعم والساعة 10:30 و(2:3)',
    'قال:نعم[لا]{x} ثم'.replace('{x}', ''),
    ':تنبيه[نص] ثم',
    '::تنبيه',
    ':::تنبيه\nنص\n:::',
  ])('are plain text: %s', (text) => {
    expectBoth(text, `<p>${text}</p>`);
  });
});

const pieces =
  'و ب ال قال القاهرة وَ اللُّغَةُ كـ ـــ ــــــ ١ ٢٣ ۴ ، ؛ ؟ « » “ ” ‹ › … ﴿ ﴾ ٪ \u200f \u200e \u200c \u202e \u2066 \ufeff Windows a é 1 23 . , : ; ? ! " \' - – ( ) * ** *** ~~ ~ _ __ ` ``` # ## > + 1. 2) ١. ٢) ۳. | |---| [ ] ](/a) ![ [^١] [^١]: [x] https://a.example www.a.example a@a.example h w \\ & &amp; < <b> </b> { } ::: \u0000 \u0007 \ud83d \ude00 😀'
    .split(' ')
    .concat([' ', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '\r\n', '\u00a0']);

describe('any mixture of syntax', () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 50 }).map((parts) => parts.join('')),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })))
      .map((parts) => parts.join('')),
  );

  it('is parsed and rendered', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(typeof parseArabic(text)).toBe('string');
        for (const { problems } of [await render(text), await renderMdx(text)]) {
          const unreadable = messages.unreadable('').replace(/\(.*$/s, '');
          expect(problems.filter(({ line, message }) => line < 1 || message.startsWith(unreadable))).toEqual([]);
        }
      }),
      { seed: 20260824, numRuns: 300 },
    );
  });
});
