import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { projectDirectory } from '../support/build-site.ts';
import { createKeptSite } from '../support/kept-site.ts';
import { reference, referenceSite } from '../support/newsroom.ts';
import { serveDirectory } from '../support/serve.ts';

const font = (name: string) => readFileSync(path.join(projectDirectory, `src/fonts/warraq-${name}.woff2`));
const settings = (accent: string): string =>
  [
    referenceSite['site.yaml'],
    'appearance:',
    `  accent: "${accent}"`,
    '  paper: { light: "#f1f5f4", dark: "#101418" }',
    '  fonts: { headlines: one.woff2, text: two.woff2 }',
    '  density: airy\n',
  ].join('\n');

const site = await createKeptSite({
  ...referenceSite,
  'site.yaml': settings('#0b6b5d'),
  'theme/fonts/one.woff2': font('naskh-arabic'),
  'theme/fonts/two.woff2': font('naskh-arabic'),
  'theme/site.css': 'article h1 { border-block-end: 7px solid; background: url(dots.svg) }\n',
  'theme/dots.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>',
});
const { exitCode, output } = await site.build();
if (exitCode !== 0) throw new Error(output);
const { origin, close } = await serveDirectory(site.directories.outputDirectory);
afterAll(close);
const { newPage } = await openBrowser();

it.each([
  [360, 'light', 'rgb(241, 245, 244)', 'rgb(11, 107, 93)'],
  [1280, 'dark', 'rgb(16, 20, 24)', 'rgb(107, 188, 172)'],
] as const)(
  'at %i px in the %s theme the page has the colours and the fonts of its newsroom',
  async (width, theme, paper, accent) => {
    const page = await newPage({ width, theme });
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/${reference.id}/`, { waitUntil: 'networkidle' });
    expect(await styleOf(page, 'html', 'backgroundColor')).toBe(paper);
    expect(await styleOf(page, 'article h1', 'borderBlockEndWidth')).toBe('7px');
    expect(await styleOf(page, 'article h1', 'fontFamily')).toMatch(/^"Newsroom Headlines"/);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--space-8'))).toBe(
      '6.5rem',
    );
    expect(
      await page.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.color = 'var(--accent)';
        document.body.append(probe);
        return getComputedStyle(probe).color;
      }),
    ).toBe(accent);
    expect(
      await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      ),
    ).toContain('Newsroom Text');
    expect(requested.filter((file) => file.includes('warraq-'))).toEqual([]);
    expect(requested.filter((file) => /\/theme\.[\da-f]+\.svg$/.test(file))).toHaveLength(1);
  },
);

it('the colour around the page is that of the newsroom for the chosen theme', async () => {
  const page = await newPage({ theme: 'light' });
  await page.goto(`${origin}/${reference.id}/`);
  const colors = () =>
    page.locator('meta[name="theme-color"]').evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
  expect(await colors()).toEqual(['#f1f5f4', '#101418']);
  await page.getByRole('button', { name: /^المظهر:/ }).click();
  expect(await colors()).toEqual(['#101418', '#101418']);
});

it('what is printed is black on white', async () => {
  const page = await newPage({ theme: 'dark' });
  await page.goto(`${origin}/${reference.id}/`);
  await page.emulateMedia({ media: 'print' });
  expect(await styleOf(page, 'html', 'backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await styleOf(page, 'article h1', 'color')).toBe('rgb(0, 0, 0)');
});

it('another accent changes the sheet and what links to it, and is what a build from scratch makes', async () => {
  await site.write({ 'site.yaml': settings('#1b4f8a') });
  const { exitCode: failed, differences } = await site.buildAndCompare();
  expect([failed, differences]).toEqual([0, []]);
  const changes = site.changedFiles().map((line) => line.split('\t'));
  const others = changes.filter(([, file = '']) => !/\.html$|^_cards\/|^feed\.css$|^_astro\/theme\./.test(file));
  expect(others.filter(([, file = '']) => !/\.(?:xml|json)$/.test(file))).toEqual([]);
  expect(changes.filter(([change, file = '']) => change === 'added' && file.endsWith('.css'))).toHaveLength(1);
  expect(changes.filter(([, file = '']) => file.endsWith('.woff2'))).toEqual([]);
});

function styleOf(
  page: Page,
  selector: string,
  property: 'backgroundColor' | 'color' | 'fontFamily' | 'borderBlockEndWidth',
) {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element)[name], property);
}
