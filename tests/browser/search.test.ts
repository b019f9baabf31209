import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { strings } from '../../src/strings/interface.ts';
import { violations } from '../support/axe.ts';
import { textOf } from '../support/browser.ts';
import { inlineHashes } from '../support/inline-hashes.ts';
import { reference } from '../support/newsroom.ts';
import { serveDirectory } from '../support/serve.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { site, origin, newPage } = await visitSite(referenceSite());

describe('the search page', () => {
  it('finds an article by a word of its text, announces the number of results and leads to it', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(`${origin}/search/`);
    await page.getByRole('combobox', { name: 'ابحث في الموقع' }).fill('المهندس');
    await page.getByRole('button', { name: 'ابحث' }).click();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    await page.getByRole('link', { name: reference.title }).click();
    await page.waitForURL(`${origin}/${reference.id}/?q=*`);
  });

  it('keeps the query in its URL, so that a search can be sent to somebody', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('link', { name: reference.title }).waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('المهندس');
  });

  it('says so when nothing is found', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('زرافة')}`);
    await page.getByRole('status').filter({ hasText: 'لا نتائج. جرّب كلمة أخرى، أو كلمات أقل.' }).waitFor();
  });

  it('says so when the index cannot be reached', async () => {
    const page = await newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('status').filter({ hasText: 'تعذّر البحث.' }).waitFor();
  });

  it('searches in the page itself when the browser starts no worker', async () => {
    const page = await newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('link', { name: reference.title }).waitFor();
  });

  it('says without JavaScript that it needs JavaScript', async () => {
    const page = await newPage({ javaScript: false });
    await page.goto(`${origin}/search/`);
    expect(await textOf(page.locator('main'))).toContain('يحتاج البحث إلى تفعيل جافاسكربت');
  });
});

describe('what readers type', () => {
  it.each([
    ['a word without its hamza', 'الاعمدة'],
    ['ه for ة', 'المدرسه'],
    ['a word with tashkeel', 'الطَّريق'],
    ['a word with tatweel', 'الجـــسر'],
    ['a word without its article', 'مهندس'],
    ['a word with the proclitic و', 'والمدرسة'],
    ['a broken plural', 'المهندسين'],
    ['several words', 'المهندس والشتاء'],
    ['a phrase', '«المهندس المشرف»'],
    ['a word without one of its letters', 'المهنس'],
    ['the beginning of a word', 'المهند'],
  ])('finds the article by %s: %s', async (_, query) => {
    const page = await newPage({ width: 360 });
    await page.goto(`${origin}/search/`);
    await page.getByRole('combobox').pressSequentially(query);
    await page.getByRole('link', { name: reference.title }).waitFor();
  });

  it('is highlighted as whole words, here and in the article', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('مهندس')}`);
    const result = page.getByRole('listitem').filter({ hasText: reference.title });
    await result.getByText('المهندس', { exact: true }).first().waitFor();
    expect(await result.locator('mark').allTextContents()).toContain('المهندس');
    await result.getByRole('link').click();
    await page.locator('.prose mark').first().waitFor();
    expect(new Set(await page.locator('mark').allTextContents())).toEqual(new Set(['المهندس']));
    expect(await textOf(page.locator('.prose p').first())).toContain('وأضاف المهندس المشرف أن الأعمدة');
  });

  it('is corrected by a link, «هل تقصد …؟»', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهنس')}`);
    await page.getByRole('link', { name: 'هل تقصد «المهندس»؟' }).click();
    await page.waitForURL(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    expect(await page.getByRole('combobox').inputValue()).toBe('المهندس');
    await page
      .getByRole('status')
      .filter({ hasText: /^\s*3 نتائج/ })
      .waitFor();
    expect(await page.getByRole('link', { name: 'هل تقصد' }).count()).toBe(0);
  });

  it('loads nothing of the index before it is typed', async () => {
    const page = await newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
    expect(requests.filter((path) => /pagefind|worker/.test(path))).toEqual([]);
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)> المهندس'],
    ['an override of direction', '\u202Eالمهندس'],
    ['ten thousand characters', 'ب'.repeat(10_000)],
    ['half a character', '\uD83D المهندس'],
  ])('does no harm: %s', async (_, query) => {
    const page = await newPage({ width: 360 });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('dialog', (dialog) => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${origin}/search/`);
    await page.getByRole('combobox').fill(query);
    await page.locator('[data-search][data-state=done]').waitFor();
    expect(errors).toEqual([]);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.title()).not.toMatch(/[\u202A-\u202E]/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.reload();
    await page.locator('[data-search][data-state=done]').waitFor();
  });
});

describe('results', () => {
  const titles = (page: Page): Promise<string[]> => page.getByRole('listitem').getByRole('heading').allTextContents();

  it('are filtered and sorted, and the URL and the browser’s history keep the choice', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    await page.getByText('تضييق النتائج وترتيبها').click();
    await page.getByLabel('القسم').selectOption({ label: 'ثقافة (1)' });
    await page.getByRole('status').filter({ hasText: 'نتيجة واحدة' }).waitFor();
    expect(await titles(page)).toEqual([reference.related]);
    expect(new URL(page.url()).searchParams.get('section')).toBe('ثقافة');
    // The choice within a filter does not narrow that filter's own counts.
    expect(await page.getByLabel('القسم').locator('option').allTextContents()).toEqual([
      'كل الأقسام',
      `${reference.category} (2)`,
      'ثقافة (1)',
    ]);
    // What leaves nothing to choose is not there.
    const choices = await page
      .locator('[data-search-narrowing] select:visible')
      .evaluateAll((selects) => selects.map((select) => (select as HTMLSelectElement).options.length));
    expect(Math.min(...choices)).toBeGreaterThan(1);

    await page.reload();
    await page.getByRole('status').filter({ hasText: 'نتيجة واحدة' }).waitFor();
    expect(await page.getByLabel('القسم').inputValue()).toBe('ثقافة');

    await page.goBack();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    expect(await page.getByLabel('القسم').inputValue()).toBe('');

    await page.getByLabel('الترتيب').selectOption('الأحدث أولًا');
    await page.waitForURL('**sort=date');
    await page.locator('[data-state=done]').waitFor();
    expect(await titles(page)).toEqual([reference.title, reference.inSection, reference.related]);
  });

  it('are announced as none when the filters leave none, with a button that removes the filters', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}&tag=${encodeURIComponent('رياضة')}`);
    await page.getByRole('status').filter({ hasText: 'لا نتائج فيما اخترت. وسّع اختيارك أو ألغِه.' }).waitFor();
    await page.getByRole('button', { name: 'ألغِ التضييق' }).click();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    expect(page.url()).toBe(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
  });

  it('are reached, opened and left by the keyboard alone', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('المهند', { delay: 20 });
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[role=option][aria-selected=true]').textContent()).toBe('المهندس');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    expect(await focused()).toBe('query');
    const [first, second] = await titles(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('query');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/[a-z0-9]{5}\/\?q=/);
    await page.goBack();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
  });

  it('stay when further ones fail, which is said, and the next attempt loads those', async () => {
    const page = await newPage({ width: 360 });
    await page.setViewportSize({ width: 360, height: 250 });
    await page.route(/in-page-engine/, (route) => route.abort());
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    expect(await titles(page)).toHaveLength(2);
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = () => {
        Worker.prototype.postMessage = postMessage;
        throw new Error('The worker is gone');
      };
    });
    await page.mouse.wheel(0, 300);
    await page.getByRole('status').filter({ hasText: 'تعذّر البحث.' }).waitFor();
    expect(await page.locator('[data-search]').getAttribute('data-state')).toBe('done');
    expect(await titles(page)).toHaveLength(2);
    await page.getByRole('button', { name: strings.search.more }).click();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    expect(await titles(page)).toHaveLength(3);
  });

  it('are of the word that was meant when it was typed on the wrong keyboard, and say so', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('hglik]s')}`);
    await page.getByRole('status').filter({ hasText: 'هذه نتائج «\u2068المهندس\u2069».' }).waitFor();
    expect(await titles(page)).not.toEqual([]);
  });

  it('are of the query as typed when the script that reads it otherwise cannot be loaded', async () => {
    const page = await newPage();
    await page.route(/other-readings/, (route) => route.abort());
    await page.goto(`${origin}/search/?q=${encodeURIComponent('hglik]s')}`);
    await page.locator('[data-state=done]').waitFor();
    expect(await page.getByRole('status').textContent()).not.toContain('هذه نتائج');
  });

  it.each(['light', 'dark'] as const)('have nothing that axe finds wrong: %s', async (theme) => {
    const page = await newPage({ width: 360, theme });
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهند')}&sort=date`);
    await page.locator('[data-state=done]').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('cost at most 20 KB of our own scripts, compressed by Brotli', () => {
    const directory = path.join(site.directories.outputDirectory, '_astro');
    const own = readdirSync(directory).filter((name) => /^(Search|search-worker)[.-].*\.js$/.test(name));
    expect(own.length).toBeGreaterThanOrEqual(2);
    const bytes = own.map((name) => brotliCompressSync(readFileSync(path.join(directory, name))).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(20_000);
  });

  it('work under a strict Content Security Policy', async () => {
    const strict = await serveDirectory(site.directories.outputDirectory, (html) => {
      const { scripts, styles } = inlineHashes(html);
      return {
        'content-security-policy': [
          "default-src 'none'",
          `script-src 'self' 'wasm-unsafe-eval' ${scripts}`,
          `style-src 'self' ${styles}`,
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "worker-src 'self'",
        ].join('; '),
      };
    });
    try {
      const page = await newPage();
      const refusals: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) refusals.push(message.text());
      });
      await page.goto(`${strict.origin}/search/?q=${encodeURIComponent('المهندس')}`);
      await page.getByRole('link', { name: reference.title }).click();
      await page.locator('.prose mark').first().waitFor();
      expect(refusals).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

describe('a URL without a page', () => {
  it('answers 404 with a search, the sections and the way home', async () => {
    const page = await newPage({ width: 360 });
    const response = await page.goto(`${origin}/${encodeURIComponent('ليس-هنا')}/`);
    expect(response?.status()).toBe(404);
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('الصفحة غير موجودة');
    const main = page.getByRole('main');
    for (const name of [reference.category, 'ثقافة', strings.notFound.home]) {
      expect(await main.getByRole('link', { name, exact: true }).first().isVisible(), name).toBe(true);
    }
    await main.getByRole('searchbox').fill('المهندس');
    await main.getByRole('button').click();
    await page.getByRole('link', { name: reference.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/search/');
  });
});
