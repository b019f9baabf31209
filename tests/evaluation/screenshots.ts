import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import sharp from 'sharp';
import { serveDirectory } from '../support/serve.ts';

const usage = `npm run screenshots -- [--site DIRECTORY] [--only NAME]

Builds the site in content/ and writes pictures of its pages to docs/screenshots/, in the place of those that were there.

  --site  a built site to show instead
  --only  only the pages of this name, such as «front»; the other pictures stay`;

const project = path.resolve(import.meta.dirname, '../..');
const pictures = path.join(project, 'docs/screenshots');

/** Builds and browsers call this now, so that the sample has news of today and every run draws the same. */
const moment = new Date('2026-11-30T19:00:00+02:00');

/** The height of the window for each width: those of phones, a tablet and two desktops. */
const windows = { 320: 640, 360: 800, 768: 1024, 1280: 900, 1920: 1080 };
type Width = keyof typeof windows;
const allWidths = Object.keys(windows).map(Number) as Width[];

interface Shown {
  name: string;
  path: string;
  widths: readonly Width[];
  /** The widths at which the page is shown in the dark theme too. */
  dark?: readonly Width[];
  /** What is brought into view, if it is not the top of the page. */
  at?: string;
  media?: 'print';
}

const shown: readonly Shown[] = [
  { name: 'front', path: '/', widths: allWidths, dark: [360, 1280] },
  { name: 'article', path: '/e2c8p/', widths: allWidths, dark: [360, 1280] },
  { name: 'verse', path: '/t9w5c/', widths: [320, 360, 768, 1280], dark: [360], at: '.verse' },
  { name: 'live', path: '/f3k7m/', widths: allWidths, dark: [360] },
  { name: 'long', path: '/k7q3m/', widths: allWidths },
  { name: 'comments', path: '/n9f2r/', widths: [360, 1280], at: '.comments' },
  { name: 'section', path: '/c/culture/', widths: allWidths, dark: [360] },
  { name: 'author', path: '/a/layla-abdelmawjoud/', widths: allWidths },
  { name: 'search', path: '/search/?q=كتب', widths: allWidths, dark: [360] },
  { name: 'print', path: '/e2c8p/', widths: [768], media: 'print' },
  { name: 'print-front', path: '/', widths: [768], media: 'print' },
];

const { values } = parseArgs({
  options: { site: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) console.log(usage);
else await takeAll(values.site ?? buildSample(), values.only);

function buildSample(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-screenshots-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const output = path.join(directory, 'site');
  execFileSync(process.execPath, ['scripts/build.ts', '--output', output, '--cache', path.join(directory, 'cache')], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: String(moment.getTime() / 1000) },
  });
  return output;
}

async function takeAll(site: string, only: string | undefined): Promise<void> {
  const wanted = shown.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0)
    throw new Error(`No pages are called "${only}": ${shown.map(({ name }) => name).join(', ')}`);
  const server = await serveDirectory(site);
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    if (only === undefined) rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    for (const page of wanted) await takeOf(page, browser, server.origin);
  } finally {
    await browser.close();
    await server.close();
  }
  report();
}

async function takeOf({ widths, dark = [], ...page }: Shown, browser: Browser, origin: string): Promise<void> {
  const views = [...widths.map((width) => [width, 'light'] as const), ...dark.map((width) => [width, 'dark'] as const)];
  for (const [width, colorScheme] of views) {
    const viewport = { width, height: windows[width] };
    const picture = await take(page, browser, origin, { viewport, colorScheme });
    writeFileSync(path.join(pictures, `${page.name}-${width}-${colorScheme}.webp`), picture);
  }
}

async function take(
  { path: address, at, media }: Pick<Shown, 'path' | 'at' | 'media'>,
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
): Promise<Buffer> {
  const context = await browser.newContext({ ...options, locale: 'ar', timezoneId: 'Africa/Cairo' });
  const page = await context.newPage();
  await page.clock.setFixedTime(moment);
  if (media) await page.emulateMedia({ media });
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await settle(page);
  // The dates of paper are written when printing begins.
  if (media) await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  if (at !== undefined)
    await page
      .locator(at)
      .first()
      .evaluate((element) => element.scrollIntoView());
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return sharp(picture).webp({ quality: 70, effort: 6, smartSubsample: true }).toBuffer();
}

/** Waits for the faces, and for the results of a search if the page has any. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (page.url().includes('?q=')) await page.locator('.results li').first().waitFor();
}

function report(): void {
  const files = readdirSync(pictures);
  const bytes = files.reduce((sum, name) => sum + statSync(path.join(pictures, name)).size, 0);
  console.log(`${files.length} pictures, ${(bytes / 1e6).toFixed(1)} MB, in ${path.relative(project, pictures)}`);
}
