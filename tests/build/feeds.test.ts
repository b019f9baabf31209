import { statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import type { Library } from '../../src/library/types.ts';
import { correctionsFeedFormats } from '../../src/model/corrections.ts';
import { composeFeed, feedSources } from '../../src/model/feed.ts';
import { articlesWithCoverage } from '../../src/model/live-entries.ts';
import { composeLiveFeed } from '../../src/model/live-feed.ts';
import { correctionsPath, feedPath } from '../../src/model/urls.ts';
import { type BuiltSite, buildSite, projectDirectory } from '../support/build-site.ts';
import { readFeed, readWithRssParser } from '../support/feed-parsers.ts';
import { reference, referenceSite } from '../support/newsroom.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { hasXmllint, lintXml } from '../support/xmllint.ts';

const isFeed = /(^|\/)(rss\.xml|atom\.xml|feed\.json)$/;

describe('the feeds of the sample site', () => {
  const site = sampleSite();
  const feeds = site.files().filter((file) => isFeed.test(file));
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary({
      contentDirectory: path.join(projectDirectory, 'content'),
      publicDirectory: path.join(projectDirectory, 'public'),
      cacheDirectory: await mkdtemp(path.join(inject('temporaryRoot'), 'feeds-')),
      now: Date.now(),
      includeUnpublished: false,
      fingerprint: 'feeds',
    });
  });

  it('are exactly those of the library', () => {
    const expected = feedSources(library).flatMap((source) =>
      source.formats.map((format) => feedPath(source.path, format).slice(1)),
    );
    expected.push(...articlesWithCoverage(library).map(([{ id }]) => `${id}/rss.xml`));
    expected.push(...correctionsFeedFormats(library).map((format) => feedPath(correctionsPath(), format).slice(1)));
    expect(expected.length).toBeGreaterThan(20);
    expect(feeds).toEqual(expected.toSorted());
  });

  it('are read by feedsmith and rss-parser with the original ids, dates, authors and texts', async () => {
    const ofLists = feedSources(library).flatMap((source) =>
      source.formats.map((format) => [format, composeFeed(source, format, library)] as const),
    );
    const ofCoverage = articlesWithCoverage(library).map(
      ([article, coverage]) => ['rss', composeLiveFeed(article, coverage, library)] as const,
    );
    for (const [format, feed] of [...ofLists, ...ofCoverage]) {
      const text = site.read(decodeURI(new URL(feed.self).pathname).slice(1));
      const read = readFeed(text, format);
      expect(read).toMatchObject({ title: feed.title, language: 'ar-EG', self: feed.self });
      expect(read.items).toEqual(
        feed.items.map((item) => ({
          id: item.id,
          title: item.title,
          link: item.link,
          published: item.published,
          updated: item.updated,
          authors: item.authors.map(({ name }) => name),
          categories: item.categories,
          summary: item.summary,
          html: expect.stringMatching(/^<div lang="ar" dir="rtl">.+<\/div>$/s),
          image: item.lead && { url: item.lead.url, type: item.lead.type, length: expect.any(Number) },
        })),
      );
      if (format === 'json') continue;
      const again = await readWithRssParser(text);
      expect(again.map(({ id, title, link, published, html }) => ({ id, title, link, published, html }))).toEqual(
        read.items.map(({ id, title, link, published, html }) => ({ id, title, link, published, html })),
      );
    }
  });

  it('have every paragraph of each article, the same in all formats', () => {
    const [rss, atom, json] = (['rss', 'atom', 'json'] as const).map(
      (format) => readFeed(site.read(feedPath('/', format).slice(1)), format).items,
    );
    expect(atom?.map(({ html }) => html)).toEqual(rss?.map(({ html }) => html));
    expect(json?.map(({ html }) => html)).toEqual(rss?.map(({ html }) => html));
    for (const { link = '', html = '' } of rss ?? []) {
      const paragraphs = paragraphsOf(site.read(`${decodeURI(new URL(link).pathname).slice(1)}index.html`));
      const carried = wordsOf(parseDocument(html));
      expect(paragraphs.length, link).toBeGreaterThan(2);
      expect(
        paragraphs.filter((words) => !carried.includes(words)),
        link,
      ).toEqual([]);
    }
  });

  it('have no relative URLs, no scripts and no words that are only for pages', () => {
    for (const file of feeds) {
      const format = file.endsWith('.json') ? 'json' : file.endsWith('atom.xml') ? 'atom' : 'rss';
      for (const { html = '', link } of readFeed(site.read(file), format).items) {
        const addresses = [...html.matchAll(/\s(?:src|href|poster)="([^"]*)"/g)].map(([, address]) => address);
        expect(
          addresses.filter((address) => !/^(https?:|mailto:|#)/.test(address ?? '')),
          link,
        ).toEqual([]);
        expect(html).not.toMatch(/<script|<svg|<button|srcset|class=|ولا يتصل متصفحك/);
      }
    }
  });

  it('have footnotes that lead to an id of their own item, and no id twice', () => {
    const { items } = readFeed(site.read('rss.xml'), 'rss');
    const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '');
    const fragments = items.flatMap(({ html = '' }) =>
      [...html.matchAll(/href="#([^"]+)"/g)].map(([, fragment = '']) => ({ html, id: decodeURI(fragment) })),
    );
    expect(fragments.some(({ id }) => id.startsWith('fn-1-'))).toBe(true);
    expect(fragments.filter(({ html, id }) => !idsOf(html).includes(id))).toEqual([]);
    const ids = items.flatMap(({ html = '' }) => idsOf(html));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have a video as a link with its image, and the true length of every enclosure', () => {
    const { items } = readFeed(site.read('rss.xml'), 'rss');
    const withVideo = items.find(({ html }) => html?.includes('youtube.com/watch'))?.html ?? '';
    expect(withVideo).toMatch(/<a href="https:\/\/www\.youtube\.com\/watch[^>]*>\s*<figure><img src="https:[^>]+>/);
    const images = items.flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(10);
    for (const { url = '', length } of images) {
      expect(statSync(path.join(site.directories.outputDirectory, new URL(url).pathname)).size).toBe(length);
    }
  });

  it('are linked from the pages that they belong to', () => {
    const alternates = (file: string) =>
      [...site.read(file).matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g)].map(
        ([, type, url]) => `${type} ${decodeURI(new URL(url ?? '').pathname)}`,
      );
    const main = ['application/rss+xml /rss.xml', 'application/atom+xml /atom.xml', 'application/feed+json /feed.json'];
    expect(alternates('index.html')).toEqual(main);
    const [rss] = main;
    expect(alternates('c/world/index.html')).toEqual([rss, 'application/rss+xml /c/world/rss.xml']);
    expect(alternates('t/كتب/index.html')).toEqual([rss, 'application/rss+xml /t/كتب/rss.xml']);
  });

  it.skipIf(!hasXmllint())('are well-formed for xmllint', () => {
    for (const file of feeds) if (file.endsWith('.xml')) expect(() => lintXml(site.read(file)), file).not.toThrow();
  });
});

describe('feeds over time', () => {
  const file = 'articles/2022/01/bridge.md';
  const epoch = Date.UTC(2022, 2, 1) / 1000;
  const isForMachines = /(\.xml|feed\.json)$/;
  let first: BuiltSite;
  let hourLater: BuiltSite;
  let edited: BuiltSite;
  beforeAll(async () => {
    const build = (files: typeof referenceSite, seconds: number) =>
      buildSite(files, { environment: { SOURCE_DATE_EPOCH: String(seconds) } });
    const files = {
      ...referenceSite,
      'site.yaml': `${referenceSite['site.yaml']}feeds: { atom-and-json: sections }\n`,
    };
    first = await build(files, epoch);
    hourLater = await build(files, epoch + 3600);
    const article = String(referenceSite[file])
      .replace(reference.title, 'عنوان مصحَّح')
      .replace('2022-01-20T09:00:00', '2022-02-10T09:00:00')
      .replace('سبع دقائق', 'ثماني دقائق');
    edited = await build({ ...files, [file]: article }, epoch);
  });

  it('have the same bytes an hour later', () => {
    const documents = first.files().filter((name) => isForMachines.test(name));
    expect(documents.length).toBeGreaterThan(8);
    expect(hourLater.files()).toEqual(first.files());
    expect(documents.filter((name) => hourLater.read(name) !== first.read(name))).toEqual([]);
  });

  it.each(['rss', 'atom', 'json'] as const)(
    'show an edit in %s with its date, in the same place under the same id',
    (format) => {
      for (const of of ['/', '/c/world/']) {
        const name = feedPath(of, format).slice(1);
        const before = readFeed(first.read(name), format).items;
        const after = readFeed(edited.read(name), format).items;
        const lasting = (items: typeof before) => items.map(({ id, link, published }) => [id, link, published]);
        expect(lasting(after)).toEqual(lasting(before));
        expect(after[0]).toMatchObject({ title: 'عنوان مصحَّح', updated: '2022-02-10T07:00:00.000Z' });
        expect(after[0]?.html).toContain('ثماني دقائق');
        expect(before[0]?.html).toContain('سبع دقائق');
        expect(after.slice(1)).toEqual(before.slice(1));
      }
    },
  );

  it('change with an article only if they have it', () => {
    const changed = first
      .files()
      .filter((name) => isFeed.test(name))
      .filter((name) => first.read(name) !== edited.read(name));
    expect(changed).toEqual([
      'a/huda/rss.xml',
      'atom.xml',
      'c/world/atom.xml',
      'c/world/feed.json',
      'c/world/rss.xml',
      'feed.json',
      'rss.xml',
    ]);
  });
});

function paragraphsOf(page: string): string[] {
  const prose = DomUtils.findOne(
    ({ attribs }) => attribs.class?.split(' ').includes('prose') ?? false,
    [parseDocument(page)],
  );
  const isShown = (element: { attribs: Record<string, string> }) => element.attribs['data-feed'] !== 'omit';
  return DomUtils.findAll(
    ({ name }) => ['p', 'h2', 'h3', 'blockquote', 'figcaption'].includes(name),
    prose ? [prose] : [],
  )
    .filter(isShown)
    .filter(
      (element) =>
        !DomUtils.findOne(
          ({ attribs }) => attribs['aria-hidden'] === 'true' || attribs.class === 'visually-hidden',
          [element],
        ),
    )
    .map((element) => {
      // Items name the reporter in a line of their own.
      const opening = DomUtils.findOne(({ attribs }) => attribs.class === 'opening', element.children);
      if (opening) DomUtils.removeElement(opening);
      return wordsOf(element);
    });
}

/** Returns the text without white space, which the markup between blocks adds, and without the dash before a credit. */
function wordsOf(node: Parameters<typeof DomUtils.textContent>[0]): string {
  return DomUtils.textContent(node).replace(/[\s–]+/g, '');
}
