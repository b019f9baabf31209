import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());

describe('the button that copies the short link', () => {
  it('copies it and says so', async () => {
    const page = await newPage({ clipboard: true });
    await pressCopy(page);
    await announcement(page, 'تم النسخ');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference.shortLink);
  });

  it('still copies it when the clipboard is refused', async () => {
    const page = await newPage({ clipboard: true });
    await page.addInitScript(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
      });
    });
    await pressCopy(page);
    await announcement(page, 'تم النسخ');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference.shortLink);
  });

  it('selects it for the reader when the browser refuses every way of copying', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await pressCopy(page);
    await announcement(page, 'تعذّر النسخ. حُدِّد الرابط لتنسخه بنفسك.');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(reference.shortLink);
  });

  it('works from the keyboard', async () => {
    const page = await newPage({ clipboard: true });
    await page.goto(`${origin}/${reference.id}/`);
    await page.locator('input[readonly]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await announcement(page, 'تم النسخ');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });
});

async function pressCopy(page: Page): Promise<void> {
  await page.goto(`${origin}/${reference.id}/`);
  await page.getByRole('button', { name: 'نسخ الرابط' }).click();
}

/** Waits until a live region, which screen readers announce, contains these words. */
async function announcement(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 5000 });
}
