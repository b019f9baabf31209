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

  it.each([
    [320, reference.shortLink],
    [360, reference.shortLink],
    [1280, reference.shortLink],
    [320, 'a.newspaper.with.a.long.name.example/ab3cd'],
    [360, 'a.newspaper.with.a.long.name.example/ab3cd'],
    [1280, 'a.newspaper.with.a.long.name.example/ab3cd'],
  ])('shows it whole without its scheme at %i px: %s', async (width, link) => {
    const page = await newPage({ width });
    await page.goto(`${origin}/${reference.id}/`);
    const shown = link.replace(/^https:\/\/|\/$/g, '');
    const field = page.locator(`${place} .address`);
    const { text, isInside, height } = await field.evaluate((address, end) => {
      const texts = [...(address.firstElementChild?.childNodes ?? [])].filter(({ nodeType }) => nodeType === 3);
      const [domain, id] = texts as [Text, Text];
      domain.data = end.slice(0, end.lastIndexOf('/') + 1);
      id.data = end.slice(domain.length);
      const field = address.getBoundingClientRect();
      const boxes = texts.flatMap((part) => {
        const range = document.createRange();
        range.selectNode(part);
        return [...range.getClientRects()];
      });
      return {
        text: texts.map((part) => part.textContent).join(''),
        isInside: boxes.every(({ left, right }) => left >= field.left && right <= field.right),
        height: address.parentElement?.clientHeight ?? 0,
      };
    }, shown);
    expect(text).toBe(shown);
    expect(isInside).toBe(true);
    expect(height).toBeLessThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
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
