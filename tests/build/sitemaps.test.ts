import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, referenceSite } from '../support/newsroom.ts';
import { hasXmllint, lintXml } from '../support/xmllint.ts';

const title = 'R&D <NATO>: «ماذا بعد a[b[0]]>1؟»';
const key = 'abcdef0123456789';
const files = {
  ...referenceSite,
  'site.yaml': `${referenceSite['site.yaml']}announce: { indexnow-key: ${key} }\n`,
  'articles/2022/03/news.md': markdown(
    { title, author: 'huda', date: '2022-03-01T10:00:00+02:00', category: 'world', id: 'n3w5s' },
    'متن.',
  ),
};
const epoch = (iso: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(iso) / 1000) });
const parse = (xml: string) => new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'url' }).parse(xml);

describe('sitemaps', () => {
  let site: BuiltSite;
  let later: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(files, { environment: epoch('2022-03-02T10:00:00Z') });
    later = await buildSite(files, { environment: epoch('2022-03-05T10:00:00Z') });
  });

  it('are named in robots.txt', () => {
    expect(site.read('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://sada.example/sitemap.xml\nSitemap: https://sada.example/sitemap-news.xml\n',
    );
  });

  it('come with the file of the IndexNow key', () => {
    expect(site.read(`${key}.txt`)).toBe(key);
  });

  it('name the image of an article, which exists in the output', () => {
    const { urlset } = parse(site.read('sitemap-2022-01.xml'));
    expect(urlset['@_xmlns:image']).toBe('http://www.google.com/schemas/sitemap-image/1.1');
    const [entry] = urlset.url;
    expect(entry).toMatchObject({ loc: 'https://sada.example/k7q3m/', lastmod: '2022-01-20T07:00:00.000Z' });
    expect(site.exists(new URL(entry['image:image']['image:loc']).pathname.slice(1))).toBe(true);
  });

  it('have the news of two days, with the name of the newspaper and the unchanged headline', () => {
    const { urlset } = parse(site.read('sitemap-news.xml'));
    expect(urlset.url).toEqual([
      {
        loc: 'https://sada.example/n3w5s/',
        'news:news': {
          'news:publication': { 'news:name': 'صدى', 'news:language': 'ar' },
          'news:publication_date': '2022-03-01T08:00:00.000Z',
          'news:title': title,
        },
      },
    ]);
    expect(parse(later.read('sitemap-news.xml')).urlset.url).toEqual([{ loc: 'https://sada.example/' }]);
  });

  it('never have the end of a CDATA section outside of one', () => {
    for (const file of site.files().filter((name) => name.endsWith('.xml')))
      expect(site.read(file)).not.toContain(']]>');
  });

  it('are the same three days later, except for the news', () => {
    const sitemaps = site.files().filter((file) => /^sitemap/.test(file));
    expect(sitemaps.filter((file) => site.read(file) !== later.read(file))).toEqual(['sitemap-news.xml']);
  });

  it.skipIf(!hasXmllint())('are well-formed for xmllint', () => {
    const sitemaps = site.files().filter((file) => /^sitemap/.test(file));
    for (const file of sitemaps) expect(() => lintXml(site.read(file)), file).not.toThrow();
  });
});
