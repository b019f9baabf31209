import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { strings } from '../../src/strings/interface.ts';
import {
  environmentOutsideTests,
  listFiles,
  projectDirectory,
  runBuild,
  type SiteDirectories,
  withoutProgress,
} from '../support/build-site.ts';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const laterYear = `${new Date().getFullYear() + 2}-01-01`;
const matter = { author: 'huda', date: '2022-01-12', category: 'world' };
const files = {
  ...smallestSite,
  'site.yaml': `${smallestSite['site.yaml']}host: netlify\nfeeds: { hub: https://hub.example/ }\nannounce: { indexnow-key: abcdef0123456789 }\nfooter: { links: [{ title: خريطة الموقع, url: /sitemap.xml }] }\n`,
  'articles/first.md': String(smallestSite['articles/first.md']).replace('title:', 'id: k7q3m\ntitle:'),
  'articles/draft.md': markdown({ ...matter, title: 'مسودةالمقال', id: 'd5aft', draft: true }, 'متن.'),
  'articles/future.md': markdown({ ...matter, title: 'مؤجلالمقال', id: 'f7t7r', date: laterYear }, 'متن.'),
  'pages/about.md': markdown({ title: 'مسودةالصفحة', draft: true }, 'متن.'),
};
const address = { SITE_URL: 'https://try.example' };

const readAll = (directory: string) =>
  new Map(listFiles(directory).map((file) => [file, readFileSync(path.join(directory, file), 'latin1')]));

describe('one cache that builds a site for readers, and in between for editors at another address', () => {
  let site: KeptSite;
  let told: string[];
  let published: Map<string, string>;
  let preview: Map<string, string>;
  let fromScratch: Map<string, string>;
  let again: Map<string, string>;
  let refused: string[];

  const announce = (environment: Record<string, string>) =>
    spawnSync(process.execPath, ['scripts/announce.ts', '--output', site.directories.outputDirectory], {
      cwd: projectDirectory,
      encoding: 'utf8',
      env: {
        ...environmentOutsideTests(),
        CONTENT_DIR: site.directories.contentDirectory,
        CACHE_DIR: site.directories.cacheDirectory,
        ...environment,
      },
    }).stderr.trim();

  beforeAll(async () => {
    site = await createKeptSite(files);
    const { outputDirectory, cacheDirectory } = site.directories;
    const scratch = {
      ...site.directories,
      outputDirectory: `${outputDirectory}-scratch`,
      cacheDirectory: `${cacheDirectory}-scratch`,
    };
    const build = (directories: SiteDirectories) => runBuild(directories, address, projectDirectory, ['--drafts']);
    await site.build();
    published = readAll(outputDirectory);
    const [result] = await Promise.all([build(site.directories), build(scratch)]);
    told = withoutProgress(result).output.trim().split('\n');
    preview = readAll(outputDirectory);
    fromScratch = readAll(scratch.outputDirectory);
    refused = [announce({}), announce(address)];
    await site.build();
    again = readAll(outputDirectory);
  });

  const htmlOf = (output: Map<string, string>) => [...output].filter(([file]) => file.endsWith('.html'));
  const textOf = (output: Map<string, string>, file: string) =>
    Buffer.from(output.get(file) ?? '', 'latin1').toString();
  const isIndexed = ([, html]: [string, string]) => !html.includes('<meta name="robots" content="noindex">');

  it('makes what a build from scratch makes, and then of the site what it was', () => {
    expect(preview).toEqual(fromScratch);
    expect(again).toEqual(published);
  });

  it('says for which address it builds, and what it shows', () => {
    expect(told).toContain(
      'هذا بناء تجريبي للعنوان https://try.example الذي في المتغيّر SITE_URL، فلا تفهرسه محركات البحث ولا يُخبَر به أحد. إن كان هذا بناء الموقع المنشور فاكتب عنوانه في SITE_URL هكذا: SITE_URL=https://sada.example',
    );
    expect(told.at(-2)).toBe(
      'في هذا البناء مقالان لم يُنشرا. هذه معاينة للمحررين لا تفهرسها محركات البحث، فلا تنشرها للقراء. ويعود الموقع كما يُنشر بالأمر: npm run build',
    );
  });

  it('keeps search engines from every page, and lets them in to see it', () => {
    expect(htmlOf(published).filter(isIndexed).length).toBeGreaterThan(5);
    expect(htmlOf(preview).filter(isIndexed)).toEqual([]);
    expect(preview.get('robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(preview.get('_headers')).toContain('  X-Robots-Tag: noindex\n');
    expect(published.get('_headers')).not.toContain('X-Robots-Tag');
    const left = [...published.keys()].filter((file) => !preview.has(file) && !file.startsWith('pagefind/'));
    expect(left.sort()).toEqual(
      ['abcdef0123456789.txt', 'sitemap-2022-01.xml', 'sitemap-news.xml', 'sitemap-pages.xml', 'sitemap.xml'].sort(),
    );
  });

  it('gives pages the other address, and the ids in feeds that they have on the site', () => {
    expect(preview.get('k7q3m/index.html')).toContain('<link rel="canonical" href="https://try.example/k7q3m/">');
    const feed = preview.get('rss.xml') ?? '';
    expect(feed).toContain('>tag:sada.example,2022:k7q3m<');
    expect(feed).toContain('<link>https://try.example/k7q3m/</link>');
    expect(feed).not.toContain('hub.example');
    expect(published.get('rss.xml')).toContain('hub.example');
  });

  it('shows editors drafts and future articles with marks, on pages and in lists but not in feeds', () => {
    expect(textOf(preview, 'd5aft/index.html')).toContain(strings.banner.draft);
    expect(textOf(preview, 'f7t7r/index.html')).toContain('مؤجَّل: يظهر هذا المقال في الموقع المنشور ابتداءً من');
    expect(textOf(preview, 'about/index.html')).toContain('مسودة: لا تظهر هذه الصفحة في الموقع المنشور.');
    expect(textOf(preview, 'index.html')).toContain('مسودةالمقال');
    expect(textOf(preview, 'c/world/index.html')).toMatch(/مؤجَّل<.{0,500}مؤجلالمقال|مؤجلالمقال.{0,500}>مؤجَّل</s);
    const feeds = [...preview.keys()].filter((file) => /\.(?:xml|json)$/.test(file));
    expect(feeds).toContain('rss.xml');
    for (const feed of feeds) expect(textOf(preview, feed)).not.toMatch(/مسودةالمقال|مؤجلالمقال|d5aft|f7t7r/);
  });

  it('announces neither', () => {
    expect(refused).toEqual([
      `آخر ما بُني في المجلد ${site.directories.outputDirectory} معاينة للمحررين أو موقع تجريبي، فلا يُخبَر به أحد. ابنِ الموقع بالأمر npm run build وارفعه، ثم أعد هذا الأمر.`,
      'لا يُخبَر أحد بجديد الموقع التجريبي https://try.example. للإخبار بجديد https://sada.example احذف SITE_URL، ثم أعد الأمر.',
    ]);
  });
});
