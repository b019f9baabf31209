import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frontPageMoments } from '../../../../src/library/content/front-page.ts';
import { openLibrary } from '../../../../src/library/library.ts';
import type { Library } from '../../../../src/library/types.ts';
import { markdown, smallestSite } from '../../../support/newsroom.ts';
import { type Files, writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'front-page-'));
});

afterEach(() => rm(root, { recursive: true }));

const article = (id: string, matter: Record<string, unknown> = {}): Files => ({
  [`articles/${id}.md`]: markdown(
    { title: `خبر ${id}`, author: 'huda', date: '2026-01-01', category: 'world', id, ...matter },
    'متن.',
  ),
});
const { 'articles/first.md': _, ...withoutArticles } = smallestSite;
const newsroom: Files = {
  ...withoutArticles,
  ...article('e2c8p'),
  ...article('b6t4x'),
  ...article('n9f2r', { date: '2026-01-09' }),
  'categories/views.yaml': 'name: رأي\naliases: [opinions-old]\n',
  'authors/huda.yaml': 'name: هدى السالم\nimage: huda.svg\n',
  'authors/huda.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h9v9z"/></svg>',
};

async function open(files: Files, now = '2026-01-05T12:00:00Z'): Promise<Library> {
  const contentDirectory = path.join(root, 'content');
  await rm(contentDirectory, { recursive: true, force: true });
  await writeContent(contentDirectory, { ...newsroom, ...files });
  return openLibrary({
    contentDirectory,
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.parse(now),
    includeUnpublished: false,
    fingerprint: 'engine',
  });
}

describe('the front page by its editors', () => {
  it('is what site.yaml says if there is no front-page.yaml', async () => {
    const { frontPage, problems } = await open({
      'site.yaml': `${smallestSite['site.yaml']}front-page: { lead: [b6t4x, e2c8p] }\n`,
    });
    expect(problems).toEqual([]);
    expect(frontPage).toMatchObject({ layout: 'ordinary', lead: 'b6t4x', seconds: ['e2c8p'] });
  });

  it('lets an article that is not published yet fall away, and has it back once it is', async () => {
    const files = { 'front-page.yaml': 'lead: n9f2r\nseconds: [n9f2r, e2c8p]\n' };
    const before = await open(files);
    expect(before.problems).toEqual([]);
    expect(before.frontPage).toMatchObject({ seconds: ['e2c8p'] });
    expect(before.frontPage.lead).toBeUndefined();
    expect(before.notices.filter((notice) => notice.includes('n9f2r'))).toHaveLength(2);
    expect((await open(files, '2026-01-10T00:00:00Z')).frontPage.lead).toBe('n9f2r');
  });

  it('holds a pinned story until its moment, which the agenda knows', async () => {
    const files = { 'front-page.yaml': 'pinned: [{ article: e2c8p, until: 2026-01-05 13:00 }, b6t4x]\n' };
    const { frontPage, articles } = await open(files);
    expect(frontPage.pinned.map(({ id }) => id)).toEqual(['e2c8p', 'b6t4x']);
    const byId = new Map(articles.map((matter) => [matter.id, { matter }]));
    expect(frontPageMoments(frontPage, byId)).toEqual([
      { at: '2026-01-05T13:00:00.000Z', kind: 'pin-ends', file: 'front-page.yaml', title: 'خبر e2c8p' },
    ]);
    const after = await open(files, '2026-01-05T13:00:00Z');
    expect(after.frontPage.pinned.map(({ id }) => id)).toEqual(['b6t4x']);
    expect(after.notices).toEqual(expect.not.arrayContaining([expect.stringContaining('e2c8p')]));
  });

  it('knows sections and series by former ids too', async () => {
    const { frontPage, problems } = await open({
      'front-page.yaml': 'blocks: [{ opinion: opinions-old }, { series: streams }]\n',
      'series/rivers.yaml': 'title: ملف الأنهار\naliases: [streams]\n',
    });
    expect(problems).toEqual([]);
    expect(frontPage.blocks).toEqual([
      { kind: 'opinion', id: 'views' },
      { kind: 'series', id: 'rivers' },
    ]);
    expect(frontPage.opinionSections).toEqual(['views']);
  });

  it.each([
    ['front-page.yaml', 'blocks:\n  - section: wrld\n', 2, '  - section: world'],
    ['front-page.yaml', 'blocks:\n  - series: rivrs\n', 2, '  - series: rivers'],
    ['front-page.yaml', 'blocks:\n  - choice:\n      articles:\n        - e2c8q\n', 4, '        - e2c8p'],
    ['front-page.yaml', 'pinned:\n  - article: e2c8q\n    until: 2020-01-01\n', 2, '  - article: e2c8p'],
    ['categories/world.yaml', 'name: العالم\nlead: [b6t4x, e2c8q]\n', 2, 'lead: [b6t4x, e2c8p]'],
  ])('tells a wrong id with its line and the nearest: %s %j', async (file, text, line, suggestion) => {
    const { problems } = await open({ 'series/rivers.yaml': 'title: ملف الأنهار\n', [file]: text });
    expect(problems.map((problem) => [problem.file, problem.line, problem.suggestion])).toEqual([
      [file, line, suggestion],
    ]);
  });
});
