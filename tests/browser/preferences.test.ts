import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());
const article = `${origin}/${reference.id}/`;

describe('the theme button', () => {
  it('changes the theme, says which one it is now, and keeps it on the next page before anything is painted', async () => {
    const page = await newPage({ theme: 'light' });
    await page.goto(article);
    const paper = await background(page);
    await page.getByRole('button', { name: 'المظهر: تلقائي' }).click();
    await page.getByRole('button', { name: 'المظهر: داكن' }).waitFor();
    const dark = await background(page);
    expect(dark).not.toBe(paper);
    await page.goto(`${origin}/`, { waitUntil: 'commit' });
    await page.locator('body').waitFor({ state: 'attached' });
    expect(await background(page)).toBe(dark);
  });

  it('comes back to the theme of the system', async () => {
    const page = await newPage({ theme: 'light' });
    await page.goto(article);
    const paper = await background(page);
    const button = page.getByRole('button', { name: /^المظهر:/ });
    for (let press = 0; press < 3; press++) await button.click();
    expect(await button.getAttribute('aria-label')).toBe('المظهر: تلقائي');
    expect(await background(page)).toBe(paper);
  });
});

describe('the text-size buttons', () => {
  it('enlarge the text of the article alone, and for the next visit too', async () => {
    const page = await newPage();
    await page.goto(article);
    const before = await sizes(page);
    await page.getByRole('button', { name: 'تكبير الخط' }).click();
    const after = await sizes(page);
    expect(after.body).toBeGreaterThan(before.body);
    expect(after.navigation).toBe(before.navigation);
    await page.reload();
    expect(await sizes(page)).toEqual(after);
  });

  it('make it smaller again', async () => {
    const page = await newPage();
    await page.goto(article);
    const before = await sizes(page);
    await page.getByRole('button', { name: 'تصغير الخط' }).click();
    expect((await sizes(page)).body).toBeLessThan(before.body);
  });
});

describe('on paper', () => {
  it('the article is black on white, with its short link and without buttons', async () => {
    const page = await newPage({ theme: 'dark' });
    await page.goto(article);
    await page.emulateMedia({ media: 'print' });
    expect(await background(page)).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
    expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)).toBe(
      'rgb(0, 0, 0)',
    );
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'التعليق' }).count()).toBe(0);
    expect(await page.getByText('رابط مختصر').first().isVisible()).toBe(true);
  });
});

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

function sizes(page: Page): Promise<{ body: number; navigation: number }> {
  return page.evaluate((words) => {
    const size = (element: Element | null | undefined) =>
      element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN;
    const paragraph = [...document.querySelectorAll('article p')].find((found) => found.textContent?.includes(words));
    return { body: size(paragraph), navigation: size(document.querySelector('nav a')) };
  }, 'قال سكان الحي');
}
