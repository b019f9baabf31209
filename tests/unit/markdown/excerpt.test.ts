import { describe, expect, it, test } from 'vitest';
import { render, renderMdx } from './render.ts';

describe('the excerpt of a body', () => {
  it.each([
    ['is its paragraphs on one line', 'وصل القطار.\n\nنزل الركاب  \nكلهم.', 'وصل القطار. نزل الركاب كلهم.'],
    ['has no captions and credits', '![بديل](a.jpg "محطة القطار | عدسة هند")\n\nوصل القطار.', 'وصل القطار.'],
    ['has no headings', '# الرحلة\n\n## الوصول\n\nوصل القطار.\n\n### المغادرة\n\nغادر.', 'وصل القطار. غادر.'],
    ['has no bold lines that serve as headings', '**موعد الوصول**\n\nوصل القطار.', 'وصل القطار.'],
    ['has bold sentences', '**وصل القطار في موعده أمس.**\n\nنزل الركاب.', 'وصل القطار في موعده أمس. نزل الركاب.'],
    [
      'has no tables',
      'وصل القطار.\n\n| محطة | ساعة |\n|---|---|\n| بنها | 7 |\n\nنزل الركاب.',
      'وصل القطار. نزل الركاب.',
    ],
    ['has no footnotes and their marks', 'وصل القطار.[^1]\n\n[^1]: بيان السكة.', 'وصل القطار.'],
    ['has no code blocks', 'اكتب `npm ci`.\n\n```\nrm -rf\n```', 'اكتب npm ci.'],
    ['has no lists and task boxes', '- [x] حُجزت التذاكر\n\nوصل القطار.\n\n1. بنها', 'وصل القطار.'],
    ['has quotations', 'قال:\n\n> وصل القطار.\n\nثم مضى.', 'قال: وصل القطار. ثم مضى.'],
    [
      'has no dividers and rows of signs',
      'وصل القطار.\n\n* * *\n\n\\*\\*\\*\n\nنزل الركاب.',
      'وصل القطار. نزل الركاب.',
    ],
    ['has no lone addresses', 'https://video.example/watch?v=1\n\nوصل القطار.', 'وصل القطار.'],
    ['has no folded text', '<details><summary>مزيد</summary>\n\nجدول.\n\n</details>\n\nوصل القطار.', 'وصل القطار.'],
    [
      'has no captions of figures in HTML',
      '<figure><img src="a.jpg"><figcaption>محطة</figcaption></figure>\n\nوصل.',
      'وصل.',
    ],
    [
      'ends where a text announces what is left out',
      'وصل القطار. ومواعيده:\n\n- بنها\n- طنطا\n\nنزل الركاب.',
      'وصل القطار. ومواعيده…',
    ],
    ['is a list if there is nothing else', '## المواعيد\n\n- [ ] بنها\n- طنطا.\n- دسوق', 'بنها، طنطا. دسوق'],
    [
      'is the caption of a picture if there is nothing else',
      '## صورة\n\n![بديل](a.jpg "محطة القطار | عدسة هند")',
      'محطة القطار',
    ],
    ['is empty for a table alone', '| محطة | ساعة |\n|---|---|\n| بنها | 7 |', ''],
    ['is empty for a picture without a caption', '![بديل](a.jpg)', ''],
  ])('%s', async (_, text, expected) => {
    expect((await render(text)).excerpt).toBe(expected);
  });

  it('ends between words', async () => {
    const { excerpt } = await render(`${'وصل القطار السريع '.repeat(20)}.`);
    expect(excerpt.length).toBeLessThanOrEqual(200);
    expect(excerpt).toMatch(/ (وصل|القطار|السريع)…$/);
  });

  it('has neither the labels nor the content of components, unless there is nothing else', async () => {
    const box = '<FactBox title="أرقام">\n\nسبع عربات.\n\n</FactBox>\n\n<PullQuote by="هند">\n\nمضى.\n\n</PullQuote>';
    expect((await renderMdx(`${box}\n\nوصل القطار.`)).excerpt).toBe('وصل القطار.');
    expect((await renderMdx(box)).excerpt).toBe('سبع عربات. مضى.');
  });
});

test('what an excerpt leaves out is found by the search all the same', async () => {
  const { text } = await render(
    '## الوصول\n\n![](a.jpg "محطة | هند")\n\n| بنها | 7 |\n|---|---|\n\nوصل.[^1]\n\n[^1]: بيان.',
  );
  expect(text).toBe('الوصول\nمحطة هند\nبنها 7\nوصل.\nبيان.');
});
