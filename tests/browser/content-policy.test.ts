import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { composeContentPolicy } from '../../src/model/content-policy.ts';
import { partsOfSlots } from '../../src/model/page-slots.ts';
import { parseSlot } from '../../src/schema/slot-html.ts';
import { parseSlots, slotNames } from '../../src/schema/slots.ts';
import { strings } from '../../src/strings/interface.ts';
import { openBrowser } from '../support/browser.ts';
import { openOutput, projectDirectory, runBuild } from '../support/build-site.ts';
import { readHostHeaders } from '../support/host-headers.ts';
import { site } from '../support/library.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { serveDirectory } from '../support/serve.ts';
import { sampleSite } from '../support/shared-sites.ts';

const endpoint = 'https://talk.alwarraq.example';
/** An article in MDX, with every component. */
const mdxArticle = 'b6t4x';
const oldAddress = '/2019/04/jahiz-books/';

const directory = path.join(inject('temporaryRoot'), 'content-policy');
const contentDirectory = path.join(directory, 'content');
const outputDirectory = path.join(directory, 'site');
await cp(path.join(projectDirectory, 'content'), contentDirectory, { recursive: true });
const settingsFile = path.join(contentDirectory, 'site.yaml');
const settings = parse(await readFile(settingsFile, 'utf8'));
await writeFile(
  settingsFile,
  stringify({ ...settings, host: 'netlify', comments: { ...settings.comments, provider: 'waline', endpoint } }),
);
// The pictures of the sample are in its cache: encoding them is nine tenths of a build.
const cacheDirectory = path.join(directory, 'cache');
await cp(sampleSite().directories.cacheDirectory, cacheDirectory, { recursive: true });
const build = await runBuild({ contentDirectory, outputDirectory, cacheDirectory });
if (build.exitCode !== 0) throw new Error(`The site does not build:\n${build.output}`);
const output = openOutput(outputDirectory);
const headersFor = await readHostHeaders('netlify', output.read('_headers'));
const server = await serveDirectory(outputDirectory, undefined, headersFor);
afterAll(() => server.close());
const { newPage } = await openBrowser();
const pages = findSamplePages({
  ...output,
  ...build,
  directories: { contentDirectory, outputDirectory, cacheDirectory: '' },
});

/** Answers for the comments service. */
async function answerAsService(page: Page, data: (request: Request) => object): Promise<void> {
  await page.route(`${endpoint}/**`, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' },
      json: { errno: 0, data: data(route.request()) },
    }),
  );
}

/** Opens a page that notes what the policy refuses, and every error in the console. */
async function openWatched(options: Parameters<typeof newPage>[0] = {}): Promise<{ page: Page; faults: string[] }> {
  const page = await newPage(options);
  // Any press or scroll may bring the comments near, which are then asked for.
  await answerAsService(page, () => ({ count: 0, totalPages: 0, data: [] }));
  const faults: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => faults.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      const { noteViolation } = window as unknown as { noteViolation(text: string): void };
      noteViolation(`${effectiveDirective} refused ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /policy|trusted/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}

it('the policy has the strictest rules for scripts', () => {
  const policy = headersFor('/')['content-security-policy'];
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types warraq warraq-offline;");
  expect(policy).not.toContain('unsafe-inline');
});

it.each<[kind: string, address: string]>([
  ['the front page', pages.front],
  ['an article', pages.articles[0] ?? ''],
  ['an article in MDX', `/${mdxArticle}/`],
  ['a section', pages.category],
  ['an author', pages.author],
  ['a tag', pages.tag],
  ['a month', pages.month],
  ['the corrections', pages.corrections],
  ['a withdrawn article', pages.withdrawn],
  ['the archive', '/archive/'],
  ['the search page', pages.search],
  ['the list of feeds', '/feeds/'],
  ['a standalone page', '/about/'],
  ['a redirect', oldAddress],
  ['a feed', '/rss.xml'],
])('%s violates nothing: %s', async (_, address) => {
  const { page, faults } = await openWatched();
  const response = await page.goto(server.origin + address, { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForLoadState('networkidle');
  expect(faults).toEqual([]);
});

it('a page that does not exist violates nothing, and its form leads to the search', async () => {
  const { page, faults } = await openWatched();
  await page.goto(server.origin + pages.missing, { waitUntil: 'networkidle' });
  // The browser itself reports the status of the page.
  expect(faults.splice(0)).toEqual([expect.stringContaining('404')]);
  await page.getByRole('main').getByRole('searchbox').fill('الكتب');
  await page.getByRole('main').getByRole('button').click();
  await page.locator('[data-search][data-state=done]').waitFor();
  expect(faults).toEqual([]);
});

it('an image in SVG keeps the styles that a drawing program writes into it', async () => {
  await writeFile(
    path.join(outputDirectory, 'drawing.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>rect{fill:#123}</style><rect style="x:1px" width="9" height="9"/></svg>',
  );
  const { page, faults } = await openWatched();
  await page.goto(`${server.origin}/drawing.svg`);
  expect(await page.locator('rect').evaluate((shape) => getComputedStyle(shape).x)).toBe('1px');
  expect(faults).toEqual([]);
});

it('search finds, completes and filters, and the article highlights the query', async () => {
  const { page, faults } = await openWatched();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(path.posix.basename(new URL(request.url()).pathname)));
  await page.goto(`${server.origin}/search/`);
  await page.getByRole('combobox').pressSequentially('الكتب');
  await page.locator('[data-search-results] a').first().waitFor();
  // A worker that the policy stopped would be replaced by the engine in the page.
  expect(scripts.filter((name) => /^(?:search-worker|in-page-engine)-/.test(name))).toEqual([
    expect.stringContaining('search-worker-'),
  ]);
  await page.locator('[data-search-narrowing] summary').click();
  await page.locator('[data-search-narrowing] select[name=sort]').selectOption('date');
  await page.locator('[data-search][data-state=done]').waitFor();
  await page.locator('[data-search-results] [data-field=title]').first().click();
  await page.waitForURL(/\?q=/);
  await page.locator('mark').first().waitFor();
  expect(faults).toEqual([]);
});

it('search works without a worker', async () => {
  const { page, faults } = await openWatched();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await page.goto(`${server.origin}/search/?q=${encodeURIComponent('الكتب')}`);
  await page.locator('[data-search-results] a').first().waitFor();
  expect(faults).toEqual([]);
});

it('search works in the page if the policy allows no Trusted Types policy', async () => {
  const strict = await serveDirectory(outputDirectory, undefined, (pathname) => {
    const sent = headersFor(pathname);
    const policy =
      sent['content-security-policy']?.replace('trusted-types warraq warraq-offline', "trusted-types 'none'") ?? '';
    return { ...sent, 'content-security-policy': policy };
  });
  const { page, faults } = await openWatched();
  await page.goto(`${strict.origin}/search/?q=${encodeURIComponent('الكتب')}`);
  await page.locator('[data-search-results] a').first().waitFor();
  expect(faults).toContainEqual(expect.stringMatching(/^trusted-types refused/));
  await strict.close();
});

it('in a slot, scripts of declared origins and of its own run, those of other origins do not', async () => {
  const written = [
    '<script src="https://ads.example/show.js"></script><script src="https://other.example/show.js"></script>',
    "<script>document.documentElement.dataset.inline = 'run';</script>",
    '<style>html { color: rgb(1, 2, 3); }</style><style>body { color: rgb(4, 5, 6); }</style>',
  ].join('');
  const { settings: slots } = parseSlots('head:\n  origins:\n    scripts: https://ads.example', slotNames, new Map());
  const slot = {
    ...parseSlot('head', written, slots.head.origins, site.url),
    name: 'head',
    settings: slots.head,
  } as const;
  const inline = { scripts: [''], style: '' };
  const parts = { inline, frames: [], slots: partsOfSlots({ slots: [slot], site }) };
  const policy = composeContentPolicy(site, parts);
  const injected = `<script>document.documentElement.dataset.injected = 'run';</script>`;
  await mkdir(path.join(outputDirectory, 'slot'), { recursive: true });
  await writeFile(
    path.join(outputDirectory, 'slot', 'index.html'),
    `<!doctype html><html lang="ar"><head>${written}${injected}<title>موضع</title></head><body></body></html>`,
  );
  const served = await serveDirectory(outputDirectory, undefined, () => ({
    'content-security-policy': policy.replace('; upgrade-insecure-requests', ''),
  }));
  const { page, faults } = await openWatched();
  await page.route(/^https:\/\/(?:ads|other)\.example\//, (route) => {
    const { hostname } = new URL(route.request().url());
    const body = `document.documentElement.setAttribute('data-' + ${JSON.stringify(hostname.split('.')[0])}, 'run');`;
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${served.origin}/slot/`);
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({ ads: 'run', inline: 'run' });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(4, 5, 6)');
  expect(faults).toContainEqual(expect.stringMatching(/^script-src-elem refused https:\/\/other\.example/));
  await served.close();
});

it('the buttons of an article work: video, theme, text size, copy', async () => {
  const { page, faults } = await openWatched({ clipboard: true });
  const framed: string[] = [];
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    framed.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>فيديو</title>' });
  });
  await page.goto(`${server.origin}/${mdxArticle}/`);
  await page.locator('a[data-frame]').click();
  await page.locator('.embed iframe').waitFor();
  await expect.poll(() => framed).toHaveLength(1);
  await page.locator('[data-theme-cycle]').first().click();
  await page.locator('.text-size summary').click();
  await page.locator('[data-text-size-step="1"]').first().click();
  // The open choice of sizes lies over what is below it.
  await page.keyboard.press('Escape');
  await page.locator('button[data-copy]').first().click();
  await page.locator('button[data-copy][data-state=copied]').first().waitFor();
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).not.toBeNull();
  expect(await page.locator('html').getAttribute('data-text-size')).toBe('1');
  expect(faults).toEqual([]);
});

it('comments are read from the service and sent to it', async () => {
  const { page, faults } = await openWatched();
  const time = Date.UTC(2026, 10, 29);
  const stored = { objectId: 1, nick: 'سلمى', orig: 'نص قديم', time, children: [] };
  await answerAsService(page, (request) =>
    request.method() === 'POST'
      ? { objectId: 2, nick: 'هند', orig: 'نص جديد', time, status: 'waiting' }
      : { count: 1, totalPages: 1, data: [stored] },
  );
  await page.goto(`${server.origin}/${mdxArticle}/`);
  await page.mouse.wheel(0, 20);
  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.locator('.thread').getByText('نص قديم').waitFor();
  await page.locator('#comment-text').fill('نص جديد');
  await page.locator('#comment-name').fill('هند');
  await page.locator('#comment-email').fill('hind@example.com');
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await page.getByRole('status').filter({ hasText: strings.comments.outcomes.pending }).waitFor();
  expect(faults).toEqual([]);
});

it('a browser without JavaScript posts the comment form to the service', async () => {
  const page = await newPage({ javaScript: false });
  await page.route(`${endpoint}/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'وصل' }));
  await page.goto(`${server.origin}/${mdxArticle}/`);
  await page.locator('#comment-text').fill('نص');
  await page.locator('#comment-name').fill('هند');
  await page.locator('#comment-email').fill('hind@example.com');
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await page.waitForURL(`${endpoint}/**`);
});
