import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, describe, expect, it, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { strings } from '../../src/strings/interface.ts';
import { openBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { markdown, reference, referenceSite } from '../support/newsroom.ts';
import { serveDirectory } from '../support/serve.ts';

const address = 'https://host.example/news';
const service = 'https://comments.example';

/**
 * The site of the reference page below `/news/`, with every kind of link that authors and editors write, and in words of
 * the newsroom: for both, the pages are compiled anew.
 */
const site = await buildSite({
  ...referenceSite,
  'site.yaml': stringify({
    ...parse(String(referenceSite['site.yaml'])),
    url: `${address}/`,
    host: 'cloudflare',
    comments: { provider: 'waline', endpoint: service },
    navigation: [
      { title: 'عن صدى', url: '/about/' },
      { title: 'مجلة', url: 'https://host.example/magazine/' },
    ],
    publisher: { policies: { corrections: '/about/' } },
    announce: { 'indexnow-key': 'a1b2c3d4e5f6a7b8' },
    labels: {
      navigation: { footer: 'نحن & أنتم' },
      'notFound.title': 'لم نجد "الصفحة"',
      'feed.explanation': 'هذه "خلاصة" الجديد',
      'share.networks.x': 'تويتر',
      'theme.current.light': 'نهار',
      'body.footnotes': 'حواشي الكاتب',
    },
  }),
  'articles/2023/links.mdx': markdown(
    { title: 'روابط', author: 'omar', date: '2023-05-02', category: 'world', id: 'b7x2k', aliases: ['/old/links/'] },
    [
      `[من الجذر](/${reference.id}/#ماذا-تغير) و[نسبي](../about/) و[كامل](${address}/about/).`,
      '[ملف](report.pdf) و[خارج الصحيفة](https://host.example/other/).',
      '![مخطط](plan.svg "مخطط")',
      'والخبر[^1].\n\n[^1]: حاشية.',
      '<Video url="/about/" title="صفحة">\n\n![مخطط](plan.svg)\n\n</Video>',
    ].join('\n\n'),
  ),
  'articles/2023/plan.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h9v9z"/></svg>\n',
  'articles/2023/report.pdf': '%PDF-1.4\n%%EOF\n',
});
if (site.exitCode !== 0) throw new Error(`The site does not build:\n${site.output}`);

/** A host that has the site below `/news/`, and nothing else but its page for what is missing. */
const host = path.join(site.directories.contentDirectory, '../host');
mkdirSync(host);
symlinkSync(site.directories.outputDirectory, path.join(host, 'news'));
symlinkSync(path.join(site.directories.outputDirectory, '404.html'), path.join(host, '404.html'));
const { origin, close } = await serveDirectory(host);
afterAll(close);
const { newPage } = await openBrowser();

/** What a browser asked for, and what was wrong with it. */
function record(page: Page): { paths: Set<string>; wrong: string[] } {
  const seen = { paths: new Set<string>(), wrong: [] as string[] };
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin !== origin) return;
    seen.paths.add(decodeURI(url.pathname));
    if (!url.pathname.startsWith('/news/') || response.status() >= 400) seen.wrong.push(`${response.status()} ${url}`);
  });
  return seen;
}

/** Answers as Waline does: no comments yet, and a new one waits for an editor. */
async function answer(route: Route): Promise<void> {
  const posted = route.request().postDataJSON() as { nick: string; comment: string } | null;
  const data = posted
    ? { objectId: 7, nick: posted.nick, orig: posted.comment, status: 'waiting', time: 1_767_225_600_000 }
    : { page: 1, totalPages: 0, pageSize: 50, count: 0, data: [] };
  const headers = { 'access-control-allow-origin': origin, 'access-control-allow-headers': 'content-type' };
  await route.fulfill({ status: 200, headers, json: { errno: 0, errmsg: '', data } });
}

const pages = site.files().filter((file) => file.endsWith('.html'));
const placeOf = (file: string) => `/news/${file.replace(/(^|\/)index\.html$/, '$1')}`;

test('a site shows the words of the newsroom in pages, scripts, bodies and feeds', () => {
  expect(site.read('index.html')).toContain('نحن &amp; أنتم');
  expect(site.read('404.html')).toContain('لم نجد «الصفحة»');
  expect(site.read('b7x2k/index.html')).toContain('شارك عبر تويتر');
  expect(site.read('b7x2k/index.html')).toContain('&quot;light&quot;:&quot;نهار&quot;');
  expect(site.read('b7x2k/index.html')).toContain('حواشي الكاتب');
  expect(site.read('rss.xml')).toContain('حواشي الكاتب');
  expect(site.read('feed.css')).toContain('--explanation: "هذه «خلاصة» الجديد";');
});

describe('a site below a path', () => {
  it('asks a browser for nothing outside the path, and leads nowhere else, on every page', async () => {
    const page = await newPage();
    const seen = record(page);
    const links = new Set<string>();
    for (const file of pages) {
      await page.goto(origin + placeOf(file));
      // A stub sends the reader on, and what is asked of its page meanwhile is never answered.
      if (site.read(file).includes('http-equiv="refresh"'))
        await page.waitForURL(({ pathname }) => decodeURI(pathname) !== placeOf(file), { waitUntil: 'load' });
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('[href], [src], [srcset], [action], [poster]')].flatMap((element) =>
          ['href', 'src', 'action', 'poster', 'srcset'].flatMap((name) => {
            const value = element.getAttribute(name) ?? '';
            const urls = name === 'srcset' ? value.split(',').map((part) => part.trim().split(' ')[0] ?? '') : [value];
            return urls.filter((url) => url !== '').map((url) => new URL(url, document.baseURI).href);
          }),
        ),
      );
      for (const url of found) links.add(url.replace(/#.*/s, '').replace(address, `${origin}/news`));
    }
    const own = [...links].filter((link) => link.startsWith(origin));
    expect(own.filter((link) => !link.startsWith(`${origin}/news/`))).toEqual([]);
    const answers = await Promise.all(own.map(async (link) => [(await fetch(link)).status, link] as const));
    expect(answers.filter(([status]) => status !== 200)).toEqual([]);
    expect([...links].filter((link) => link.startsWith('https://host.example'))).toEqual([
      'https://host.example/magazine/',
      'https://host.example/other/',
    ]);
    expect(seen.wrong).toEqual([]);
    expect([...seen.paths].some((file) => /^\/news\/_astro\/.*\.woff2$/.test(file))).toBe(true);
    expect(own.length).toBeGreaterThan(40);
  });

  it('brings the anchor of an old address to the new one', async () => {
    const page = await newPage();
    await page.goto(`${origin}/news/old/links/#live-e001`);
    await page.waitForURL(`${origin}/news/b7x2k/#live-e001`);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${origin}/news/b7x2k/#live-e001`);
  });

  it('finds an article by its words, opens it and marks them', async () => {
    const page = await newPage();
    const seen = record(page);
    await page.goto(`${origin}/news/search/?q=${encodeURIComponent('المهندس')}`);
    await page.getByRole('link', { name: reference.title }).click();
    await page.waitForURL(`${origin}/news/${reference.id}/?q=*`);
    await page.waitForFunction(() => CSS.highlights.size > 0 || document.querySelector('mark') !== null);
    expect(seen.wrong).toEqual([]);
    expect([...seen.paths].some((file) => file.startsWith('/news/pagefind/'))).toBe(true);
  });

  it('sends a comment under the key that the thread would have at the root', async () => {
    const page = await newPage();
    const seen = record(page);
    await page.route(`${service}/**`, answer);
    await page.goto(`${origin}/news/${reference.id}/`);
    await page.mouse.wheel(0, 20);
    await page.locator('#comments').scrollIntoViewIfNeeded();
    await page.locator('#comments[data-live]').waitFor({ state: 'attached' });
    await page.locator('#comment-text').fill('شكرًا لكم.');
    await page.locator('#comment-name').fill('سلمى');
    await page.locator('#comment-email').fill('salma@example.com');
    const sending = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'إرسال التعليق' }).click();
    const posted = (await sending).postDataJSON();
    expect(posted).toMatchObject({ url: `/${reference.id}/`, page: `/news/${reference.id}/` });
    const status = page.locator('[data-comments-status]');
    await page.getByText(strings.comments.outcomes.pending, { exact: true }).and(status).waitFor();
    expect(seen.wrong).toEqual([]);
  });

  it('names the path in feeds, sitemaps, robots.txt and the rules of the host', () => {
    const texts = ['rss.xml', 'atom.xml', 'feed.json', 'opml.xml', 'sitemap.xml', 'sitemap-pages.xml', 'robots.txt'];
    for (const file of texts) {
      const urls = site.read(file).match(/https:\/\/host\.example[^\s"'<&\\]*/g) ?? [];
      const outside = urls.filter((url) => !/^https:\/\/host\.example\/(?:news\/|other\/|magazine\/)/.test(url));
      expect([file, outside]).toEqual([file, []]);
      expect([file, urls.length > 0]).toEqual([file, true]);
    }
    expect(site.read('rss.xml')).toContain('href="/news/feed.css"');
    expect(site.read('_redirects')).toBe('/news/old/links/ /news/b7x2k/ 301\n');
    expect(site.read('_headers')).toMatch(/^\/news\/_astro\/\*\n/);
    expect(site.read('_headers').match(/^\/(?!news\/).*$/gm)).toBe(null);
    expect(readFileSync(path.join(host, 'news/old/links/index.html'), 'utf8')).toContain(
      'content="0; url=/news/b7x2k/"',
    );
    expect(site.exists('a1b2c3d4e5f6a7b8.txt')).toBe(true);
  });
});
