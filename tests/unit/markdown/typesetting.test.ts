import { describe, expect, it } from 'vitest';
import { html, render, renderMdx } from './render.ts';

describe('the type of a body', () => {
  it.each([
    ['a quotation through bold', 'قال **"نعم** ولا" ثم', '<p>قال <strong>«نعم</strong> ولا» ثم</p>'],
    ['a quotation round a link', 'قال "[نعم](/k7q3m/)" ثم', '<p>قال «<a href="/k7q3m/">نعم</a>» ثم</p>'],
    ['a space after bold, outside it', '**المتحدة**(أ ف ب)', '<p><strong>المتحدة</strong> (أ ف ب)</p>'],
    ['a space before bold, outside it', 'نعم،**ولا**', '<p>نعم، <strong>ولا</strong></p>'],
    ['a quotation over two lines', 'قال "نعم\nولا" ثم', '<p>قال «نعم\nولا» ثم</p>'],
    ['each paragraph by itself', 'قال "نعم\n\nولا" ثم', '<p>قال "نعم</p>\n<p>ولا" ثم</p>'],
    ['punctuation after code', 'الأمر `x` ، ثم', '<p>الأمر <code dir="auto">x</code>، ثم</p>'],
    ['a heading', '## قال : "نعم" ..', '<h2 id="قال-نعم">قال: «نعم»…</h2>'],
    ['a list', '- قال "نعم"\n- قال "لا"', '<ul>\n<li>قال «نعم»</li>\n<li>قال «لا»</li>\n</ul>'],
    ['the words of raw HTML', '<p>قال "نعم" ..</p>', '<p>قال «نعم»…</p>'],
  ])('%s', async (_, text, expected) => {
    expect((await html(text)).trim()).toBe(expected);
  });

  it.each([
    ['code', 'الأمر `"a" .. ، b`', '<p>الأمر <code dir="auto">"a" .. ، b</code></p>'],
    ['a block of code', '```\nقال "نعم" ..\n```', '<pre dir="ltr" tabindex="0"><code>قال "نعم" ..\n</code></pre>'],
    [
      'another language',
      'قال <span lang="en">"yes" .. no</span> ثم',
      '<p>قال <span lang="en">"yes" .. no</span> ثم</p>',
    ],
    ['a block without Arabic', 'say "yes" .. no', '<p>say "yes" .. no</p>'],
    ['the address of a link', 'زر [نعم](https://a.example/x..y)', '<p>زر <a href="https://a.example/x..y"'],
  ])('leaves %s alone', async (_, text, expected) => {
    expect((await html(text)).trim()).toContain(expected);
  });

  it('reaches captions, alternative text and what components show', async () => {
    expect(await html('![قال "نعم"](a.jpg "قال : لا | أ.ب ، ج")')).toMatch(
      /alt="قال «نعم»".*<figcaption>قال: لا <span class="credit">أ\.ب، ج/,
    );
    const { text } = await renderMdx('<PullQuote by="فلان ، شاعر">\n\nقال "نعم"\n\n</PullQuote>');
    expect(text).toBe('قال «نعم»\nفلان، شاعر');
  });

  it('is left as typed where the site says so, or in part', async () => {
    expect(await html('قال : "نعم"', { typesetting: false })).toBe('<p>قال : "نعم"</p>');
    expect(await html('قال : "نعم"', { typesetting: { off: ['quotes'] } })).toBe('<p>قال: "نعم"</p>');
  });
});

describe('what Arabic would reorder', () => {
  it.each([
    ['a name', 'كتاب C++ (2022).', '<p>كتاب <bdi>C++</bdi> (2022).</p>'],
    ['a telephone number', 'هاتف +961 1 234 567.', '<p>هاتف <bdi dir="ltr">+961 1 234 567</bdi>.</p>'],
    ['several names', 'من A إلى B', '<p>من <bdi>A</bdi> إلى <bdi>B</bdi></p>'],
    [
      'a name through bold',
      'مسرحية Hello **World** الأولى',
      '<p>مسرحية <bdi>Hello <strong>World</strong></bdi> الأولى</p>',
    ],
    [
      'a name within bold',
      'مسرحية **Hello World** الأولى',
      '<p>مسرحية <strong><bdi>Hello World</bdi></strong> الأولى</p>',
    ],
    [
      'a Latin sentence after code',
      '`npm run build` runs it.',
      '<p><code dir="auto">npm run build</code> <bdi>runs it.</bdi></p>',
    ],
    ['a heading', '## لغة C++', '<h2 id="لغة-c">لغة <bdi>C++</bdi></h2>'],
    ['a score', 'فاز 3-2', '<p>فاز 3-2</p>'],
    ['what the author has directed', 'كتاب <span dir="ltr">C++</span>', '<p>كتاب <span dir="ltr">C++</span></p>'],
    ['what the author has isolated', 'كتاب <bdi>C++</bdi>', '<p>كتاب <bdi>C++</bdi></p>'],
    ['a name that begins in bold and ends outside', 'كتاب **A B** C', '<p>كتاب <bdi><strong>A B</strong> C</bdi></p>'],
    ['code', 'الأمر `C++`', '<p>الأمر <code dir="auto">C++</code></p>'],
  ])('%s', async (_, text, expected) => {
    expect(await html(text)).toBe(expected);
  });

  it('is isolated within the link that it is', async () => {
    expect(await html('زر https://a.example/x ثم')).toContain('"><bdi>https://a.example/x</bdi><span');
  });

  it('is the same text', async () => {
    expect((await render('كتاب C++ (2022).')).text).toBe('كتاب C++ (2022).');
  });
});
