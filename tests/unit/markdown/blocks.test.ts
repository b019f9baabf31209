import { describe, expect, it } from 'vitest';
import { defaultLabels } from '../../../src/markdown/labels.ts';
import { html, render } from './render.ts';

describe('a table', () => {
  const table = '| أ | ب | ج | د |\n|:---|---:|:---:|---|\n| ١ | ٢ | ٣ | ٤ |';

  it('aligns its columns without left or right: what is written first is the start', async () => {
    expect(await html(table)).toContain(
      '<th data-align="start" scope="col">أ</th>\n<th data-align="end" scope="col">ب</th>\n<th data-align="center" scope="col">ج</th>\n<th scope="col">د</th>',
    );
    expect(await html(table)).toContain(
      '<td data-align="start">١</td>\n<td data-align="end">٢</td>\n<td data-align="center">٣</td>\n<td>٤</td>',
    );
    expect(await html(table)).not.toMatch(/left|right|style|\salign/);
  });

  it('scrolls in a frame that has a name of its own', async () => {
    const body = await html(`${table}\n\n${table}\n\n<table><tr><td align="right">س</td></tr></table>`);
    expect(body.match(/<div[^>]*><table>/g)).toEqual([
      '<div class="table-scroll" role="region" tabindex="0" aria-label="الجدول 1"><table>',
      '<div class="table-scroll" role="region" tabindex="0" aria-label="الجدول 2"><table>',
      '<div class="table-scroll" role="region" tabindex="0" aria-label="الجدول 3"><table>',
    ]);
    expect(body).toContain('<td data-align="end">س</td>');
  });

  it('has no header where the corner is empty', async () => {
    expect(await html('| | ب |\n|---|---|\n| ١ | ٢ |')).toContain('<td></td>\n<th scope="col">ب</th>');
  });
});

describe('a footnote', () => {
  const text = 'قال[^مصدر] ثم[^١] ثم[^مصدر].\n\n[^١]: الثانية.\n[^مصدر]: الأولى، **غليظة**.\n[^لا]: لا أحد يذكرها.';

  it('is Arabic throughout, and its ids are ASCII', async () => {
    const body = await html(text);
    expect(body).toContain(
      '<section data-footnotes class="footnotes"><h2 class="footnotes-title" id="footnote-label">الحواشي</h2>',
    );
    expect(body).toContain(
      'قال<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>',
    );
    expect(body).toContain('id="fnref-1-2"');
    expect(body).toContain('<li id="fn-1">\n<p>الأولى، <strong>غليظة</strong>.');
    expect([...body.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
      'العودة إلى موضع الحاشية 1 من النص',
      'العودة إلى الموضع 2 للحاشية 1 من النص',
      'العودة إلى موضع الحاشية 2 من النص',
    ]);
    expect(body).not.toMatch(/لا أحد|Footnotes|reference|id="[^"]*[^\x20-\x7e"][^"]*"/);
  });

  it('leads somewhere and back', async () => {
    const body = await html(text);
    const ids = new Set([...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
    const targets = [...body.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href);
    expect(targets.filter((target) => !ids.has(target ?? ''))).toEqual([]);
    expect(targets).toHaveLength(6);
  });

  it('takes the words that a site gives', async () => {
    const labels = { ...defaultLabels, footnotes: 'هوامش' };
    expect(await html(text, { labels })).toContain('>هوامش</h2>');
    expect(await html(text)).toContain('>الحواشي</h2>');
  });

  it('counts in the text, its mark and its heading do not', async () => {
    const { text: read, headings } = await render(text);
    expect(read).toBe('قال ثم ثم.\nالأولى، غليظة.\nالثانية.');
    expect(headings).toEqual([]);
  });
});

describe('code', () => {
  it('in a block reads from left to right, and scrolls from the keyboard', async () => {
    expect(await html('```js\nconst a = "<b>";\n```')).toBe(
      '<pre dir="ltr" tabindex="0"><code class="language-js">const a = "&#x3C;b>";\n</code></pre>',
    );
  });

  it('in a line goes as its text goes', async () => {
    expect(await html('اكتب `npm ci` ثم <code dir="ltr">x</code>')).toBe(
      '<p>اكتب <code dir="auto">npm ci</code> ثم <code dir="ltr">x</code></p>',
    );
  });
});

describe('other marks', () => {
  it.each([
    ['strike', '~~خطأ~~', '<p><del>خطأ</del></p>'],
    ['leave one tilde alone', 'من ~5 إلى ~6', '<p>من ~5 إلى ~6</p>'],
    [
      'name the boxes of a task list',
      '- [x] كتابة\n- [ ] نشر',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="مُنجَز"> كتابة</li>\n<li class="task-list-item"><input type="checkbox" disabled aria-label="لم يُنجَز بعد"> نشر</li>\n</ul>',
    ],
    ['leave quotations plain', '> قال نعم', '<blockquote>\n<p>قال نعم</p>\n</blockquote>'],
    ['are set as Arabic is', 'قال "نعم" .. ثم -- مضى ، وقال...', '<p>قال «نعم»… ثم – مضى، وقال…</p>'],
    ['keep tashkeel, tatweel and joiners', 'اللُّغَةُ الأخبـــار می‌خواهم', '<p>اللُّغَةُ الأخبـــار می‌خواهم</p>'],
  ])('%s', async (_, text, expected) => {
    expect(await html(text)).toBe(expected);
  });
});
