import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support/browser.ts';
import { projectDirectory } from '../support/build-site.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { site, origin, newPage } = await visitSite(sampleSite());
const { front, articles, category } = findSamplePages(site);

/** The URL path of an updated article: such a page replaces an absolute date with a relative one while it loads. */
const updated = articles.find((address) => site.read(`${address.slice(1)}index.html`).includes('آخر تحديث:'));
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

/** The alert of the sample site has expired, so its pages are told of another one. */
const alertSheet =
  site.files().find((file) => file.endsWith('.css') && site.read(file).includes('.breaking-alerts')) ?? '';
const alertFile = {
  label: 'عاجل',
  close: 'إغلاق',
  sheet: `/${alertSheet}`,
  alerts: [{ text: 'أُغلق الجسر أمام الشاحنات حتى إشعار آخر', href: front, until: '2999-01-01T00:00:00Z' }],
};

/** What the fonts of the site may move where they replace those of the device. */
const mostShift = 0.02;

describe.each([390, 1280])('at %i px hardly anything moves while the page loads, with its fonts last', (width) => {
  it.each(pages)('%s', async (_, address) => {
    const page = await newPage({ width, height: 844 });
    const { promise: isRead, resolve: comeNow } = Promise.withResolvers<void>();
    await page.route(/\.woff2$/, (route) => isRead.then(() => route.continue()));
    await delay(page, /\.js$/, 700);
    await giveFontsOfAndroid(page);
    await recordShifts(page);
    await page.goto(origin + address, { waitUntil: 'commit' });
    await beginWithFontsOfDevice(page);
    comeNow();
    await page.waitForLoadState('networkidle');
    await scrollThrough(page);
    const moved = await shifts(page);
    expect(
      moved.reduce((total, { value }) => total + value, 0),
      JSON.stringify(moved),
    ).toBeLessThanOrEqual(mostShift);
  });
});

/** Waits until the text stands in the fonts of the device, and forgets what they moved: a device has them at once. */
async function beginWithFontsOfDevice(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const ofDevice = [...document.fonts].filter(({ family }) => family.includes('Local'));
    return ofDevice.filter(({ status }) => status === 'loaded').length >= 2;
  });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    (globalThis as unknown as ShiftWindow).recordedShifts.length = 0;
  });
}

const fontOfDevice = (name: string) =>
  `url(data:font/woff2;base64,${readFileSync(path.join(projectDirectory, `src/fonts/warraq-naskh-${name}.woff2`), 'base64')})`;

/** Gives the page what Android has, Noto Naskh Arabic in two weights: our own files have its drawings. */
async function giveFontsOfAndroid(page: Page): Promise<void> {
  await page.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    const css = (await response.text())
      .replace(/local\((["']?)Noto Naskh Arabic\1\)/g, fontOfDevice('arabic'))
      .replace(/local\((["']?)Noto Naskh Arabic Bold\1\)/g, fontOfDevice('bold'));
    await route.fulfill({ response, body: css });
  });
}

describe.each([390, 1280])('at %i px an alert whose style sheet is late', (width) => {
  it.each(pages)('moves nothing on %s, and does not cover the focus', async (_, address) => {
    const page = await newPage({ width, height: 844 });
    const { promise: isRead, resolve: comeNow } = Promise.withResolvers<void>();
    await page.route(`**/${alertSheet}`, (route) => isRead.then(() => route.continue()));
    await page.route('**/breaking.json', (route) => route.fulfill({ json: alertFile }));
    await recordShifts(page);
    const asked = page.waitForRequest(`**/${alertSheet}`);
    await page.goto(origin + address);
    await asked;
    await page.waitForTimeout(300);
    const before = await shifts(page);
    comeNow();
    await page.locator('.breaking').waitFor();
    await page.waitForTimeout(300);
    expect(await shifts(page)).toEqual(before);
    await expect.poll(() => coverOf(page)).toEqual(await heightOfBar(page));
    await page.setViewportSize({ width: 320, height: 600 });
    await expect.poll(() => coverOf(page)).toEqual(await heightOfBar(page));
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await coveredFocus(page), `stop ${stop}`).toBeUndefined();
    }
  });
});

/** How far below the masthead, which is one row of at most 52 pixels on phones, the text may begin. */
const textBegins = 520 - 52;

describe('the first screen of a phone of 360 pixels', () => {
  const ofArticles = articles.map((address) => [address, site.read(`${address.slice(1)}index.html`)] as const);
  const pictured = ofArticles.flatMap(([address, html]) => (html.includes('class="lead-image"') ? [address] : []));

  it('has the first words of every article with a picture, below all that is known of it', async () => {
    expect(pictured.length).toBeGreaterThan(15);
    const page = await newPage({ width: 360, height: 800 });
    for (const address of pictured) {
      await page.goto(origin + address);
      await page.evaluate(() => document.fonts.ready);
      const { lines, top } = await firstWords(page);
      // Each line of a headline above the third is a line less for the text.
      const more = Math.max(0, lines - 3) * 31;
      expect(top, address).toBeLessThanOrEqual(textBegins + more);
    }
  });
});

describe('the list of the headings of a long article', () => {
  const long = articles.find((address) => site.read(`${address.slice(1)}index.html`).includes('in-text')) ?? '';

  it.each([
    ['folded in the text of a phone', 360, '.in-text'],
    ['open beside the text of a wide screen', 1280, '.beside-text'],
  ])('is %s, and leads to them', async (_, width, list) => {
    const page = await newPage({ width, javaScript: false });
    await page.goto(origin + long);
    const navigation = page.getByRole('navigation', { name: 'في هذا المقال' });
    expect(await navigation.count()).toBe(1);
    const link = navigation.getByRole('link').last();
    expect(await link.isVisible()).toBe(width > 1000);
    await page.locator(`${list} .title`).click();
    await link.click();
    expect(await textOf(page.locator(':target'))).toBe(await textOf(link));
    expect(await page.locator(':target').evaluate(({ tagName }) => tagName)).toBe('H2');
  });
});

/** Returns the lines of the headline, and how far below the masthead the first word after the reporter's line is. */
function firstWords(page: Page): Promise<{ lines: number; top: number }> {
  return page.evaluate(() => {
    const heading = document.querySelector('h1') as HTMLElement;
    const prose = document.querySelector('.prose') as HTMLElement;
    const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    let text = texts.nextNode();
    while (text && (text.textContent?.trim() === '' || text.parentElement?.closest('.opening')))
      text = texts.nextNode();
    const word = document.createRange();
    word.setStart(text as Text, text?.textContent?.search(/\S/) ?? 0);
    word.setEnd(text as Text, word.startOffset + 1);
    const { bottom } = document.querySelector('.masthead')?.getBoundingClientRect() ?? new DOMRect();
    return {
      lines: Math.round(heading.offsetHeight / Number.parseFloat(getComputedStyle(heading).lineHeight)),
      top: word.getBoundingClientRect().top - bottom,
    };
  });
}

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

/** The room below the page, and where the browser scrolls what gets the focus. */
function coverOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    getComputedStyle(document.body).paddingBlockEnd,
    getComputedStyle(document.documentElement).scrollPaddingBlockEnd,
  ]);
}

async function heightOfBar(page: Page): Promise<string[]> {
  const height = await page.locator('.breaking').evaluate((bar) => `${(bar as HTMLElement).offsetHeight}px`);
  return [height, height];
}

/** Returns the beginning of what has the focus, if the bar covers a part of it. */
function coveredFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const bar = document.querySelector('.breaking');
    const focused = document.activeElement;
    if (!bar || !focused || focused === document.body || bar.contains(focused)) return undefined;
    const { top, bottom } = focused.getBoundingClientRect();
    // Of a field for a text, browsers bring the line with the caret into sight.
    const end = focused.matches('textarea') ? top + 32 : bottom;
    const isCovered = end > bar.getBoundingClientRect().top + 1;
    return isCovered ? `${top} to ${bottom}: ${focused.outerHTML.slice(0, 100)}` : undefined;
  });
}

async function delay(page: Page, files: RegExp, milliseconds: number): Promise<void> {
  await page.route(files, async (route) => {
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
