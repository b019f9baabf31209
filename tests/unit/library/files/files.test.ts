import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { findActiveXml } from '../../../../src/library/files/active-xml.ts';
import { createFileStore } from '../../../../src/library/files/files.ts';
import { type Files, writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'files-'));
});

afterEach(() => rm(root, { recursive: true }));

const inContent = (name: string) => path.join(root, 'content', name);

function openStore(isVerifying = false) {
  return createFileStore({
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    isVerifying,
  });
}

const files: Files = {
  'content/articles/report.pdf': '%PDF-1.4',
  'content/articles/2026/تقرير اللجنة (١).PDF': '%PDF-1.5',
  'content/articles/100% صحيح.csv': 'أ،ب',
  'content/articles/a#1.txt': 'نص',
  'content/articles/word.md': 'نص',
  'content/articles/photo.heic': 'نص',
  'public/annual.pdf': '%PDF-1.6',
  'public/widget.html': '<p>نص</p>',
};

describe('a link is resolved', () => {
  it.each([
    ['report.pdf', 'articles/a.md', '/_files/report-e16fa5d9b5.pdf', 'articles/report.pdf'],
    ['../report.pdf', 'articles/2026/a.md', '/_files/report-e16fa5d9b5.pdf', 'articles/report.pdf'],
    ['report.pdf#page=3', 'articles/a.md', '/_files/report-e16fa5d9b5.pdf#page=3', 'articles/report.pdf'],
    ['2026/تقرير%20اللجنة%20(١).PDF', 'articles/a.md', '/_files/تقرير-اللجنة-1-', 'articles/2026/تقرير اللجنة (١).PDF'],
    ['100%25%20صحيح.csv', 'articles/a.md', '/_files/100-صحيح-', 'articles/100% صحيح.csv'],
    ['a%231.txt', 'articles/a.md', '/_files/a-1-', 'articles/a#1.txt'],
    ['a#1.txt', 'articles/a.md', '/_files/a-1-', 'articles/a#1.txt'],
    ['/annual.pdf', 'articles/a.md', '/annual.pdf', '/annual.pdf'],
  ])('%s in %s', async (src, from, url, source) => {
    await writeContent(root, files);
    const found = await openStore().resolve(src, from);
    expect(found).toMatchObject({ source });
    expect(decodeURI((found as { url: string }).url)).toContain(url);
  });

  it.each(['word.md', '/widget.html', '/missing.pdf', 'example.com', '2026/', '#a', '../../etc/hosts'])(
    'not if it leads to no file beside the article: %s',
    async (src) => {
      await writeContent(root, files);
      expect(await openStore().resolve(src, 'articles/a.md')).toBeUndefined();
    },
  );
});

describe('a published file', () => {
  const resolve = async (isVerifying = false) => openStore(isVerifying).resolve('report.pdf', 'articles/a.md');

  it('has another name after a change, and is found in `dev` under both', async () => {
    await writeContent(root, files);
    const first = await resolve();
    await writeFile(inContent('articles/report.pdf'), '%PDF-1.7 changed');
    const second = await resolve();
    expect(second).not.toEqual(first);
    const name = path.basename((second as { url: string }).url);
    expect(await openStore().read(name)).toEqual({ bytes: Buffer.from('%PDF-1.7 changed'), type: 'application/pdf' });
    expect(await openStore().read('other-0f3a.pdf')).toBeUndefined();
  });

  it('is taken only as it was resolved', async () => {
    await writeContent(root, files);
    const found = (await resolve()) as { url: string; source: string };
    expect(await openStore().take(found)).toEqual(Buffer.from('%PDF-1.4'));
    await writeFile(inContent('articles/report.pdf'), '%PDF-1.7');
    expect(await openStore().take(found)).toBeUndefined();
  });
});

test.each([
  ['<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>', undefined],
  ['<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"/>', undefined],
  ['<gpx><h:script xmlns:h="http://www.w3.org/1999/xhtml"/></gpx>', 'xmlns:h="http://www.w3.org/1999/xhtml"'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'xmlns="http://www.w3.org/2000/svg"'],
  ['<svg xmlns="http:&#47;/www.w3.org/2000/svg"/>', 'xmlns="http://www.w3.org/2000/svg"'],
  ['<?xml-stylesheet href="a.xsl" type="text/xsl"?><gpx/>', '<?xml-stylesheet>'],
  ['<!DOCTYPE gpx [<!ENTITY x "http://www.w3.org/1999/xhtml">]><gpx xmlns="&x;"/>', '<!DOCTYPE>'],
  ['<?xml version="1.0" encoding="utf-7"?><gpx/>', '<?xml>'],
])('what may run in %s is %s', (xml, found) => {
  expect(findActiveXml(new TextEncoder().encode(xml))).toBe(found);
});
