import { statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reference } from '../support/newsroom.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { referenceSite, sampleSite } from '../support/shared-sites.ts';
import { type Visit, visitSite } from '../support/visit.ts';

const kilobyte = 1000;
const budget = { firstView: 60 * kilobyte, script: 6 * kilobyte };
/** The size of the fonts that a page with only Arabic letters loads. Pages with other scripts load more. */
const arabicFonts = 41.6 * kilobyte;

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
    expect(font).toBeLessThanOrEqual(arabicFonts);
  });

  it('loads no font for letters that it does not have', async () => {
    const { fonts } = await weigh(tiny, `/${reference.id}/`);
    expect(fonts.filter((name) => /latin|signs/.test(name))).toEqual([]);
  });

  it.each([
    ['stays within the same budget with the longest ordinary text of the sample site', isOrdinary, 0],
    [
      'costs at most a kilobyte more with a series, embeds and what else has a sheet of its own',
      isNoCoverage,
      kilobyte,
    ],
  ])('%s, apart from Latin letters', async (_sentence, isMeant, more) => {
    const weight = await weigh(sample, longestArticle(isMeant));
    const { font: _, ...withoutFonts } = weight.byKind;
    expect(sum(withoutFonts)).toBeLessThanOrEqual(budget.firstView - arabicFonts + more);
    expect(scriptBytes(weight)).toBeLessThanOrEqual(budget.script);
  });
});

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

/** Live coverage has as many entries as were written, on a page of its own kind. */
function isNoCoverage(html: string): boolean {
  return !html.includes(' data-live=');
}

/** Whether an article loads only the sheet that all articles load. */
function isOrdinary(html: string): boolean {
  return isNoCoverage(html) && [...html.matchAll(/rel="stylesheet"/g)].length === 1;
}

function longestArticle(isMeant: (html: string) => boolean): string {
  const { site } = sample;
  const size = (address: string) => statSync(path.join(site.directories.outputDirectory, address, 'index.html')).size;
  const meant = findSamplePages(site).articles.filter((one) => isMeant(site.read(`${one.slice(1)}index.html`)));
  const [longest] = meant.toSorted((a, b) => size(b) - size(a));
  if (longest === undefined) throw new Error('The sample site has no articles.');
  return longest;
}
