import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findSamplePages } from '../support/sample-pages.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { site, origin, newPage } = await visitSite(sampleSite());
const { front, articles, category } = findSamplePages(site);

/** The URL path of an updated article: such a page replaces an absolute date with a relative one while it loads. */
const updated = articles.find((address) => site.read(`${address.slice(1)}index.html`).includes('آخر تحديث :'));
if (updated === undefined) throw new Error('No article of the sample site was updated.');

/** A page that is called old while it loads. */
const corrected =
  articles.find((address) => site.read(`${address.slice(1)}index.html`).includes('id="correction-2022')) ?? '';

const pages: [name: string, address: string][] = [
  ['the front page', front],
  ['an updated article', updated],
  ['an old article with a correction', corrected],
  ['a category', category],
];

describe.each([390, 1280])('at %i px nothing moves while the page loads, with fonts 700 ms late', (width) => {
  it.each(pages)('%s', async (_, address) => {
    const page = await newPage({ width, height: 844 });
    await delayFonts(page, 700);
    await recordShifts(page);
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    await scrollThrough(page);
    expect(await shifts(page)).toEqual([]);
  });
});

describe('the measurement', () => {
  it('finds a layout shift when there is one', async () => {
    const page = await newPage({ width: 390, height: 844 });
    await recordShifts(page);
    await page.goto(origin + front, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      const block = document.createElement('div');
      block.style.blockSize = '300px';
      document.querySelector('main')?.prepend(block);
    });
    await expect.poll(() => shifts(page)).not.toEqual([]);
  });
});

async function delayFonts(page: Page, milliseconds: number): Promise<void> {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue();
  });
}

interface ShiftWindow {
  recordedShifts: { value: number; moved: string[] }[];
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node?: Node }[];
}

async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: ShiftWindow['recordedShifts'] = [];
    (globalThis as unknown as ShiftWindow).recordedShifts = recorded;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const moved = entry.sources.map(({ node }) => (node as Element | undefined)?.outerHTML?.slice(0, 100) ?? '');
        recorded.push({ value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(300);
}

function shifts(page: Page): Promise<ShiftWindow['recordedShifts']> {
  return page.evaluate(() => (globalThis as unknown as ShiftWindow).recordedShifts);
}
