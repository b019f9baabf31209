import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/library/cache/cache.ts';
import { listFiles } from '../../../src/library/list-files.ts';
import { openLinkCheck, reportBrokenLinks } from '../../../src/site-build/link-check.ts';
import type { BrokenLink } from '../../../src/site-build/page-links.ts';
import { openLedger } from '../../../src/site-build/publish/ledger.ts';
import { publish } from '../../../src/site-build/publish/publish.ts';
import { openStagedFolders } from '../../../src/site-build/publish/staged-folders.ts';
import { article, library } from '../../support/library.ts';

let root: string;
/** The pages whose links were read in the last build. */
let read: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'link-check-'));
});

afterEach(() => {
  openCache(path.join(root, 'cache')).close();
  rmSync(root, { recursive: true });
});

type Pages = Record<string, string>;

/**
 * Runs one build of these pages: publishes them, reads the links of those that are made, and settles if none is broken.
 */
async function build(pages: Pages, { dies = false, judged = [] as string[] } = {}): Promise<BrokenLink[]> {
  const cache = openCache(path.join(root, 'cache'));
  const outputDirectory = path.join(root, 'site');
  const ledger = openLedger(cache, outputDirectory);
  const check = openLinkCheck(cache, {
    outputDirectory,
    siteUrl: 'https://sada.example',
    isSettled: ledger.isSettled,
  });
  read = [];
  const outputs = Object.entries(pages).map(
    ([file, html]) => [file, { path: file, key: html, make: async () => Buffer.from(html) }] as const,
  );
  let broken: BrokenLink[] = [];
  await publish(new Map(outputs), [], {
    outputDirectory,
    stageDirectory: path.join(root, 'stage'),
    stagedFolders: openStagedFolders(path.join(root, 'work')),
    cache,
    ledger,
    onMade({ path: file }, bytes, digest) {
      read.push(file);
      check.read(file, bytes, digest);
    },
    verify(prepared) {
      if (!dies) broken = check.find(prepared, undefined, new Set(judged));
    },
  });
  if (dies) return [];
  if (broken.length === 0) ledger.settle();
  return broken;
}

const front = '<h1>الأولى</h1>';
const target = '<h2 id="السعر">السعر</h2>';
const linking = '<a href="/k0002/#السعر">السعر</a>';
const site = { 'index.html': front, 'k0001/index.html': linking, 'k0002/index.html': target };
const broken = (page: string, reference: string, reason: BrokenLink['reason'] = 'no-page') => ({
  page,
  reference,
  reason,
});

describe('the links of a site that is built again', () => {
  it('are sound, and none is read again', async () => {
    expect(await build(site)).toEqual([]);
    expect(await build(site)).toEqual([]);
    expect(read).toEqual([]);
  });

  it('are not judged again in a page whose links have been', async () => {
    const pages = { ...site, 'form/index.html': '<a href="/outside/">x</a>' };
    expect(await build(pages, { judged: ['form/index.html'] })).toEqual([]);
  });

  it.each<[string, Pages, BrokenLink]>([
    ['a page was removed', { 'k0002/index.html': '' }, broken('/k0001/', '/k0002/#السعر')],
    [
      'an anchor was removed',
      { 'k0002/index.html': '<h2>السعر</h2>' },
      broken('/k0001/', '/k0002/#السعر', 'no-fragment'),
    ],
    ['a link was added', { 'index.html': '<a href="/k9999/">غائب</a>' }, broken('/', '/k9999/')],
    [
      'a link to an anchor was added',
      { 'index.html': '<a href="/k0001/#س">س</a>' },
      broken('/', '/k0001/#س', 'no-fragment'),
    ],
  ])('are reported as broken if %s, by each build until they are fixed', async (_, change, found) => {
    await build(site);
    const pages: Pages = Object.fromEntries(Object.entries({ ...site, ...change }).filter(([, html]) => html !== ''));
    expect(await build(pages)).toEqual([found]);
    expect(await build(pages)).toEqual([found]);
    expect(read).toEqual([]);
    expect(await build(site)).toEqual([]);
  });

  it('are those of the page as it is, even if the previous build died after writing it', async () => {
    await build(site);
    await build({ ...site, 'index.html': '<a href="/k9999/">غائب</a>' }, { dies: true });
    expect(await build({ ...site, 'index.html': '<a href="/k9999/">غائب</a>' })).toEqual([broken('/', '/k9999/')]);
    expect(read).toEqual([]);
    await build(site, { dies: true });
    expect(await build(site)).toEqual([]);
  });

  it('may lead to files that are not pages, and to pages without a folder', async () => {
    const pages = {
      'index.html': '<a href="/rss.xml">خلاصة</a><a href="/404.html">لا شيء</a><img src="/_images/a.webp">',
      '404.html': front,
      'rss.xml': '<rss/>',
      '_images/a.webp': 'RIFF',
    };
    expect(await build(pages)).toEqual([]);
    const { '_images/a.webp': _, ...rest } = pages;
    expect(await build(rest)).toEqual([broken('/', '/_images/a.webp')]);
    expect(listFiles(path.join(root, 'site'))).not.toContain('_images/a.webp');
  });
});

describe('the report of broken links', () => {
  const about = {
    slug: 'about',
    file: 'pages/about.md',
    format: 'md' as const,
    digest: '',
    title: 'عنا',
    draft: false,
    excerpt: '',
    bodyImages: [],
    references: [],
    bodyFiles: [],
    bodyEmbeds: [],
  };

  it('names the content file of each page, or the page if it has none, and counts the links', () => {
    const report = reportBrokenLinks(
      [broken('/a0001/', '/k9/'), broken('/about/', '/a0001/#س', 'no-fragment'), broken('/c/world/', '/k9/')],
      library([article(1)], { pages: [about] }),
    );
    expect(report).toBe(
      [
        'في الصفحة articles/2026/01/a0001.md رابط لا يؤدي إلى شيء: /k9/',
        'في الصفحة pages/about.md رابط إلى موضع لا وجود له في صفحته: /a0001/#س',
        'في الصفحة /c/world/ رابط لا يؤدي إلى شيء: /k9/',
        '3 روابط داخلية مكسورة',
      ].join('\n'),
    );
  });
});
