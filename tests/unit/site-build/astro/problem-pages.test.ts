import { expect, it } from 'vitest';
import { readableLibrary } from '../../../../src/library/readable-library.ts';
import type { Problem } from '../../../../src/schema/problem.ts';
import { writeProblemBar, writeProblemPage } from '../../../../src/site-build/astro/problem-page.ts';
import { problemsOfPage } from '../../../../src/site-build/astro/problem-pages.ts';
import { article, library, site } from '../../../support/library.ts';

const problem = (file: string): Problem => ({ file, line: 3, message: 'خطأ.' });
const known = library(
  [article(1), article(2, { authors: ['nobody'] }), article(3, { file: 'articles/third.mdx', authors: ['nobody'] })],
  {
    authors: [{ id: 'salma', name: 'سلمى', image: 'salma.jpg', links: [] }],
    categories: [{ id: 'world', name: 'العالم' }],
  },
);

it.each<[file: string, page: string]>([
  ['site.yaml', '/anything/'],
  ['style.yaml', '/'],
  ['theme/site.css', '/'],
  ['theme/slots/footer.html', '/a0001/'],
  ['theme/components/Chart.astro', '/a0003/'],
  ['articles/2026/01/a0001.md', '/a0001/'],
  ['articles/unread.md', '/k7q3m/'],
  ['pages/about.md', '/about/'],
  ['authors/salma.yaml', '/a/salma/'],
  ['authors/salma.yaml', '/a/salma/2/'],
  ['categories/world.yaml', '/c/world/'],
  ['authors/nobody.yaml', '/a0002/'],
])('a problem in %s is shown at %s', async (file, page) => {
  const text = '---\ntitle: "نص\nid: k7q3m\n---\n';
  expect(await problemsOfPage(page, { ...known, problems: [problem(file)] }, async () => text)).toEqual([
    problem(file),
  ]);
});

it.each<[file: string, page: string]>([
  ['articles/2026/01/a0001.md', '/a0002/'],
  ['articles/unread.md', '/'],
  ['authors/salma.yaml', '/a0001/'],
  ['categories/world.yaml', '/a/salma/'],
  ['comments/a0001.json', '/a0001/'],
  ['theme/components/Chart.astro', '/a0001/'],
])('a problem in %s is not shown at %s', async (file, page) => {
  expect(await problemsOfPage(page, { ...known, problems: [problem(file)] }, async () => undefined)).toEqual([]);
});

it('an article that cannot be read is found at its readable permalink too', async () => {
  const readable = {
    ...known,
    site: { ...site, permalink: 'readable' as const },
    problems: [problem('articles/جسر.md')],
  };
  expect(await problemsOfPage('/2026/01/جسر/', readable, async () => '')).toHaveLength(1);
});

it('a library is readable without articles that have a problem or lack their author', () => {
  expect(readableLibrary(known)).toBe(known);
  const { articles, authors } = readableLibrary({ ...known, problems: [problem('authors/salma.yaml')] });
  expect(articles.map(({ id }) => id)).toEqual(['a0001']);
  expect(authors).toEqual([{ id: 'salma', name: 'سلمى', links: [] }]);
  expect(readableLibrary({ ...known, problems: [problem('articles/2026/01/a0001.md')] }).articles).toEqual([]);
});

it('the page of problems names file and line, marks the mistake and shows the corrected line', () => {
  const own = { ...problem('articles/<b>.md'), column: 7, source: 'date: 2026-13-01', suggestion: 'date: 2026-01-13' };
  const page = writeProblemPage([own], [own, problem('articles/c.md')]);
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('<h3>الملف <bdi>articles/&lt;b&gt;.md</bdi>، السطر 3</h3><p>خطأ.</p>');
  expect(page).toContain('<pre dir="auto">date: <mark>2026-13-01</mark></pre>');
  expect(page).toContain('<p>يُكتب هكذا:</p><pre dir="auto" class="corrected">date: 2026-01-13</pre>');
  expect(page).toContain('<h2>أخطاء في ملفات أخرى</h2><section class="problem"><h3>الملف <bdi>articles/c.md</bdi>');
  expect(page).toContain('<script type="module" src="/@vite/client">');
});

it('the bar counts the problems', () => {
  const bar = writeProblemBar([problem('a.md'), problem('b.md')]);
  expect(bar).toContain('<summary>في المحتوى خطآن، ولن يُبنى الموقع قبل إصلاحهما.</summary>');
});
