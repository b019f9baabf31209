import { describe, expect, it } from 'vitest';
import { render, renderMdx } from './render.ts';

describe('a character that reverses the text after it', () => {
  const message = 'في السطر محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.';

  it.each([
    ['in prose', 'نص\n\nثم \u202eخفي\u202c هنا', { line: 3, column: 4, suggestion: 'ثم خفي هنا' }],
    ['in code', '```\nx\u202dy\n```', { line: 2, column: 2, suggestion: 'xy' }],
    ['before a heading', '\u202e## عنوان', { line: 1, column: 1, suggestion: '## عنوان' }],
  ])('%s is a problem', async (_, text, place) => {
    expect((await render(text)).problems).toEqual([{ ...place, message }]);
    expect((await renderMdx(text)).problems).toEqual([{ ...place, message }]);
  });

  it.each([
    'نص &#x202E;خفي',
    '`x`\n\n![وصف &#x202E;خفي](a.jpg)',
    '[نص](/k7q3m/ "عنوان &#x202E;خفي")',
    '<code>&#x202E;x</code>',
  ])('is a problem as a character reference too: %s', async (text) => {
    expect((await render(text, { typesetting: false })).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('is reported with its line in the file', async () => {
    expect((await renderMdx('نص \u202e', 7)).problems).toEqual([{ line: 7, column: 4, message, suggestion: 'نص ' }]);
  });

  it('is not a direction mark such as U+200F', async () => {
    expect((await render('نص\u200f ثم\u200e وABC\u061c')).problems).toEqual([]);
  });
});

describe('embeddings and isolates, as Word leaves them', () => {
  it.each([
    ['in prose', 'قرأ \u202bالنص\u202c على \u2066Radio\u2069 أمس', '<p>قرأ النص على <bdi>Radio</bdi> أمس</p>'],
    ['before a heading', '\u2067## عنوان\u2069', '<h2 id="عنوان">عنوان</h2>'],
    ['between the marks of a link', '[نص]\u202c(/k7q3m/)', '<p><a href="/k7q3m/">نص</a></p>'],
    ['in code', '`x\u2066y`', '<p><code dir="auto">xy</code></p>'],
    ['as character references', 'نص &#x202B;آخر&#x202C;', '<p>نص آخر</p>'],
    ['around a signed number', 'نزلت إلى \u202a-7\u202c درجات', '<p>نزلت إلى <bdi dir="ltr">\u200e-7</bdi> درجات</p>'],
  ])('%s are removed, and their order stays', async (_, text, expected) => {
    const body = await render(text);
    expect(body.html).toBe(expected);
    expect(body.problems).toEqual([]);
    expect((await renderMdx(text)).problems).toEqual([]);
  });
});
