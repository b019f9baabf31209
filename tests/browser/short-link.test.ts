import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());

describe.each(['.article-tools', '.colophon'])('in %s, the button that copies the short link', (place) => {
  it('copies it and says so', async () => {
    const page = await newPage({ clipboard: true });
    await pressCopy(page, place);
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
    await pressCopy(page, place);
    await announcement(page, 'تم النسخ');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference.shortLink);
  });

  it('selects it for the reader when the browser refuses every way of copying', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await pressCopy(page, place);
    await announcement(page, 'تعذّر النسخ. حُدِّد الرابط لتنسخه بنفسك.');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(reference.shortLink);
  });

  it('works from the keyboard', async () => {
    const page = await newPage({ clipboard: true });
    await page.goto(`${origin}/${reference.id}/`);
    await page.locator(place).getByRole('button', { name: 'نسخ الرابط' }).focus();
    await page.keyboard.press('Enter');
    await announcement(page, 'تم النسخ');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  it('copies the whole address too when the reader selects what is shown', async () => {
    const page = await newPage({ width: 320 });
    await page.goto(`${origin}/${reference.id}/`);
    const selected = await page.locator(`${place} .address`).evaluate((address) => {
      getSelection()?.selectAllChildren(address);
      return getSelection()?.toString();
    });
    expect(selected).toBe(reference.shortLink);
  });

  it.each([320, 360])('shows the id whole at %i px', async (width) => {
    const page = await newPage({ width });
    await page.goto(`${origin}/${reference.id}/`);
    const edges = await page.locator(`${place} .address`).evaluate((address, id) => {
      const text = [...(address.firstElementChild?.childNodes ?? [])].find(
        ({ nodeType }) => nodeType === Node.TEXT_NODE,
      );
      const range = document.createRange();
      if (text) range.setStart(text, text.textContent?.indexOf(id) ?? 0);
      if (text) range.setEnd(text, text.textContent?.length ?? 0);
      const [shown, field] = [range.getBoundingClientRect(), address.getBoundingClientRect()];
      return [shown.width - 20, shown.left - field.left, field.right - shown.right];
    }, `/${reference.id}`);
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(0);
  });
});

async function pressCopy(page: Page, place: string): Promise<void> {
  await page.goto(`${origin}/${reference.id}/`);
  await page.locator(place).getByRole('button', { name: 'نسخ الرابط' }).click();
}

/** Waits until a live region, which screen readers announce, contains these words. */
async function announcement(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 5000 });
}
