import { describe, expect, it } from 'vitest';
import { html, render, renderMdx } from './render.ts';

describe('the id of a heading', () => {
  it.each([
    ['is the slug of its text', '## ما هو الكسوف؟', 'ما-هو-الكسوف'],
    ['ignores tashkeel', '## مَنْ هُوَ الرَّئِيسُ؟', 'من-هو-الرئيس'],
    ['ignores tatweel', '## مقدمـــة', 'مقدمة'],
    ['ignores direction marks', '## \u200fمقدمة\u200e', 'مقدمة'],
    ['is the same for NFD', `## ${'أحمد'.normalize('NFD')}`, 'أحمد'],
    ['includes the text of emphasis, links and code', '## **قال** [أحمد](/a/) `نعم`', 'قال-أحمد-نعم'],
    ['has Latin digits', '## ١٠ أيام', '10-أيام'],
    ['has a prefix if it is Latin, so that it cannot clash with an id of the page', '## Comments', 'section-comments'],
    ['has a prefix if it is a number', '## 2022', 'section-2022'],
    ['is «section» if no letter is left', '## «؟!»', 'section'],
  ])('%s', async (_, text, id) => {
    expect((await render(text)).headings.map((heading) => heading.id)).toEqual([id]);
    expect(await html(text)).toContain(`<h2 id="${id}">`);
  });

  it('is unique, even if only tashkeel differs', async () => {
    const { headings } = await render('## الحكم\n\n## الحُكم\n\n## الحكم');
    expect(headings.map(({ id }) => id)).toEqual(['الحكم', 'الحكم-2', 'الحكم-3']);
  });

  it('skips a suffix that another heading already has', async () => {
    const { headings } = await render('## الحكم 2\n\n## الحكم\n\n## الحكم');
    expect(headings.map(({ id }) => id)).toEqual(['الحكم-2', 'الحكم', 'الحكم-3']);
  });

  it('does not depend on other bodies', async () => {
    await render('## الحكم');
    expect((await render('## الحكم')).headings[0]?.id).toBe('الحكم');
  });
});

describe('the level of a heading', () => {
  it.each([
    ['is at least two', '# أ', [2]],
    ['is two for both # and ##', '# أ\n\n## ب\n\n# ج', [2, 2, 2]],
    ['follows the author if no level is skipped', '## أ\n\n### ب\n\n#### ج\n\n## د', [2, 3, 4, 2]],
    ['has no gaps', '## أ\n\n#### ب\n\n##### ج\n\n### د', [2, 3, 4, 3]],
    ["is two for the author's highest level, even if that is ####", '#### أ\n\n#### ب\n\n### ج', [2, 2, 2]],
    ['follows the same rules in raw HTML', '<h1>أ</h1>\n\n<h3>ب</h3>', [2, 3]],
    ['is two for both kinds of setext headings', 'أ\n===\n\nب\n---', [2, 2]],
  ])('%s', async (_, text, depths) => {
    const { headings, html } = await render(text);
    expect(headings.map(({ depth }) => depth)).toEqual(depths);
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))).toEqual(depths);
  });

  it('follows the same rules in MDX', async () => {
    const { headings } = await renderMdx('# أ\n\n<FactBox title="ت">\n#### ب\n</FactBox>\n\n<h1>ج</h1>');
    expect(headings.map(({ depth, text }) => [depth, text])).toEqual([
      [2, 'أ'],
      [3, 'ب'],
      [2, 'ج'],
    ]);
  });
});

describe('a heading', () => {
  it.each(['##', '## ', '## \u200f', '<h2></h2>', '## ![](a.jpg)'])('without text is removed: %j', async (text) => {
    const { headings, html } = await render(text);
    expect(headings).toEqual([]);
    expect(html).not.toContain('<h');
  });

  it.each([
    ['U+200F', '\u200f## عنوان'],
    ['U+200E', '\u200e## عنوان'],
    ['U+061C', '\u061c## عنوان'],
    ['a BOM', '\ufeff## عنوان'],
    ['an embedding', '\u202b## عنوان'],
    ['an isolate', '\u2067## عنوان'],
    ['a zero-width space', '\u200b## عنوان'],
    ['several marks and spaces', '\u200f \u200f\u202b ## عنوان'],
    ['a mark after ##', '##\u200f عنوان'],
    ['marks on both sides of ##', '\u200f##\u200f عنوان'],
    ['a mark in a quotation', '> \u200f## عنوان'],
    ['marks before the quotation and in it', '\u200f> \u200f## عنوان'],
    ['a mark in a list', '- \u200f## عنوان'],
  ])('is recognised in spite of %s', async (_, text) => {
    expect(await html(text)).toContain('<h2 id="عنوان">عنوان</h2>');
    expect((await renderMdx(text)).headings).toEqual([{ depth: 2, id: 'عنوان', text: 'عنوان' }]);
  });
});
