import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { newsSitemap, sitemapFiles, sitemapIndex } from '../../../src/model/sitemap.ts';
import { article, library, site } from '../../support/library.ts';

const picture = { src: '/_images/y-1200.jpg', width: 1200, height: 800, sources: [], social: '/_images/y-social.jpg' };
const all = [
  article(1, { date: '2025-12-31T23:30:00.000Z', tags: ['نيل'] }),
  article(2, { date: '2026-01-10T08:00:00.000Z', lastUpdated: '2026-03-01T08:00:00.000Z', picture }),
  article(3, { date: '2026-01-20T08:00:00.000Z' }),
  article(4, { date: '2025-11-01T08:00:00.000Z' }),
];
const page = {
  title: 'من نحن',
  slug: 'about',
  file: 'pages/about.md',
  format: 'md' as const,
  digest: 'd',
  excerpt: '',
  bodyImages: [],
  references: [],
  bodyFiles: [],
  bodyEmbeds: [],
  draft: false,
};
const whole = library(all, { pages: [{ ...page, lastUpdated: '2026-02-02T00:00:00.000Z' }] });

function entriesOf(articles: readonly Article[], name: string) {
  return sitemapFiles(library(articles))
    .find((part) => part.name === name)
    ?.entries();
}

describe('the sitemap', () => {
  it('has a file for each month of the site’s time zone with the date of the last edit; the newest month has no date', () => {
    expect(sitemapIndex(whole)).toEqual([
      { url: 'https://news.example/sitemap-pages.xml' },
      { url: 'https://news.example/sitemap-tags.xml' },
      { url: 'https://news.example/sitemap-2026-01.xml' },
      { url: 'https://news.example/sitemap-2025-11.xml', lastmod: '2025-11-01T08:00:00.000Z' },
    ]);
    const february = [...all, article(5, { date: '2026-02-01T08:00:00.000Z' })];
    expect(sitemapIndex(library(february))[2]).toEqual({ url: 'https://news.example/sitemap-2026-02.xml' });
    expect(sitemapIndex(library(february))[3]).toEqual({
      url: 'https://news.example/sitemap-2026-01.xml',
      lastmod: '2026-03-01T08:00:00.000Z',
    });
  });

  it('lists the articles of a month with the date of their last edit and their image', () => {
    expect(entriesOf(all, '2026-01')).toEqual([
      { url: 'https://news.example/a0003/', lastmod: '2026-01-20T08:00:00.000Z' },
      {
        url: 'https://news.example/a0002/',
        lastmod: '2026-03-01T08:00:00.000Z',
        img: [{ url: 'https://news.example/_images/y-1200.jpg' }],
      },
      { url: 'https://news.example/a0001/', lastmod: '2025-12-31T23:30:00.000Z' },
    ]);
  });

  it('changes only in the file of one month when an article of that month is edited or published', () => {
    const written = (articles: readonly Article[]) =>
      new Map(sitemapFiles(library(articles)).map((part) => [part.name, JSON.stringify(part.entries())]));
    const before = written(all);
    const edited = written(
      all.map((one) => (one.id === 'a0004' ? { ...one, lastUpdated: '2026-04-01T00:00:00.000Z' } : one)),
    );
    const published = written([...all, article(5, { date: '2026-01-25T00:00:00.000Z' })]);
    const changed = (after: typeof before) =>
      [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(changed(edited)).toEqual(['2025-11']);
    expect(changed(published)).toEqual(['2026-01']);
  });

  it('lists every page that is not an article once', () => {
    const [pages, tags] = sitemapFiles(whole).map((part) => part.entries());
    expect(pages).toEqual([
      ...['', 'archive/', 'feeds/', 'a/', 'c/world/', 'c/culture/', 'a/salma/', 'a/nader/', '2026/01/', '2025/11/'].map(
        (path) => ({ url: `https://news.example/${path}` }),
      ),
      { url: 'https://news.example/about/', lastmod: '2026-02-02T00:00:00.000Z' },
    ]);
    expect(tags).toEqual([{ url: 'https://news.example/t/%D9%86%D9%8A%D9%84/' }]);
  });

  it('never has more URLs in a file than the protocol allows', () => {
    const tags = Array.from({ length: 50_001 }, (_, index) => `وسم ${index}`);
    const parts = sitemapFiles(library([article(1, { tags })])).filter(({ name }) => name.startsWith('tags'));
    expect(parts.map((part) => [part.name, part.entries().length])).toEqual([
      ['tags', 50_000],
      ['tags-2', 1],
    ]);
  });
});

describe('the news sitemap', () => {
  const now = Date.UTC(2026, 0, 20, 12);
  const newsAt = (articles: readonly Article[], when = now) => newsSitemap(library(articles), when).entries();

  it('has what was published in the two days before the build', () => {
    const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
    const recent = [1, 47.9, 48, 60].map((hours, index) => article(index, { date: hoursAgo(hours) }));
    expect(newsAt(recent)).toEqual([
      {
        url: 'https://news.example/a0000/',
        news: {
          publication: { name: site.title, language: 'ar' },
          publication_date: hoursAgo(1),
          title: 'الخبر رقم 0',
        },
      },
      expect.objectContaining({ url: 'https://news.example/a0001/' }),
    ]);
  });

  it('names the front page alone if nothing was published in these days', () => {
    expect(newsAt(all, Date.UTC(2026, 5, 1))).toEqual([{ url: 'https://news.example/' }]);
  });

  it('has at most the newest thousand articles', () => {
    const minute = (number: number) => new Date(now - number * 60_000).toISOString();
    const busy = Array.from({ length: 1200 }, (_, index) => article(index, { date: minute(index) }));
    const entries = newsAt(busy);
    expect([entries.length, entries[0]?.url, entries.at(-1)?.url]).toEqual([
      1000,
      'https://news.example/a0000/',
      'https://news.example/a0999/',
    ]);
  });
});
