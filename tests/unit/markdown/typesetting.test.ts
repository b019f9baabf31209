import { describe, expect, it } from 'vitest';
import { html, render, renderMdx } from './render.ts';

describe('typesetting', () => {
  it.each([
    [
      'sets a quotation that begins in bold text and ends outside',
      'قال **"نعم** ولا" ثم',
      '<p>قال <strong>«نعم</strong> ولا» ثم</p>',
    ],
    ['sets a quotation around a link', 'قال "[نعم](/k7q3m/)" ثم', '<p>قال «<a href="/k7q3m/">نعم</a>» ثم</p>'],
    ['inserts a space after bold text outside it', '**المتحدة**(أ ف ب)', '<p><strong>المتحدة</strong> (أ ف ب)</p>'],
    ['inserts a space before bold text outside it', 'نعم،**ولا**', '<p>نعم، <strong>ولا</strong></p>'],
    ['sets a quotation over two lines', 'قال "نعم\nولا" ثم', '<p>قال «نعم\nولا» ثم</p>'],
    ['sets each paragraph separately', 'قال "نعم\n\nولا" ثم', '<p>قال "نعم</p>\n<p>ولا" ثم</p>'],
    ['sets punctuation after code', 'الأمر `x` ، ثم', '<p>الأمر <code dir="auto">x</code>، ثم</p>'],
    ['sets a heading', '## قال : "نعم" ..', '<h2 id="قال-نعم">قال: «نعم»…</h2>'],
    ['sets the items of a list', '- قال "نعم"\n- قال "لا"', '<ul>\n<li>قال «نعم»</li>\n<li>قال «لا»</li>\n</ul>'],
    ['sets the text of raw HTML', '<p>قال "نعم" ..</p>', '<p>قال «نعم»…</p>'],
  ])('%s', async (_, text, expected) => {
    expect((await html(text)).trim()).toBe(expected);
  });

  it.each([
    ['code', 'الأمر `"a" .. ، b`', '<p>الأمر <code dir="auto">"a" .. ، b</code></p>'],
    ['a code block', '```\nقال "نعم" ..\n```', '<pre dir="ltr" tabindex="0"><code>قال "نعم" ..\n</code></pre>'],
    [
      'another language',
      'قال <span lang="en">"yes" .. no</span> ثم',
      '<p>قال <span lang="en" dir="ltr">"yes" .. no</span> ثم</p>',
    ],
    ['a block without Arabic', 'say "yes" .. no', '<p>say "yes" .. no</p>'],
    ['the URL of a link', 'زر [نعم](https://a.example/x..y)', '<p>زر <a href="https://a.example/x..y"'],
  ])('leaves %s alone', async (_, text, expected) => {
    expect((await html(text)).trim()).toContain(expected);
  });

  it('sets captions, alternative texts and text attributes of components', async () => {
    expect(await html('![قال "نعم"](a.jpg "قال : لا | أ.ب ، ج")')).toMatch(
      /alt="قال «نعم»".*<figcaption>قال: لا <span class="credit">أ\.ب، ج/,
    );
    const { text } = await renderMdx('<PullQuote by="فلان ، شاعر">\n\nقال "نعم"\n\n</PullQuote>');
    expect(text).toBe('قال «نعم»\nفلان، شاعر');
  });

  it('can be switched off wholly or by rule', async () => {
    expect(await html('قال : "نعم"', { typesetting: false })).toBe('<p>قال : "نعم"</p>');
    expect(await html('قال : "نعم"', { typesetting: { off: ['quotes'] } })).toBe('<p>قال: "نعم"</p>');
  });
});

describe('the plugin for bidi isolates', () => {
  it.each([
    ['isolates a name', 'كتاب C++ (2022).', '<p>كتاب <bdi>C++</bdi> (2022).</p>'],
    ['isolates a telephone number', 'هاتف +961 1 234 567.', '<p>هاتف <bdi dir="ltr">+961 1 234 567</bdi>.</p>'],
    ['overrides the order of Arabic digits', 'هاتف ٠١٢٢ ٥٥٥ ٠١٩٠.', '<p>هاتف <bdo dir="ltr">٠١٢٢ ٥٥٥ ٠١٩٠</bdo>.</p>'],
    ['isolates several names', 'من A إلى B', '<p>من <bdi>A</bdi> إلى <bdi>B</bdi></p>'],
    [
      'isolates a name that is partly bold',
      'مسرحية Hello **World** الأولى',
      '<p>مسرحية <bdi>Hello <strong>World</strong></bdi> الأولى</p>',
    ],
    [
      'isolates a name within bold text',
      'مسرحية **Hello World** الأولى',
      '<p>مسرحية <strong><bdi>Hello World</bdi></strong> الأولى</p>',
    ],
    [
      'isolates a Latin sentence after code',
      '`npm run build` runs it.',
      '<p><bdi><code dir="auto">npm run build</code> runs it.</bdi></p>',
    ],
    [
      'isolates a Latin sentence with its footnote',
      'Done.[^1]\n\n[^1]: حاشية',
      /^<p><bdi>Done\.<sup>.*<\/sup><\/bdi><\/p>/,
    ],
    [
      'isolates each line of an address',
      'مقهى البرج\\\n5 Tower St.\\\n0100 555 0147',
      '<p>مقهى البرج<br>\n<bdi>5 Tower St.</bdi><br>\n<bdi dir="ltr">0100 555 0147</bdi></p>',
    ],
    [
      'turns a score that no Arabic letter precedes',
      '**4-1** للبرج',
      '<p><strong><bdi dir="rtl">\u061c4-1</bdi></strong> للبرج</p>',
    ],
    ['turns a score across emphasis', '**4**-1 للبرج', '<p><bdi dir="rtl">\u061c<strong>4</strong>-1</bdi> للبرج</p>'],
    [
      'turns a score in a cell as in prose',
      '| أ | ب |\n|---|---|\n| البرج | 4-1 |',
      /<td>البرج<\/td>\s*<td><bdi dir="rtl">\u061c4-1<\/bdi><\/td>/,
    ],
    [
      'isolates in an element that the author has set from the right',
      '<div dir="rtl">لغة C++</div>',
      '<div dir="rtl">لغة <bdi>C++</bdi></div>',
    ],
    [
      'keeps a mark that puts a sign on the left',
      'إلى \u200e-7 درجات',
      '<p>إلى <bdi dir="ltr">\u200e-7</bdi> درجات</p>',
    ],
    ['isolates a name in a heading', '## لغة C++', '<h2 id="لغة-c">لغة <bdi>C++</bdi></h2>'],
    ['leaves a score alone', 'فاز 3-2', '<p>فاز 3-2</p>'],
    ['leaves text with a direction alone', 'كتاب <span dir="ltr">C++</span>', '<p>كتاب <span dir="ltr">C++</span></p>'],
    ['leaves a bdi alone', 'كتاب <bdi>C++</bdi>', '<p>كتاب <bdi>C++</bdi></p>'],
    [
      'isolates a name that begins in bold text and ends outside',
      'كتاب **A B** C',
      '<p>كتاب <bdi><strong>A B</strong> C</bdi></p>',
    ],
    ['leaves code alone', 'الأمر `C++`', '<p>الأمر <code dir="auto">C++</code></p>'],
  ])('%s', async (_, text, expected) => {
    if (typeof expected === 'string') expect(await html(text)).toBe(expected);
    else expect(await html(text)).toMatch(expected);
  });

  it('isolates a bare URL inside its link', async () => {
    expect(await html('زر https://a.example/x ثم')).toContain('"><bdi>https://a.example/x</bdi><span');
  });

  it('does not change the plain text', async () => {
    expect((await render('كتاب C++ (2022).')).text).toBe('كتاب C++ (2022).');
  });
});

describe('the direction of a language', () => {
  it.each([
    ['<p lang="en">He left.</p>', '<p lang="en" dir="ltr">He left.</p>'],
    ['<p lang="ur">وہ گیا۔</p>', '<p lang="ur" dir="rtl">وہ گیا۔</p>'],
    ['قال <q lang="tzm-Tfng">ⵜⵉⴼⵉⵏⴰⵖ.</q>', '<p>قال <q lang="tzm-Tfng" dir="ltr">ⵜⵉⴼⵉⵏⴰⵖ.</q></p>'],
    ['<p lang="zh_TW">你好。</p>', '<p lang="zh_TW" dir="ltr">你好。</p>'],
    ['<p lang="und">x.</p>', '<p lang="und" dir="auto">x.</p>'],
    ['<p lang="en" dir="rtl">He left.</p>', '<p lang="en" dir="rtl">He left.</p>'],
    ['<p lang="ar">نص C++</p>', '<p lang="ar">نص <bdi>C++</bdi></p>'],
    [
      '<p lang="en">He said <q lang="ar">نعم!</q></p>',
      '<p lang="en" dir="ltr">He said <q lang="ar" dir="rtl">نعم!</q></p>',
    ],
  ])('%s', async (typed, shown) => {
    expect((await html(typed)).trim()).toBe(shown);
  });
});
