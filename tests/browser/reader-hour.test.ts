import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { strings } from '../../src/strings/interface.ts';
import { breakableConnection } from '../support/breakable-connection.ts';
import { textOf } from '../support/browser.ts';
import { drawnFaces } from '../support/drawn-faces.ts';
import { readFeed } from '../support/feed-parsers.ts';
import { slowDown } from '../support/networks.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

/**
 * What the hour may cost: 434 KB were measured, 366 before photos were WebP only and six records of the search index were one
 * file (docs/decisions/0081 and 0015).
 */
const budget = { bytes: 440_000, shift: 0.02 };
const phone = { width: 360, height: 800 };
/** What the apps that links are shared in add to them. */
const addedByApps = '?utm_source=whatsapp&utm_medium=social&fbclid=IwAR0x1';
const read = {
  path: '/e2c8p/',
  shortLink: 'https://alwarraq.example/e2c8p/',
  title: 'الأقصر تتعلّم كيف تنظر إلى الشمس قبل الكسوف بثمانية أشهر',
  word: 'الكسوف',
};

const { newPage, origin: servedAt } = await visitSite(sampleSite());
const connection = await breakableConnection(servedAt);
afterAll(() => connection.close());
const { origin } = connection;
const page = await newPage(phone);
const hour = await recordHour(page);
await slowDown(page, 'Slow 4G');

/** Each step begins where the one before has led to, as for a reader. */
describe("a reader's hour, on a phone and Slow 4G", () => {
  it('begins at a shared link, in the type of the paper, with the first words on the screen', async () => {
    await page.goto(`${origin}${read.path}${addedByApps}`);
    await page.evaluate(() => document.fonts.ready);
    expect(await textOf(page.locator('h1'))).toBe(read.title);
    for (const selector of ['article h1', '.prose > p']) {
      const faces = (await drawnFaces(page, selector)).flat();
      expect(faces.length).toBeGreaterThan(0);
      expect(faces).not.toContain(false);
    }
    // A machine for tests has no Arabic font: what the fonts move on a phone is measured in stability.test.ts.
    hour.shifts.length = 0;
    expect(await topOfText(page)).toBeLessThan(phone.height);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(read.shortLink);
    expect(await textOf(page.locator('.article-tools bdi'))).toBe(read.shortLink);
    expect(await page.locator('[href*=utm_], [href*=fbclid]').count()).toBe(0);
  });

  it('goes on in larger text, on the next page too', async () => {
    const before = await sizeOfText(page);
    const larger = page.getByRole('button', { name: 'تكبير الخط' });
    if (!(await larger.isVisible())) await page.locator('.text-size summary').click();
    await larger.click();
    const after = await sizeOfText(page);
    expect(after).toBeGreaterThan(before);
    await page.locator('.related a').first().click();
    await page.locator('h1').filter({ hasNotText: read.title }).waitFor();
    expect(await sizeOfText(page)).toBe(after);
    await page.goBack();
  });

  it('saves what is to be read again', async () => {
    await page.getByRole('button', { name: strings.saved.save, exact: true }).first().click();
    await page.getByText(strings.saved.added, { exact: true }).waitFor();
    await page.getByRole('button', { name: strings.saved.saved, exact: true }).first().waitFor();
  });

  it('leads to the section, which a feed follows', async () => {
    const trail = page.getByRole('navigation', { name: strings.navigation.trail });
    const section = trail.getByRole('link').last();
    const name = await textOf(section);
    await section.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const link = page.locator('main a[href$="/rss.xml"]');
    const response = await page.request.get(new URL((await link.getAttribute('href')) ?? '', origin).href);
    expect(response.headers()['content-type']).toMatch(/xml/);
    const feed = readFeed(await response.text(), 'rss');
    expect(feed.title).toContain(name);
    expect(feed.items.map(({ link }) => link)).toContain(read.shortLink);
  });

  it('finds the article by a word of it', async () => {
    await page.getByRole('link', { name: strings.navigation.search }).first().click();
    await page.getByRole('combobox').fill(read.word);
    await page.getByRole('link', { name: read.title }).click();
    await page.waitForURL(`${origin}${read.path}?q=*`);
    await page.locator('.prose mark').first().waitFor();
  });

  it('is told without a connection what can be read, and reads it, with its picture and its type', async () => {
    connection.cut();
    await page.goto(`${origin}/about/`);
    await page.getByRole('heading', { name: strings.saved.noConnection.title }).waitFor();
    await page.getByRole('link', { name: read.title }).click();
    await page.getByRole('heading', { level: 1, name: read.title }).waitFor();
    await expect.poll(() => widthOfPicture(page)).toBeGreaterThan(0);
    await page.evaluate(() => document.fonts.ready);
    expect((await drawnFaces(page, '.prose > p')).flat()).not.toContain(false);
  });

  it('has moved next to nothing until here', () => {
    const moved = hour.shifts.reduce((total, { value }) => total + value, 0);
    expect(moved, JSON.stringify(hour.shifts)).toBeLessThanOrEqual(budget.shift);
  });

  it('ends on paper, with absolute dates and the way back to the article', async () => {
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const dates = await page.locator('article time:visible').allTextContents();
    expect(dates.length).toBeGreaterThan(0);
    for (const date of dates) expect(date).toMatch(/2026|٢٠٢٦/);
    const paper = page.locator('.on-paper');
    expect(await textOf(paper.locator('bdi'))).toBe(read.shortLink);
    expect((await paper.locator('svg').boundingBox())?.width).toBeGreaterThan(80);
    expect(await page.locator(':is(button, input, nav):visible').count()).toBe(0);
  });

  it('has told nobody else, failed nowhere and cost little', () => {
    expect(hour.elsewhere).toEqual([]);
    expect(hour.errors).toEqual([]);
    expect(connection.received()).toBeLessThanOrEqual(budget.bytes);
  });
});

interface Hour {
  /** What was asked of other origins. */
  elsewhere: string[];
  errors: string[];
  /** What moved on which page, except what a press moved. */
  shifts: { path: string; value: number }[];
}

async function recordHour(page: Page): Promise<Hour> {
  const recorded: Hour = { elsewhere: [], errors: [], shifts: [] };
  page.context().on('request', (request) => {
    const { protocol, href, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) recorded.elsewhere.push(href);
  });
  page.on('pageerror', ({ message }) => recorded.errors.push(message));
  await page.exposeFunction('recordShift', (path: string, value: number) => recorded.shifts.push({ path, value }));
  await page.addInitScript(() => {
    const { recordShift } = globalThis as unknown as { recordShift(path: string, value: number): void };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[])
        if (!entry.hadRecentInput) recordShift(location.pathname, entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return recorded;
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

function topOfText(page: Page): Promise<number> {
  return page
    .locator('.prose > p')
    .first()
    .evaluate((text) => text.getBoundingClientRect().top);
}

function sizeOfText(page: Page): Promise<number> {
  return page
    .locator('.prose > p')
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
}

function widthOfPicture(page: Page): Promise<number> {
  return page
    .locator('article img')
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth);
}
