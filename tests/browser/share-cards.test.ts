import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { isolateWithCharacters, splitAtIsolates } from '../../src/lib/arabic/bidi.ts';
import { drawLine, styleOf } from '../../src/library/cards/share-card-drawing.ts';
import { openBrowser } from '../support/browser.ts';
import { projectDirectory } from '../support/build-site.ts';
import { headlines, openEngine } from '../support/share-cards.ts';

/** The size of the pictures in pixels, large enough for every headline to fit on one line. */
const canvas = { width: 6400, height: 120 };
const type = { size: 60, lineHeight: 1.6 };

/**
 * `distance` is how far apart, in pixels, the two renderers may draw an edge; `share` is the share of the ink that may
 * be further apart.
 */
const tolerance = { distance: 1, share: 0.001 };

const browser = await openBrowser();
let engine: Renderer;
let page: Page;
beforeAll(async () => {
  engine = await openEngine();
  page = await browser.newPage({ ...canvas });
});

it.each(headlines)('«%s» is joined, marked and ordered as Chromium does it', async (headline) => {
  const [drawn, shown] = [await inkOf(await draw(headline)), await inkOf(await show(headline))];
  expect(drawn.count).toBeGreaterThan(1000);
  expect(strayShare(drawn, shown)).toBeLessThanOrEqual(tolerance.share);
  expect(strayShare(shown, drawn)).toBeLessThanOrEqual(tolerance.share);
});

it.each([
  ['letters that do not join', (text: string) => [...text].join('\u200c')],
  ['words in the order of another direction', (text: string) => `\u202d${text}\u202c`],
  ['no vowels', (text: string) => text.replace(/[\u064b-\u0652]/g, '')],
])('the comparison sees %s', async (_what, spoil) => {
  const headline = headlines.find((text) => text.includes('المُتَحَدِّثُ')) ?? '';
  const [drawn, spoilt] = [await inkOf(await draw(headline)), await inkOf(await show(spoil(headline)))];
  expect(strayShare(drawn, spoilt)).toBeGreaterThan(20 * tolerance.share);
});

it.each(['World Health Organization', 'تقرير عن The New York Times Magazine', '(COVID-19) و12.5٪ و75%'])(
  'words of Latin letters keep their spaces and their place: «%s»',
  async (headline) => {
    const [drawn, shown] = [await inkOf(await draw(headline)), await inkOf(await show(headline))];
    expect(strayShare(drawn, shown)).toBeLessThanOrEqual(tolerance.share);
    expect(strayShare(shown, drawn)).toBeLessThanOrEqual(tolerance.share);
  },
);

it.each([
  '4-1: البرج يفوز على النهر',
  'هاتف الورشة 0122 555 0190 وذاكرة 8 GB',
  'هاتف الورشة ٠١٢٢ ٥٥٥ ٠١٩٠ ولغة C++ (2022)',
])('the runs of «%s» stand as on a page', async (headline) => {
  const markup = splitAtIsolates(headline)
    .map(({ text, isolate }) =>
      isolate ? `<${isolate.element} dir="${isolate.dir ?? 'auto'}">${text}</${isolate.element}>` : text,
    )
    .join('');
  const drawn = await inkOf(await draw(isolateWithCharacters(headline)));
  const shown = await inkOf(await show(headline, markup));
  const plain = await inkOf(await show(headline));
  expect(strayShare(drawn, shown)).toBeLessThanOrEqual(tolerance.share);
  expect(strayShare(shown, drawn)).toBeLessThanOrEqual(tolerance.share);
  expect(strayShare(drawn, plain)).toBeGreaterThan(20 * tolerance.share);
});

async function draw(headline: string): Promise<Uint8Array> {
  const line = drawLine(headline, type.size, type.lineHeight, styleOf());
  const style = {
    display: 'flex',
    flexDirection: 'column',
    direction: 'rtl',
    backgroundColor: '#fff',
    ...canvas,
  } as const;
  return engine.render({ type: 'container', style, children: [line] }, { ...canvas, format: 'png', lang: 'ar' });
}

/**
 * Takes a screenshot of the headline in Chromium. `geometricPrecision` turns off hinting, because our renderer has
 * none.
 */
async function show(headline: string, markup?: string): Promise<Uint8Array> {
  const fonts = readFileSync(path.join(projectDirectory, 'src/styles/fonts.css'), 'utf8')
    .replaceAll('font-display: swap', 'font-display: block')
    .replace(/url\('\.\.\/fonts\/([^']+)'\)/g, (_, file: string) => {
      const font = readFileSync(path.join(projectDirectory, 'src/fonts', file));
      return `url(data:font/woff2;base64,${font.toString('base64')})`;
    });
  const text = `font: 700 ${type.size}px/${type.lineHeight} 'Warraq Sans'; white-space: nowrap; color: #000; text-rendering: geometricPrecision`;
  await page.setContent(
    `<!doctype html><html lang="ar" dir="rtl"><style>${fonts} body { margin: 0; background: #fff } p { margin: 0; ${text} }</style><p></p>`,
  );
  await page.locator('p').evaluate(
    (element, content) => {
      if (content.markup === undefined) element.textContent = content.headline;
      else element.innerHTML = content.markup;
      return document.fonts.ready;
    },
    { headline, markup },
  );
  return page.screenshot();
}

interface Ink {
  count: number;
  has(x: number, y: number): boolean;
}

async function inkOf(png: Uint8Array): Promise<Ink & { points: [number, number][] }> {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const has = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < info.width && y < info.height && (data[y * info.width + x] ?? 255) < 128;
  const points: [number, number][] = [];
  for (let y = 0; y < info.height; y++) for (let x = 0; x < info.width; x++) if (has(x, y)) points.push([x, y]);
  return { points, count: points.length, has };
}

/** Returns the share of one picture's ink that has no ink of the other picture near it. */
function strayShare({ points }: { points: [number, number][] }, other: Ink): number {
  const reach = Array.from({ length: 2 * tolerance.distance + 1 }, (_, index) => index - tolerance.distance);
  const isNear = ([x, y]: [number, number]) => reach.some((dy) => reach.some((dx) => other.has(x + dx, y + dy)));
  return points.filter((point) => !isNear(point)).length / points.length;
}
