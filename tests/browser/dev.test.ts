import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openBrowser, textOf } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { writeContent } from '../support/write-content.ts';

const directory = await mkdtemp(path.join(inject('temporaryRoot'), 'dev-'));
const directories = {
  contentDirectory: path.join(directory, 'content'),
  outputDirectory: path.join(directory, 'site'),
  cacheDirectory: path.join(directory, 'cache'),
};
const nextYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString();

await writeContent(directories.contentDirectory, {
  ...smallestSite,
  'articles/draft.md': draft('عنوان أول', 'huda'),
  'articles/future.md': markdown(
    { title: 'خبر الغد', author: 'huda', date: nextYear, category: 'world', id: 'f7t7r' },
    'متن.',
  ),
});
await writeContent(directories.contentDirectory, {
  'public/files/report.pdf': '%PDF-1.4',
  'theme/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M0 0h9v9z"/></svg>',
});
const origin = await startDevServer(directories);
const browser = await openBrowser();

const opened: Page[] = [];
async function newPage(): Promise<Page> {
  const page = await browser.newPage();
  opened.push(page);
  return page;
}
// A page that stays open is loaded again after each edit of the tests after it.
afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));

describe('npm run dev', () => {
  it('shows drafts and future articles, and says that the public does not see them', async () => {
    const page = await newPage();
    await page.goto(`${origin}/d5f4t/`);
    expect(await textOf(page.locator('main'))).toContain('مسودة: لا يظهر هذا المقال في الموقع المنشور.');
    await page.goto(`${origin}/f7t7r/`);
    expect(await textOf(page.locator('main'))).toContain('مؤجَّل: يظهر هذا المقال في الموقع المنشور ابتداءً من');
    await page.goto(origin);
    expect(await page.getByRole('link', { name: 'خبر الغد' }).count()).toBeGreaterThan(0);
  });

  it('serves the files of the newsroom, and the icons that are made of its drawing', async () => {
    const load = async (path: string) => {
      const response = await fetch(`${origin}${path}`);
      return [response.headers.get('content-type'), (await response.text()).slice(0, 60)];
    };
    expect(await load('/files/report.pdf')).toEqual(['application/pdf', '%PDF-1.4']);
    expect(await load('/favicon.svg')).toEqual(['image/svg+xml', expect.stringContaining('viewBox="0 0 64 64"')]);
    expect(await load('/apple-touch-icon.png')).toEqual(['image/png', expect.stringContaining('PNG')]);
    expect(await load('/manifest.webmanifest')).toEqual([
      'application/manifest+json',
      expect.stringContaining('"name": "صدى"'),
    ]);
  });

  it('shows an edit immediately, in the page that is open', async () => {
    const page = await newPage();
    await listening(page, () => page.goto(`${origin}/d5f4t/`));
    await writeContent(directories.contentDirectory, { 'articles/draft.md': draft('عنوان ثانٍ', 'huda') });
    await page.getByRole('heading', { level: 1, name: 'عنوان ثانٍ' }).waitFor({ timeout: 15_000 });
  });

  it('shows errors in Arabic in the place of the page until they are corrected', async () => {
    const page = await newPage();
    await listening(page, () => page.goto(`${origin}/d5f4t/`));
    await listening(page, async () => {
      await writeContent(directories.contentDirectory, { 'articles/draft.md': draft('عنوان ثالث', 'hudaa') });
      await page.getByText('لا كاتب في authors باسم «hudaa»').first().waitFor({ timeout: 15_000 });
    });
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await textOf(page.getByRole('heading', { level: 3 }).first())).toBe('الملف articles/draft.md، السطر 3');
    expect(await textOf(page.locator('pre').nth(1))).toBe('author: huda');
    expect((await fetch(`${origin}/d5f4t/`)).status).toBe(500);
    await writeContent(directories.contentDirectory, { 'articles/draft.md': draft('عنوان رابع', 'huda') });
    await page.getByRole('heading', { level: 1, name: 'عنوان رابع' }).waitFor({ timeout: 15_000 });
  });

  it('shows the other pages meanwhile, with the errors in a bar at their foot', async () => {
    const page = await newPage();
    await listening(page, () => page.goto(`${origin}/f7t7r/`));
    await listening(page, async () => {
      await writeContent(directories.contentDirectory, {
        'articles/draft.md': '---\ntitle: "عنوان\nid: d5f4t\n---\nنص.',
      });
      await page.locator('.problem-bar', { hasText: 'articles/draft.md' }).waitFor({ timeout: 15_000 });
    });
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('خبر الغد');
    const answers = ['/', '/c/world/', '/a/huda/', '/search/', '/rss.xml', '/d5f4t/'].map(async (path) => {
      return [path, (await fetch(origin + path)).status];
    });
    expect(Object.fromEntries(await Promise.all(answers))).toEqual({
      '/': 200,
      '/c/world/': 200,
      '/a/huda/': 200,
      '/search/': 200,
      '/rss.xml': 200,
      '/d5f4t/': 500,
    });
    await writeContent(directories.contentDirectory, { 'articles/draft.md': draft('عنوان رابع', 'huda') });
    await page.locator('.problem-bar').waitFor({ state: 'detached', timeout: 15_000 });
  });

  it('shows errors of the settings in the place of every page', async () => {
    const page = await newPage();
    await listening(page, () => page.goto(`${origin}/f7t7r/`));
    await listening(page, async () => {
      await writeContent(directories.contentDirectory, { 'site.yaml': 'title: صدى\nurl: https://sada.example\n' });
      await page.getByText('ينقص المفتاح «description»').waitFor({ timeout: 15_000 });
    });
    expect((await fetch(origin)).status).toBe(500);
    await writeContent(directories.contentDirectory, { 'site.yaml': String(smallestSite['site.yaml']) });
    await page.getByRole('heading', { level: 1, name: 'خبر الغد' }).waitFor({ timeout: 15_000 });
  });
});

/** Waits until the page that `load` opens is connected to the server: an edit that is saved earlier would be missed. */
async function listening(page: Page, load: () => Promise<unknown>): Promise<void> {
  const connected = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
  await load();
  await connected;
}

function draft(title: string, author: string): string {
  return markdown({ title, author, date: '2022-02-01', category: 'world', id: 'd5f4t', draft: true }, 'نص.');
}
