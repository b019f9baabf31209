import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reference } from '../support/newsroom.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { referenceSite, sampleSite } from '../support/shared-sites.ts';
import { type Visit, visitSite } from '../support/visit.ts';

const kilobyte = 1000;
const budget = { firstView: 60 * kilobyte, firstScreen: 120 * kilobyte, script: 6 * kilobyte };
/** The fonts that a page with only Arabic letters loads, and what letters of another script may cost more. */
const fontBudget = { arabic: 34 * kilobyte, latin: 4 * kilobyte };

interface Weight {
  /** Bytes over the network, by Playwright's type of resource: document, stylesheet, script, font, … */
  byKind: Record<string, number>;
  inlineScript: number;
  fonts: string[];
}

const tiny = await visitSite(referenceSite());
const sample = await visitSite(sampleSite());

describe('the first view of an article', () => {
  it('in Arabic alone costs at most 60 KB without its images, of which at most 6 KB are scripts', async () => {
    const weight = await weigh(tiny, `/${reference.id}/`);
    expect(weight.fonts.length).toBeGreaterThan(0);
    expect(sum(weight.byKind)).toBeLessThanOrEqual(budget.firstView);
    expect(scriptBytes(weight)).toBeLessThanOrEqual(budget.script);
    const { font = 0 } = weight.byKind;
    expect(font).toBeLessThanOrEqual(fontBudget.arabic);
  });

  it('loads no font for letters that it does not have', async () => {
    const { fonts } = await weigh(tiny, `/${reference.id}/`);
    expect(fonts.filter((name) => /latin|signs|bold/.test(name))).toEqual([]);
  });

  it('costs at most 60 KB in every article of the sample site, and Latin letters at most 4 KB of it', async () => {
    const page = await openWithoutImages(sample);
    const weights = new Map<string, Loaded>();
    for (const address of findSamplePages(sample.site).articles) {
      await page.goto(sample.origin + address, { waitUntil: 'load' });
      weights.set(address, await loadedOf(page));
    }
    const heavy = [...weights].filter(([, { bytes }]) => bytes > budget.firstView);
    expect(heavy).toEqual([]);
    const arabic = Math.min(...[...weights.values()].map(({ fontBytes }) => fontBytes));
    expect(arabic).toBeLessThanOrEqual(fontBudget.arabic);
    const withLatin = [...weights.values()].filter(({ fontBytes }) => fontBytes > arabic);
    expect(withLatin.length).toBeGreaterThan(0);
    for (const { fontBytes } of withLatin) expect(fontBytes - arabic).toBeLessThanOrEqual(fontBudget.latin);
  });
});

describe('the first screen of an article with a photograph', () => {
  it.each([2, 3])('costs a phone of 360 pixels at most 120 KB with %i pixels for each of them', async (density) => {
    const page = await sample.newPage({ width: 360, height: 800, density });
    const leads: Record<string, number> = {};
    for (const address of findSamplePages(sample.site).articles) {
      if (!sample.site.read(`${address.slice(1)}index.html`).includes('class="lead-image"')) continue;
      await page.goto(sample.origin + address, { waitUntil: 'load' });
      const { bytes } = await loadedOf(page);
      leads[address] = bytes + (await picturesInView(page));
    }
    expect(Object.keys(leads).length).toBeGreaterThan(3);
    expect(Object.entries(leads).filter(([, bytes]) => bytes > budget.firstScreen)).toEqual([]);
  });
});

/** Returns the bytes of the pictures that the window shows. */
function picturesInView(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const shown = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(shown.map((image) => image.decode().catch(() => undefined)));
    const files = new Set(shown.map(({ currentSrc }) => currentSrc));
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => files.has(name))
      .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
  });
}

interface Loaded {
  bytes: number;
  fontBytes: number;
}

async function openWithoutImages({ newPage }: Visit): Promise<Page> {
  const page = await newPage({ width: 390, height: 844 });
  await page.route(imageFile, (route) => route.abort());
  return page;
}

const imageFile = /\.(?:png|svg|jpe?g|webp|avif|ico)$/;

/** Returns what the page has loaded, as it was sent; files that an earlier page has left in the cache count too. */
async function loadedOf(page: Page): Promise<Loaded> {
  const files = await page.evaluate(async () => {
    await document.fonts.ready;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return (entries as PerformanceResourceTiming[]).map(({ name, encodedBodySize }) => ({ name, encodedBodySize }));
  });
  const bytesOf = (kept: typeof files) => kept.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
  return {
    bytes: bytesOf(files.filter(({ name }) => !imageFile.test(name))),
    fontBytes: bytesOf(files.filter(({ name }) => name.endsWith('.woff2'))),
  };
}

async function weigh({ origin, newPage }: Visit, address: string): Promise<Weight> {
  const page = await newPage({ width: 390, height: 844 });
  const weight: Weight = { byKind: {}, inlineScript: 0, fonts: [] };
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const kind = request.resourceType();
    if (kind === 'image') return;
    if (kind === 'font') weight.fonts.push(path.posix.basename(new URL(request.url()).pathname));
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        weight.byKind[kind] = (weight.byKind[kind] ?? 0) + responseBodySize;
      }),
    );
  });
  const response = await page.goto(origin + address, { waitUntil: 'networkidle' });
  expect(await response?.headerValue('content-encoding')).toBe('br');
  await Promise.all(sizes);
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script:not([src]):not([type*="json"])')]
      .map(({ text }) => text)
      .join(''),
  );
  weight.inlineScript = brotliCompressSync(inline).length;
  return weight;
}

function scriptBytes({ byKind: { script = 0 }, inlineScript }: Weight): number {
  return script + inlineScript;
}

function sum(byKind: Record<string, number>): number {
  return Object.values(byKind).reduce((total, bytes) => total + bytes, 0);
}
