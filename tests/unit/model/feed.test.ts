import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { composeFeed, type FeedSource, feedSources, hasTagFeed } from '../../../src/model/feed.ts';
import type { AtomAndJsonScope } from '../../../src/schema/syndication.ts';
import { article, library, site } from '../../support/library.ts';

function articles(count: number, fields: Partial<Article> = {}): Article[] {
  return Array.from({ length: count }, (_, index) => article(index + 1, fields));
}

const sourcesOf = (all: readonly Article[]) => feedSources(library(all));

describe('the feeds of a site', () => {
  it('are one for the site, each section, each author, and each tag with five articles', () => {
    const tagged = [
      ...articles(5, { tags: ['نيل'] }),
      article(6, { tags: ['بحر'], category: 'culture', authors: ['nader'] }),
    ];
    expect(sourcesOf(tagged).map(({ path, formats, articles: all }) => [path, formats.join(' '), all.length])).toEqual([
      ['/', 'rss atom json', 6],
      ['/c/world/', 'rss', 5],
      ['/c/culture/', 'rss', 1],
      ['/a/salma/', 'rss', 5],
      ['/a/nader/', 'rss', 1],
      ['/t/نيل/', 'rss', 5],
    ]);
  });

  it('have no drafts and future articles, which a tag does not count either', () => {
    const tagged = [...articles(4, { tags: ['نيل'] }), article(6, { tags: ['نيل'], unpublished: true })];
    expect(sourcesOf(tagged).map(({ path, articles: all }) => [path, all.length])).toEqual([
      ['/', 4],
      ['/c/world/', 4],
      ['/c/culture/', 0],
      ['/a/salma/', 4],
      ['/a/nader/', 0],
    ]);
    expect([hasTagFeed(tagged), hasTagFeed(articles(5))]).toEqual([false, true]);
  });

  it.each<[scope: AtomAndJsonScope, kinds: string[]]>([
    ['site', ['site']],
    ['sections', ['site', 'category']],
    ['all', ['site', 'category', 'author', 'tag']],
  ])('exist in Atom and JSON Feed too for the kinds in the setting «%s»', (atomAndJson, kinds) => {
    const feeds = { ...site.feeds, atomAndJson };
    const sources = feedSources(library(articles(5, { tags: ['نيل'] }), { site: { ...site, feeds } }));
    const inAll = sources.filter(({ formats }) => formats.join(' ') === 'rss atom json');
    expect([...new Set(inAll.map(({ kind }) => kind))]).toEqual(kinds);
    expect(sources.every(({ formats }) => formats[0] === 'rss')).toBe(true);
  });

  it('have the newest fifty articles of the site, or thirty of a section, an author or a tag', () => {
    const sources = sourcesOf(articles(60, { tags: ['نيل'] })).filter((source) => source.articles.length > 0);
    expect(sources.map(({ kind, articles: all }) => [kind, all.length, all[0]?.id])).toEqual([
      ['site', 50, 'a0060'],
      ['category', 30, 'a0060'],
      ['author', 30, 'a0060'],
      ['tag', 30, 'a0060'],
    ]);
  });

  it('exist for a section without articles too, because its page links to one', () => {
    const own = library([]);
    const [main] = feedSources(own);
    const feed = main && composeFeed(main, 'rss', own);
    expect(feed).toMatchObject({ title: site.title, items: [] });
    expect(feed).not.toHaveProperty('updated');
  });
});

describe('a feed', () => {
  const image = { src: 'x.svg', alt: 'قارب', credit: 'مها' };
  const drawing = { src: '/_images/x.svg', width: 400, height: 300, sources: [], social: '/_images/x-social.jpg' };
  const photo = { src: '/_images/y-1200.jpg', width: 1200, height: 800, sources: [], social: '/_images/y-social.jpg' };
  const one = article(1, { id: '0012a', image, picture: drawing, reporters: [{ name: 'سامي', gender: 'male' }] });
  const two = article(2, { lastUpdated: '2026-02-01T00:00:00.000Z', tags: ['نيل'], image, picture: photo });
  const whole = library([one, two], {
    site: {
      ...site,
      feeds: { language: 'ar-EG', hub: 'https://hub.example/', atomAndJson: 'sections' },
      publisher: { ...site.publisher, logo: '/logo.png' },
    },
  });
  const [main, world] = feedSources(whole);
  if (!main || !world) throw new Error('The library has two feeds.');
  const feed = composeFeed(world, 'atom', whole);

  it('has the date of the latest edit of its items, its own URL and its hub', () => {
    expect(feed).toMatchObject({
      title: 'أخبار العالم – صحيفة التجربة',
      description: 'موقع للاختبار',
      language: 'ar-EG',
      link: 'https://news.example/c/world/',
      self: 'https://news.example/c/world/atom.xml',
      hub: 'https://hub.example/',
      site: { title: 'صحيفة التجربة', url: 'https://news.example/', logo: 'https://news.example/logo.png' },
      updated: '2026-02-01T00:00:00.000Z',
    });
    expect(composeFeed(main, 'json', whole).title).toBe('صحيفة التجربة');
  });

  it('has the size of a photo that a service makes, whose file nobody knows', () => {
    const src = '/cdn-cgi/image/width=1200,format=jpeg/daily/_images/0f-original.png';
    const served = { ...photo, src, type: 'image/jpeg' };
    const own = library([article(1, { image, picture: served })], {
      site: { ...site, url: 'https://news.example/daily' },
    });
    const [source] = feedSources(own);
    const lead = source && composeFeed(source, 'rss', own).items[0]?.lead;
    expect(lead).toEqual({
      ...{ url: `https://news.example${src}`, type: 'image/jpeg', width: 1200, height: 800 },
      ...{ alt: 'قارب', credit: 'مها' },
    });
  });

  it('gives its items permanent ids, and an edit a date of its own', () => {
    expect(feed.items.map(({ id, published, updated }) => [id, published, updated])).toEqual([
      ['tag:news.example,2026:a0002', '2026-01-01T02:00:00.000Z', '2026-02-01T00:00:00.000Z'],
      ['tag:news.example,2026:0012a', '2026-01-01T01:00:00.000Z', undefined],
    ]);
  });

  it('keeps ids, dates and order when everything else in an article is edited', () => {
    const edited: Article = {
      ...one,
      title: 'عنوان آخر',
      slug: 'آخر',
      file: 'articles/b.md',
      digest: 'new',
      authors: ['nader'],
    };
    const after = library([{ ...edited, lastUpdated: '2026-03-01T00:00:00.000Z' }, two]);
    const [now] = feedSources(after);
    const items = now ? composeFeed(now, 'rss', after).items : [];
    const before = composeFeed(main, 'rss', whole).items;
    const kept = (list: typeof items) => list.map(({ id, link, published }) => [id, link, published]);
    expect(kept(items)).toEqual(kept(before));
    expect(items[1]).toMatchObject({ title: 'عنوان آخر', updated: '2026-03-01T00:00:00.000Z' });
  });

  it('shows a photo as it is, and instead of an SVG drawing its JPEG, because feed readers do not show SVG', () => {
    expect(feed.items.map(({ lead }) => [lead?.url, lead?.file, lead?.type, lead?.width, lead?.height])).toEqual([
      ['https://news.example/_images/y-1200.jpg', 'y-1200.jpg', 'image/jpeg', 1200, 800],
      ['https://news.example/_images/x-social.jpg', 'x-social.jpg', 'image/jpeg', 1200, 630],
    ]);
    expect(feed.items[0]?.lead).toMatchObject({ alt: 'قارب', credit: 'مها' });
  });

  it('shows an image of another site with the type and the length that are known of it', () => {
    const src = 'https://media.example/x';
    const picture = { src, width: 900, height: 600, sources: [], source: src, type: 'image/webp', bytes: 81_234 };
    const own = library([article(1, { picture })]);
    const remote = composeFeed(feedSources(own)[0] as FeedSource, 'rss', own);
    expect(remote.items[0]?.lead).toEqual({
      url: src,
      type: 'image/webp',
      width: 900,
      height: 600,
      length: 81_234,
      alt: '',
    });
  });

  it('has authors with their pages, and the section and tags as categories', () => {
    expect(feed.items[0]).toMatchObject({
      authors: [{ name: 'سلمى', url: 'https://news.example/a/salma/' }],
      categories: ['أخبار العالم', 'نيل'],
    });
  });
});
