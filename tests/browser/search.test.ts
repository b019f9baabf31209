import { describe, expect, it } from 'vitest';
import { textOf } from '../support/browser.ts';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());

describe('the search page', () => {
  it('finds an article by a word of its text, announces the number of results and leads to it', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(`${origin}/search/`);
    await page.getByRole('searchbox', { name: 'ابحث في الموقع' }).fill('المهندس');
    await page.getByRole('button', { name: 'ابحث' }).click();
    await page.getByRole('status').filter({ hasText: '3 نتائج' }).waitFor();
    await page.getByRole('link', { name: reference.title }).click();
    await page.waitForURL(`${origin}/${reference.id}/`);
  });

  it('keeps the query in its address, so that a search can be sent to somebody', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('link', { name: reference.title }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('المهندس');
  });

  it('says so where nothing is found', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('زرافة')}`);
    await page.getByRole('status').filter({ hasText: 'لا نتائج. جرّب كلمة أخرى، أو كلمات أقل.' }).waitFor();
  });

  it('says so where the index cannot be reached', async () => {
    const page = await newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${origin}/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('status').filter({ hasText: 'تعذّر البحث.' }).waitFor();
  });

  it('says without JavaScript what it needs', async () => {
    const page = await newPage({ javaScript: false });
    await page.goto(`${origin}/search/`);
    expect(await textOf(page.locator('main'))).toContain('يحتاج البحث إلى تفعيل جافاسكربت');
  });
});

describe('an address where nothing is', () => {
  it('answers 404 with a search, the sections and the latest stories', async () => {
    const page = await newPage({ width: 360 });
    const response = await page.goto(`${origin}/${encodeURIComponent('ليس-هنا')}/`);
    expect(response?.status()).toBe(404);
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('الصفحة غير موجودة');
    const main = page.getByRole('main');
    for (const name of [reference.category, 'ثقافة', reference.title]) {
      expect(await main.getByRole('link', { name, exact: true }).first().isVisible(), name).toBe(true);
    }
    await main.getByRole('searchbox').fill('المهندس');
    await main.getByRole('button').click();
    await page.getByRole('link', { name: reference.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/search/');
  });
});
