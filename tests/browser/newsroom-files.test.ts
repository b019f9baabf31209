import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { visitSite } from '../support/visit.ts';

const drawing = (inner: string, viewBox: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inner}</svg>`;
const bar = (color: string) => drawing(`<path fill="${color}" d="M0 0h300v80H0z"/>`, '0 0 300 80');
const dot = (color: string) => drawing(`<circle fill="${color}" cx="32" cy="32" r="32"/>`, '0 0 64 64');

const site: KeptSite = await createKeptSite({
  ...smallestSite,
  'articles/first.md': markdown(
    { title: 'جسر', author: 'huda', date: '2022-01-13', category: 'world', id: 'k7q3m' },
    '![الشعار](/photo.svg)\n\n[التقرير](/files/report.pdf) و[صفحة](/form/)',
  ),
  'theme/logo.svg': bar('#231f20'),
  'theme/icon.svg': dot('#0b3d2e'),
  'public/CNAME': 'sada.example\n',
  'public/ads.txt': 'ads.example, 1, DIRECT\n',
  'public/.well-known/security.txt': 'Contact: mailto:huda@sada.example\n',
  'public/.DS_Store': 'x',
  'public/files/report.pdf': '%PDF-1.4',
  'public/form/index.html': '<p>نص</p><a href="/k7q3m/">جسر</a>',
  'public/photo.svg': drawing('<path d="M0 0h9v9z"/>', '0 0 9 9'),
  'public/icon-192.png': 'أيقونة الصحيفة',
});
const first = await site.build();
if (first.exitCode !== 0) throw new Error(first.output);
const { origin, newPage } = await visitSite({ ...first, ...site });

describe('the files of a newsroom', () => {
  it('are published as they are', () => {
    expect(site.read('CNAME')).toBe('sada.example\n');
    expect(site.read('ads.txt')).toBe('ads.example, 1, DIRECT\n');
    expect(site.read('files/report.pdf')).toBe('%PDF-1.4');
    expect(site.read('.well-known/security.txt')).toMatch(/^Contact/);
    expect(site.read('form/index.html')).toMatch(/^<p>نص/);
    expect(site.files()).not.toContain('.DS_Store');
    expect(site.read('k7q3m/index.html')).toContain('href="/files/report.pdf"');
  });

  it('go before the icons that are made of its drawing, and these before those of the engine', () => {
    expect(site.read('icon-192.png')).toBe('أيقونة الصحيفة');
    expect(site.read('favicon.svg')).toBe(dot('#0b3d2e'));
    expect(site.files()).toEqual(expect.arrayContaining(['apple-touch-icon.png', 'favicon.ico', 'icon-512.png']));
  });

  it('are named in the head of every page', async () => {
    const links = [
      '<link rel="icon" href="/favicon.ico" sizes="32x32">',
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
      '<link rel="manifest" href="/manifest.webmanifest">',
    ];
    for (const page of ['index.html', 'k7q3m/index.html', '404.html'])
      expect(site.read(page).match(/<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*>/g)).toEqual(links);
    expect(JSON.parse(site.read('manifest.webmanifest'))).toMatchObject({
      name: 'صدى',
      lang: 'ar',
      dir: 'rtl',
      start_url: '/',
      scope: '/',
    });
    expect(site.read('index.html')).toContain(
      '"logo":{"@type":"ImageObject","url":"https://sada.example/icon-512.png"}',
    );
  });
});

describe('the masthead with a logo', () => {
  /** Returns the share of the logo's width in that of the window, and the colour in its middle. */
  async function look(page: Page): Promise<{ width: number; color: number[] }> {
    const logo = page.locator('.wordmark svg');
    const width = (await logo.boundingBox())?.width ?? 0;
    const shot = (await logo.screenshot()).toString('base64');
    const color = await page.evaluate(async (bytes) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(image.width / 2, image.height / 2, 1, 1).data ?? [])].slice(0, 3);
    }, shot);
    return { width, color };
  }

  it.each([
    ['/', 320, 'light', 200, [27, 26, 24]],
    ['/', 1280, 'dark', 480, [236, 229, 215]],
    ['/k7q3m/', 360, 'dark', 128, [236, 229, 215]],
  ] as const)('has the colour of the text and fits: %s at %i pixels, %s', async (path, width, theme, shown, color) => {
    const page = await newPage({ width, theme });
    await page.goto(`${origin}${path}`);
    expect(await look(page)).toEqual({ width: shown, color });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('has the name of the paper as its text, in the heading of the front page too', async () => {
    const page = await newPage();
    await page.goto(origin);
    expect(await page.getByRole('heading', { level: 1, name: 'صدى', exact: true }).count()).toBe(1);
    await page.goto(`${origin}/k7q3m/`);
    expect(await page.getByRole('banner').getByRole('link', { name: 'صدى', exact: true }).count()).toBe(1);
  });
});

describe('a build after a change', () => {
  beforeAll(async () => {
    await site.write({
      'theme/logo.svg': drawing('<path fill="#c00" d="M0 0h9v9z"/><path fill="#fff" d="M2 2h5v5z"/>', '0 0 9 9'),
      'theme/icon.svg': dot('#c00'),
      'public/ads.txt': 'ads.example, 2, DIRECT\n',
      'public/favicon.svg': dot('#00c'),
      'public/icon-192.png': null,
    });
    const { differences, exitCode } = await site.buildAndCompare();
    expect([exitCode, differences]).toEqual([0, []]);
  });

  it('publishes it as a build from scratch does', () => {
    expect(site.read('ads.txt')).toContain('2, DIRECT');
    expect(site.read('favicon.svg')).toBe(dot('#00c'));
    expect(site.read('icon-192.png').slice(1, 4)).toBe('PNG');
  });

  it('shows a logo of several colours as it is', () => {
    expect(site.read('k7q3m/index.html')).toMatch(
      /<a class="wordmark"[^>]*>\s*<img src="\/_images\/[\da-f]+\.svg" alt="صدى" width="36" height="36">\s*<\/a>/,
    );
  });

  it('changes only what was changed, and the pages with the logo', () => {
    const others = site.changedFiles().filter((line) => !/\.html$|\t_images\//.test(line));
    expect(others).toEqual(
      [
        'ads.txt',
        'apple-touch-icon.png',
        'favicon.ico',
        'favicon.svg',
        'icon-192.png',
        'icon-512.png',
        'icon-maskable-512.png',
      ].map((file) => `changed\t${file}`),
    );
  });
});
