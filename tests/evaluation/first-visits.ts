/**
 * Measures first visits to an article, with an empty cache, on slow networks: whether the chosen type is there three
 * seconds after the navigation, whether text stands in two faces at once, and how far the layout shifts.
 *
 *   npm run eval:visits -- OUTPUT_DIRECTORY /e2c8p/
 *
 * What stands in until our fonts arrive is a font of this machine: install one for Arabic, as phones have it.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { drawnFaces } from '../support/drawn-faces.ts';
import { type Network, networks, slowDown } from '../support/networks.ts';
import { serveDirectory } from '../support/serve.ts';

const visits = 9;
const atOnce = 3;
const deadline = 3000;
const headline = 'article h1';
const text = '.prose > p';

interface Faces {
  /** Whether the headline and the text are in faces of the site alone. */
  headline: boolean;
  text: boolean;
  /** Whether a headline or a paragraph stands in a face of the site and in one of the device. */
  mixed: boolean;
}

interface VisitResult {
  atDeadline: Faces;
  atEnd: Faces;
  shift: number;
}

const [directory, address] = process.argv.slice(2);
if (directory === undefined || address === undefined) {
  console.error('Name the output directory of a site and the path of an article.');
  process.exit(1);
}
await measure(directory, address);

async function measure(outputDirectory: string, path: string): Promise<void> {
  const server = await serveDirectory(outputDirectory);
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log(
    `| Network | Headline at ${deadline / 1000} s | Text at ${deadline / 1000} s | Two faces, then | at the end | Largest shift |`,
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const name of Object.keys(networks) as Network[]) {
    const results: VisitResult[] = [];
    while (results.length < visits) {
      const together = Array.from({ length: atOnce }, () => visit(browser, server.origin + path, name));
      results.push(...(await Promise.all(together)));
    }
    console.log(rowOf(name, results));
  }
  await browser.close();
  await server.close();
}

async function visit(browser: Browser, url: string, network: Network): Promise<VisitResult> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ar' });
  const page = await context.newPage();
  await slowDown(page, network);
  await recordShift(page);
  const begun = Date.now();
  const navigation = page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  await new Promise((resolve) => setTimeout(resolve, begun + deadline - Date.now()));
  const atDeadline = await readFaces(page);
  await navigation;
  const atEnd = await readFaces(page);
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  await context.close();
  return { atDeadline, atEnd, shift };
}

async function recordShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const total = globalThis as unknown as { shift: number };
    total.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Reads the faces that are drawn; nothing is drawn before the page has come. */
async function readFaces(page: Page): Promise<Faces> {
  const [ofHeadline, ofText] = [await drawnFaces(page, headline), await drawnFaces(page, text)];
  const isOurs = (faces: boolean[][]) =>
    faces.length > 0 && faces.every((one) => one.length > 0 && !one.includes(false));
  const isMixed = (faces: boolean[][]) => faces.some((one) => one.includes(true) && one.includes(false));
  return {
    headline: isOurs(ofHeadline),
    text: isOurs(ofText),
    mixed: isMixed(ofHeadline) || isMixed(ofText),
  };
}

function rowOf(name: string, results: readonly VisitResult[]): string {
  const share = (isSo: (result: VisitResult) => boolean) => `${results.filter(isSo).length}/${results.length}`;
  return `| ${[
    name,
    share(({ atDeadline }) => atDeadline.headline),
    share(({ atDeadline }) => atDeadline.text),
    share(({ atDeadline }) => atDeadline.mixed),
    share(({ atEnd }) => atEnd.mixed),
    Math.max(...results.map(({ shift }) => shift)).toFixed(4),
  ].join(' | ')} |`;
}
