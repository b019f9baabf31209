import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownSite } from '../../../src/library/shown-site.ts';
import { describePublicFiles, findPublicFileProblems } from '../../../src/site-build/public-file-faults.ts';
import { isLeftOut } from '../../../src/site-build/public-outputs.ts';
import { article, library } from '../../support/library.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'public-faults-'));
});

afterEach(() => rm(root, { recursive: true }));

const stories = library([article(1, { aliases: ['/old.html'] })]);

async function open(files: Files) {
  await writeContent(path.join(root, 'content/public'), files);
  return { contentDirectory: path.join(root, 'content'), publicDirectory: path.join(root, 'public') };
}

describe('a public file', () => {
  it.each([
    'CNAME',
    '404.html',
    'robots.txt',
    'favicon.svg',
    'favicon.ico',
    '_headers',
    '_host/nginx-headers.conf',
    'form/index.html',
    'c/world/chart.png',
    'ملف التقرير (١).pdf',
    '.well-known/assetlinks.json',
  ])('is published without a word: %s', async (name) => {
    const directories = await open({ [name]: 'x' });
    expect(describePublicFiles(stories, directories)).toEqual([]);
    expect(findPublicFileProblems(stories, directories)).toEqual([]);
  });

  it('with the domain of the site is left out of a staging site, and told', async () => {
    const directories = await open({ CNAME: 'news.example', 'ads.txt': 'x' });
    const site = shownSite(stories.site, { siteUrl: 'https://try.example' });
    expect(describePublicFiles({ ...stories, site }, directories)).toEqual([
      'public/CNAME لا يُنسخ إلى الموقع التجريبي، لأن فيه نطاق الموقع المنشور.',
    ]);
    expect(isLeftOut('CNAME', site)).toBe(true);
    expect(isLeftOut('ads.txt', site)).toBe(false);
  });

  it.each([
    ['index.html', '/'],
    ['a0001/index.html', '/a0001/'],
    ['c/world/index.html', '/c/world/'],
    ['rss.xml', '/rss.xml'],
    ['old.html', '/old.html'],
  ])('that replaces what the site makes is told: %s', async (name, address) => {
    const [told, ...others] = describePublicFiles(stories, await open({ [name]: 'x' }));
    expect([told, others]).toEqual([
      expect.stringContaining(`public/${name} يحلّ محل ما يصنعه الموقع في العنوان ${address}،`),
      [],
    ]);
  });

  it.each([
    '_astro/a.css',
    '_images/a.png',
    '_files/a.pdf',
    '_cards/a.png',
    'pagefind/parts.json',
    'pagefind',
    'c',
    'c/world',
    'a0001',
  ])('that stands in the way of the site is refused: %s', async (name) => {
    const problems = findPublicFileProblems(stories, await open({ [name]: 'x' }));
    expect(problems.map(({ file, line }) => [file, line])).toEqual([[`public/${name}`, 1]]);
  });

  it('differs only in capitals from a page that the site makes', async () => {
    expect(describePublicFiles(stories, await open({ 'C/World/index.html': 'x' }))).toEqual([
      expect.stringContaining('c/world/index.html وpublic/C/World/index.html لا يفرق بينهما إلا الحروف اللاتينية'),
    ]);
  });

  it('has a name in bytes that are not UTF-8', async () => {
    const directories = await open({ 'a.txt': 'x' });
    const folder = path.join(directories.contentDirectory, 'public');
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff, 0xfe])]), 'x');
    } catch {
      return; // Not every file system has such names.
    }
    expect(findPublicFileProblems(stories, directories).map(({ file }) => file)).toEqual(['public/b\ufffd\ufffd']);
  });

  it('has a name on two lines, which its message shows on one', async () => {
    const [told = ''] = describePublicFiles(stories, await open({ 'a\nb.pdf': 'x' }));
    expect(told).toContain('public/a%0Ab.pdf ما لا تقبله بعض الاستضافات: «%0A»');
  });

  it.each(['a?.pdf', 'a#b/c.pdf', 'a:b.txt', 'a.', 'a ', 'a. /b.txt', 'a|b'])(
    'has a name that hosts refuse: %j',
    async (name) => {
      expect(describePublicFiles(stories, await open({ [name]: 'x' }))).toHaveLength(1);
    },
  );
});
