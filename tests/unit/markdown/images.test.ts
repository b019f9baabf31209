import { describe, expect, it } from 'vitest';
import { messages } from '../../../src/markdown/messages.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import type { BodyOptions, ResolveImage } from '../../../src/markdown/types.ts';
import { html, photo, render, renderMdx } from './render.ts';

describe('an image alone in its paragraph', () => {
  it.each([
    ['without a title', '![قارب](a.jpg)', `<figure>${photo('قارب')}</figure>`],
    [
      'with a caption',
      '![قارب](a.jpg "في النيل")',
      `<figure>${photo('قارب')}<figcaption>في النيل</figcaption></figure>`,
    ],
    [
      'with a caption and a credit',
      '![قارب](a.jpg "في النيل | رويترز")',
      `<figure>${photo('قارب')}<figcaption>في النيل <span class="credit">رويترز</span></figcaption></figure>`,
    ],
    [
      'with a credit alone',
      '![قارب](a.jpg "| تصوير: أحمد")',
      `<figure>${photo('قارب')}<figcaption><span class="credit">تصوير: أحمد</span></figcaption></figure>`,
    ],
    [
      'whose caption has a dash and a bar',
      '![قارب](a.jpg "أ — ب | ج | رويترز")',
      `<figure>${photo('قارب')}<figcaption>أ — ب | ج <span class="credit">رويترز</span></figcaption></figure>`,
    ],
    ['with an empty bar', '![قارب](a.jpg " | ")', `<figure>${photo('قارب')}</figure>`],
    [
      'inside a link',
      '[![قارب](a.jpg "في النيل")](/abc/)',
      `<figure><a href="/abc/">${photo('قارب')}</a><figcaption>في النيل</figcaption></figure>`,
    ],
    [
      'by reference',
      '![قارب][١]\n\n[١]: a.jpg "في النيل"',
      `<figure>${photo('قارب')}<figcaption>في النيل</figcaption></figure>`,
    ],
    ['between direction marks', '\u200f![قارب](a.jpg)\u200f', `<figure>${photo('قارب')}</figure>`],
    [
      'as HTML',
      '<img src="a.jpg" alt="قارب" title="في النيل">',
      `<figure>${photo('قارب')}<figcaption>في النيل</figcaption></figure>`,
    ],
    [
      'with special characters in its texts',
      '![<b>"](a.jpg "<i> & \\"")',
      `<figure>${photo('<b>&#x22;')}<figcaption><bdi>&#x3C;i> &#x26; "</bdi></figcaption></figure>`,
    ],
  ])('%s is a figure', async (_, text, expected) => {
    expect((await html(text)).trim()).toBe(expected);
  });

  it('becomes a figure of its own if there are several', async () => {
    expect(await html('![أ](a.jpg "١")\n![ب](b.jpg)  \n![ج](c.jpg)')).toBe(
      `<figure>${photo('أ')}<figcaption>١</figcaption></figure><figure>${photo('ب')}</figure><figure>${photo('ج')}</figure>`,
    );
  });

  it('is a figure in a quotation too', async () => {
    expect(await html('> ![أ](a.jpg)')).toContain(`<figure>${photo('أ')}</figure>`);
  });
});

describe('an image', () => {
  it('within a line stays inline, with its title', async () => {
    expect(await html('قبل ![نجمة](a.svg "ت") بعد')).toBe(
      '<p>قبل <img src="/_images/d.svg" alt="نجمة" title="ت" width="320" height="200" loading="lazy" decoding="async"> بعد</p>',
    );
  });

  it('that is a drawing needs no sources', async () => {
    expect(await html('![نجمة](a.svg)')).toBe(
      '<figure><img src="/_images/d.svg" alt="نجمة" width="320" height="200" loading="lazy" decoding="async"></figure>',
    );
  });

  it('of another site stays, with lazy loading', async () => {
    expect(await html('![ع](https://example.com/صورة%zz.jpg)')).toBe(
      '<figure><img src="https://example.com/%D8%B5%D9%88%D8%B1%D8%A9%25zz.jpg" alt="ع" loading="lazy" decoding="async"></figure>',
    );
    expect(await render('![ع](//example.com/a.jpg)')).toMatchObject({ images: [], problems: [] });
  });

  it.each(['صورة%20الكسوف.jpg', 'نسبة%.jpg', '%', '%E0%A4%A', 'a b%25.jpg'])(
    'is resolved by the path as the author wrote it: %s',
    async (src) => {
      const { images, problems } = await render(`![ع](<${src}>)`);
      expect({ images, problems }).toEqual({ images: [`articles/${src}`], problems: [] });
      expect((await renderMdx(`![ع](<${src}>)`)).images).toEqual([`articles/${src}`]);
    },
  );

  it('is listed once, in the order of the text, whatever its syntax', async () => {
    const text = '![](b.jpg)\n\n<img src="a.jpg">\n\n![](b.jpg) و ![](/logo.svg)';
    expect((await render(text)).images).toEqual(['articles/b.jpg', 'articles/a.jpg', '/logo.svg']);
  });

  const measured: ResolveImage = async (src) =>
    src.includes('unknown')
      ? { problem: 'بلا قياس', address: 'https://a.example/unknown.jpg' }
      : { src, width: 900, height: 600, sources: [], source: src, type: 'image/jpeg', color: '#5c8f6c' };
  const renderMeasured = (text: string, options: BodyOptions = {}) =>
    renderMarkdown({ file: 'articles/a.md', text, firstLine: 1, format: 'md' }, measured, options);

  it('of another site has the size and the colour that are known of it', async () => {
    const img = (src: string) =>
      `<img src="${src}" alt="ع" width="900" height="600" data-color="#5c8f6c" loading="lazy" decoding="async">`;
    const { html: page, images } = await renderMeasured('![ع](https://a.example/x.jpg)');
    expect(page).toBe(`<figure><picture>${img('https://a.example/x.jpg')}</picture></figure>`);
    expect(images).toEqual(['https://a.example/x.jpg']);
    const inPicture =
      '<picture><source srcset="https://b.example/w_1,h_2/x.avif 1x,https://c.example/x.avif 2x"><img src="https://a.example/x.jpg" alt="ع"></picture>';
    const raw = await renderMeasured(inPicture);
    expect(raw.html).toBe(
      `<p><picture><source srcset="https://b.example/w_1,h_2/x.avif 1x,https://c.example/x.avif 2x">${img('https://a.example/x.jpg')}</picture></p>`,
    );
    expect(raw.images).toEqual([
      'https://b.example/w_1,h_2/x.avif',
      'https://c.example/x.avif',
      'https://a.example/x.jpg',
    ]);
  });

  it('of another site of which nothing is known is told, and known by its address', async () => {
    const { images, problems } = await renderMeasured('نص\n\n![ع](https://a.example/unknown.jpg)');
    expect(problems).toEqual([{ line: 3, column: 1, message: 'بلا قياس' }]);
    expect(images).toEqual(['https://a.example/unknown.jpg']);
  });

  it('with the address of this site stays as it is written', async () => {
    const own = 'https://sada.example';
    for (const options of [{ siteUrl: own }, { siteUrl: 'https://staging.example/new', stagingOf: own }]) {
      const { html: page, images } = await renderMeasured(`![ع](${own}/unknown.jpg)`, options);
      expect(page).toContain('<img src="https://sada.example/unknown.jpg" alt="ع" loading="lazy" decoding="async">');
      expect(images).toEqual([]);
    }
  });

  it('replaces a picture in raw HTML', async () => {
    const text = '<picture><source srcset="a.avif"><img src="a.jpg" alt="ع"></picture>';
    expect(await html(text)).toBe(`<figure>${photo('ع')}</figure>`);
    expect(
      await html('<picture><source srcset="//x.example/a.avif"><img src="//x.example/a.jpg" alt=""></picture>'),
    ).toBe(
      '<p><picture><source srcset="//x.example/a.avif"><img src="//x.example/a.jpg" alt="" loading="lazy" decoding="async"></picture></p>',
    );
  });

  it('keeps the caption of a figure in raw HTML', async () => {
    const text = '<figure><img src="a.jpg" alt="ع"><figcaption>شرح</figcaption></figure>';
    expect(await html(text)).toBe(`<figure>${photo('ع')}<figcaption>شرح</figcaption></figure>`);
  });

  it('has the default column width in sizes', async () => {
    expect(await html('![](a.jpg)', {})).toContain(
      'sizes="(min-width: 40rem) 37rem, (min-resolution: 2.5dppx) 60vw, 100vw"',
    );
  });

  it('without a file is reported with its line, and removed', async () => {
    const text = 'سطر\n\n![ع](missing.jpg "ت")\n\n<div>\n<img src="missing.png">\n</div>';
    const { html, problems } = await render(text);
    expect(html).not.toMatch(/<img|<figure/);
    expect(problems).toEqual([
      { line: 3, column: 1, message: 'لا ملف للصورة «missing.jpg».' },
      { line: 6, column: 1, message: 'لا ملف للصورة «missing.png».' },
    ]);
  });

  const noPath = 'الصورة بلا مسار. اكتب بين القوسين اسم ملفها، مثل ![وصف الصورة](اسم-الملف.jpg).';
  const elsewhere = (src: string) =>
    `مسار الصورة «${src}» لا يصل إليه القارئ. انسخ الملف إلى جوار المقال واكتب اسمه وحده.`;
  it.each([
    ['![ع]()', noPath],
    ['<img alt="ع">', noPath],
    [
      '![ع](data:image/png;base64,AAAA)',
      'الصورة مكتوبة كلها داخل النص (data:). احفظها في ملف بجوار المقال واكتب اسمه.',
    ],
    ['![ع](C:/photos/a.jpg)', elsewhere('C:/photos/a.jpg')],
    ['![ع](file:///home/a.jpg)', elsewhere('file:///home/a.jpg')],
    ['<img src="blob:x">', elsewhere('blob:x')],
  ])('that no reader could load is reported: %s', async (text, message) => {
    const { html, problems } = await render(`سطر\n\n${text}`);
    expect(problems.map((problem) => [problem.line, problem.message])).toEqual([[3, message]]);
    expect(html).not.toContain('<img');
  });
});

describe('an image that Markdown does not read', () => {
  it.each([
    ['with spaces in its name', '![قارب](في النهر (1).jpg)', '![قارب](<في النهر (1).jpg>)'],
    ['with a caption too', '![قارب](a b.jpg "في النيل | رويترز")', '![قارب](<a b.jpg> "في النيل | رويترز")'],
    ['with a caption in other quotation marks', '![قارب](a.jpg «في النيل»)', '![قارب](a.jpg "في النيل")'],
    ['with spaces in its address', '![قارب](https://a.example/b c.jpg)', '![قارب](<https://a.example/b c.jpg>)'],
  ])('is refused with the corrected line: %s', async (_, line, suggestion) => {
    for (const { problems } of [await render(`نص\n\nنص ${line} نص`), await renderMdx(`نص\n\nنص ${line} نص`)]) {
      expect(problems).toEqual([
        expect.objectContaining({ line: 3, message: messages.spacedImage(), suggestion: `نص ${suggestion} نص` }),
      ]);
    }
    expect((await render(suggestion)).problems).toEqual([]);
  });

  it.each([
    '`![قارب](في النهر.jpg)`',
    '\\![قارب\\](في النهر.jpg)',
    '[قارب](/في النهر/)',
    '![قارب] (كما قال في البيان)',
  ])('is none: %s', async (text) => {
    expect((await render(text)).problems).toEqual([]);
  });
});
