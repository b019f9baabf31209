/**
 * Measures first visits to an article, with an empty cache, on slow networks: whether the chosen type is there three
 * seconds after the navigation, whether text stands in two faces at once, and how far the layout shifts.
 *
 *   npm run eval:visits -- OUTPUT_DIRECTORY /e2c8p/
 *
 * What stands in until our fonts arrive is a font of this machine: install one for Arabic, as phones have it.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type CDPSession, type Page, chromium as playwright } from 'playwright-core';
import { serveDirectory } from '../support/serve.ts';

/** The presets of Chrome's DevTools: bytes per second, and the milliseconds that each request waits. */
const networks = {
  'Fast 4G': { downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 },
  'Slow 4G': { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 },
  '3G': { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2000 },
};
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
  for (const [name, network] of Object.entries(networks)) {
    const results: VisitResult[] = [];
    while (results.length < visits) {
      const together = Array.from({ length: atOnce }, () => visit(browser, server.origin + path, network));
      results.push(...(await Promise.all(together)));
    }
    console.log(rowOf(name, results));
  }
  await browser.close();
  await server.close();
}

async function visit(browser: Browser, url: string, network: (typeof networks)['3G']): Promise<VisitResult> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'ar' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await recordShift(page);
  const begun = Date.now();
  const navigation = page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  await new Promise((resolve) => setTimeout(resolve, begun + deadline - Date.now()));
  const atDeadline = await readFaces(session);
  await navigation;
  const atEnd = await readFaces(session);
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
async function readFaces(session: CDPSession): Promise<Faces> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const [ofHeadline, ofText] = [await facesOf(session, headline), await facesOf(session, text)];
  const isOurs = (faces: boolean[][]) =>
    faces.length > 0 && faces.every((one) => one.length > 0 && !one.includes(false));
  const isMixed = (faces: boolean[][]) => faces.some((one) => one.includes(true) && one.includes(false));
  return {
    headline: isOurs(ofHeadline),
    text: isOurs(ofText),
    mixed: isMixed(ofHeadline) || isMixed(ofText),
  };
}

/** Returns for each element whether the faces that it is drawn in are the site's own. */
async function facesOf(session: CDPSession, selector: string): Promise<boolean[][]> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const found: boolean[][] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    found.push(fonts.filter(({ glyphCount }) => glyphCount > 0).map(({ isCustomFont }) => isCustomFont));
  }
  return found;
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
