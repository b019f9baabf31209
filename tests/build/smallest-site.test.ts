import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { isShortId } from '../../src/lib/short-id.ts';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { smallestSite } from '../support/newsroom.ts';

describe('a content directory with only the required files', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(smallestSite);
  });

  it('builds', () => {
    expect(site.output).not.toMatch(/error/i);
    expect(site.exitCode).toBe(0);
  });

  it('has every kind of page', () => {
    const pages = site.files().filter((file) => file.endsWith('.html'));
    expect(pages.filter((file) => !isShortId(file.split('/')[0] ?? ''))).toEqual([
      '2022/01/index.html',
      '404.html',
      'a/huda/index.html',
      'archive/index.html',
      'c/world/index.html',
      'feeds/index.html',
      'index.html',
      'saved/index.html',
      'search/index.html',
    ]);
    expect(pages).toHaveLength(10);
  });

  it('has a feed, a sitemap and a robots.txt with the same URLs', () => {
    const { rss } = parseXml(site.read('rss.xml'));
    const { sitemapindex } = parseXml(site.read('sitemap.xml'));
    const { urlset } = parseXml(site.read('sitemap-2022-01.xml'));
    const article = rss.channel.item.link;
    expect(article).toMatch(/^https:\/\/sada\.example\/[0-9a-z]{5}\/$/);
    expect(sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc)).toContain(
      'https://sada.example/sitemap-2022-01.xml',
    );
    expect(urlset.url.loc).toBe(article);
    expect(site.exists(`${new URL(article).pathname.slice(1)}index.html`)).toBe(true);
    expect(site.read('robots.txt')).toContain('Sitemap: https://sada.example/sitemap.xml');
  });

  it('has the full text of the article in the feed', () => {
    const { rss } = parseXml(site.read('rss.xml'));
    expect(rss.channel.item['content:encoded']).toContain('عبر الناس الجسر صباح اليوم للمرة الأولى.');
  });

  it('is built with one notice of the command that writes the ids of its articles', () => {
    expect(site.output.match(/npm run check -- --fix/g)).toHaveLength(1);
  });

  it('is built with a summary at the end', () => {
    expect(site.output).toMatch(/بُني الموقع: مقال واحد في 10 صفحات، خلال .+، وحجمه .+\./);
  });

  it('has the same URL for an article without an id in the next build', async () => {
    const again = await buildSite(smallestSite);
    expect(again.files().filter((file) => isShortId(file.split('/')[0] ?? ''))).toEqual(
      site.files().filter((file) => isShortId(file.split('/')[0] ?? '')),
    );
  });
});

/** Parses XML. Throws if it is not well-formed. */
function parseXml(xml: string) {
  return new XMLParser().parse(xml, true);
}
