import { readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { projectDirectory } from '../support/build-site.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { sampleSite } from '../support/shared-sites.ts';

describe('the sample site', () => {
  const site = sampleSite();
  const ours = site.files().filter((file) => !file.startsWith('pagefind/'));
  /** Without the stubs, which only redirect. */
  const pages = ours.filter((file) => file.endsWith('.html') && !site.read(file).includes('http-equiv="refresh"'));

  it('has enough content of each kind', () => {
    const contentIn = (folder: string) =>
      readdirSync(path.join(projectDirectory, 'content', folder), { recursive: true });
    const articles = contentIn('articles').map(String);
    expect(findSamplePages(site).articles.length).toBeGreaterThanOrEqual(24);
    expect(contentIn('categories')).toHaveLength(5);
    expect(contentIn('authors').filter((file) => String(file).endsWith('.yaml'))).toHaveLength(6);
    expect(articles.filter((file) => file.endsWith('.mdx')).length).toBeGreaterThanOrEqual(2);
  });

  it('is in Arabic from right to left on every page, with one h1 and a title of its own', () => {
    const odd = pages.filter((file) => {
      const html = site.read(file);
      return !/<html[^>]* lang="ar"[^>]* dir="rtl"/.test(html) || html.match(/<h1[\s>]/g)?.length !== 1;
    });
    expect(odd).toEqual([]);
    const titles = pages.map((file) => /<title>([^<]+)<\/title>/.exec(site.read(file))?.[1]);
    expect(titles.filter((title, index) => !title || titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has feeds and a sitemap that an XML parser accepts', () => {
    const documents = ours.filter((file) => file.endsWith('.xml'));
    expect(documents).toContain('rss.xml');
    expect(documents).toContain('sitemap.xml');
    for (const file of documents) expect(() => new XMLParser().parse(site.read(file), true), file).not.toThrow();
  });

  it('lists in its sitemaps exactly the pages that search engines may index', () => {
    const listed = (file: string): string[] =>
      [...site.read(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => decodeURI(new URL(url ?? '').pathname));
    const parts = listed('sitemap.xml').map((path) => path.slice(1));
    expect(ours.filter((file) => /^sitemap-.*\.xml$/.test(file))).toEqual([...parts, 'sitemap-news.xml'].toSorted());
    const named = parts.flatMap(listed);
    const indexed = pages
      .filter((file) => !/<meta name="robots" content="noindex"/.test(site.read(file)))
      .map((file) => `/${file.replace(/index\.html$/, '')}`);
    expect(named.toSorted()).toEqual(indexed.toSorted());
  });

  it('loads nothing from other hosts', () => {
    const foreign = ours
      .filter((file) => /\.(html|css)$/.test(file))
      .flatMap((file) =>
        [...site.read(file).matchAll(/(?:\ssrc(?:set)?=|url\()["']?(?:https?:)?\/\/[^"')\s]+/g)].map(
          ([url]) => `${file}:${url}`,
        ),
      );
    expect(foreign).toEqual([]);
  });
});
