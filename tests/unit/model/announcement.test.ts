import { describe, expect, it } from 'vitest';
import type { Article, Library } from '../../../src/library/types.ts';
import { announcementRequests, composeAnnouncement, rememberAnnounced } from '../../../src/model/announcement.ts';
import { article, library, site } from '../../support/library.ts';

const now = Date.UTC(2026, 1, 1);
const all = Array.from({ length: 60 }, (_, index) => article(index));
const known = (articles: readonly Article[], fields?: Partial<Library>) => library(articles, fields);
const before = composeAnnouncement(known(all), undefined, now).current;
const told = (articles: readonly Article[]) => {
  const { pages, feeds } = composeAnnouncement(known(articles), before, now);
  const paths = (urls: string[]) => urls.map((url) => url.replace('https://news.example', ''));
  return { pages: paths(pages), feeds: paths(feeds) };
};

describe('an announcement', () => {
  it('is empty if nothing has changed', () => {
    expect(told(all)).toEqual({ pages: [], feeds: [] });
  });

  it('has a new article, and the feeds that it is in', () => {
    expect(told([...all, article(60, { category: 'culture', authors: ['nader'] })])).toEqual({
      pages: ['/a0060/'],
      feeds: ['/rss.xml', '/atom.xml', '/feed.json', '/c/culture/rss.xml', '/a/nader/rss.xml'],
    });
  });

  it('has an edited old article that is in no feed any more', () => {
    const edited = all.map((one) => (one.id === 'a0003' ? { ...one, digest: 'new' } : one));
    expect(told(edited)).toEqual({ pages: ['/a0003/'], feeds: [] });
  });

  it('has an article whose photo was replaced', () => {
    const picture = { src: '/_images/new.jpg', width: 1200, height: 800, sources: [] };
    expect(told(all.map((one) => (one.id === 'a0003' ? { ...one, picture } : one))).pages).toEqual(['/a0003/']);
  });

  it('has pages that were deleted', () => {
    expect(told(all.filter(({ id }) => id !== 'a0003')).pages).toEqual(['/a0003/']);
  });

  it('has only the articles of the last two days if no earlier announcement is known', () => {
    const recent = [
      ...all,
      article(70, { date: new Date(now - 3_600_000).toISOString(), category: 'culture', authors: ['nader'] }),
      article(71, { lastUpdated: new Date(now - 7_200_000).toISOString(), category: 'culture', authors: ['nader'] }),
    ];
    const { pages, feeds } = composeAnnouncement(known(recent), undefined, now);
    expect(pages).toEqual(['https://news.example/a0070/', 'https://news.example/a0071/']);
    expect(feeds).toContain('https://news.example/c/culture/rss.xml');
    expect(feeds).not.toContain('https://news.example/c/world/rss.xml');
  });
});

describe('the requests of an announcement', () => {
  const settings = {
    ...site,
    feeds: { ...site.feeds, hub: 'https://hub.example/' },
    announce: { indexNow: { key: 'abcdef0123456789', endpoint: 'https://index.example/indexnow' } },
  };
  const announcement = {
    pages: ['https://news.example/k7q3m/', 'https://old.example/k7q3m/'],
    feeds: ['https://news.example/rss.xml', 'https://news.example/t/%D9%86%D9%8A%D9%84/rss.xml'],
    current: { pages: {}, feeds: {} },
  };

  it('send feeds to the hub, and to IndexNow only pages of the site’s own host', () => {
    const [hub, indexNow] = announcementRequests(announcement, settings);
    expect(hub).toMatchObject({ service: 'hub', endpoint: 'https://hub.example/', urls: announcement.feeds });
    expect([...new URLSearchParams(hub?.body)]).toEqual([
      ['hub.mode', 'publish'],
      ...announcement.feeds.map((url) => ['hub.url', url]),
    ]);
    expect(JSON.parse(indexNow?.body ?? '')).toEqual({
      host: 'news.example',
      key: 'abcdef0123456789',
      keyLocation: 'https://news.example/abcdef0123456789.txt',
      urlList: ['https://news.example/k7q3m/'],
    });
  });

  it('are none if the site names no service, or if nothing has changed', () => {
    expect(announcementRequests(announcement, site)).toEqual([]);
    expect(announcementRequests({ ...announcement, pages: [], feeds: [] }, settings)).toEqual([]);
  });

  it('never have more URLs than the services accept', () => {
    const pages = Array.from({ length: 10_001 }, (_, index) => `https://news.example/${index}/`);
    const sizes = announcementRequests({ ...announcement, pages }, settings).map(({ urls }) => urls.length);
    expect(sizes).toEqual([2, 10_000, 1]);
  });
});

describe('the record of announcements', () => {
  const changed = all.map((one) => (['a0058', 'a0059'].includes(one.id) ? { ...one, digest: 'new' } : one));
  const announcement = composeAnnouncement(known(changed), before, now);

  it('has the whole present state if all requests were accepted', () => {
    expect(rememberAnnounced(before, announcement, [])).toEqual(announcement.current);
  });

  it('leaves refused URLs to the next announcement', () => {
    const url = 'https://news.example/a0058/';
    const refused = { service: 'indexnow' as const, endpoint: 'x', contentType: 'x', body: 'x', urls: [url] };
    const memory = rememberAnnounced(before, announcement, [refused]);
    expect(composeAnnouncement(known(changed), memory, now).pages).toEqual([url]);
    expect(
      composeAnnouncement(known(changed), rememberAnnounced(undefined, announcement, [refused]), now).pages,
    ).toEqual([url]);
  });

  it('still has a deleted article whose deletion was refused', () => {
    const without = known(all.slice(1));
    const gone = composeAnnouncement(without, before, now);
    const refused = { service: 'indexnow' as const, endpoint: 'x', contentType: 'x', body: 'x', urls: gone.pages };
    expect(composeAnnouncement(without, rememberAnnounced(before, gone, [refused]), now).pages).toEqual(gone.pages);
    expect(composeAnnouncement(without, rememberAnnounced(before, gone, []), now).pages).toEqual([]);
  });
});
