import { describe, expect, it, test } from 'vitest';
import { formatClock } from '../../../src/lib/arabic/dates.ts';
import type { LiveCoverage, LiveEntry } from '../../../src/library/content/live.ts';
import { findAddresses } from '../../../src/model/addresses.ts';
import { composeFrontPage } from '../../../src/model/front-page.ts';
import { composeLiveSection } from '../../../src/model/live.ts';
import { describeCoverage } from '../../../src/model/live-blog.ts';
import { liveSizes, splitEntries } from '../../../src/model/live-entries.ts';
import { composeLiveFeed } from '../../../src/model/live-feed.ts';
import { composeLiveStories, newestMoment } from '../../../src/model/live-story.ts';
import { storyCard } from '../../../src/model/share-card.ts';
import { sitemapFiles } from '../../../src/model/sitemap.ts';
import { feedPaths, livePaths } from '../../../src/model/static-paths.ts';
import { toStory } from '../../../src/model/story.ts';
import { article, library, site } from '../../support/library.ts';

/** Makes entries a minute apart; `number` counts from the oldest. */
function entry(number: number, fields: Partial<LiveEntry> = {}): LiveEntry {
  return {
    id: `live-${number}`,
    file: `live/k7q3m/${number}.md`,
    digest: `digest-${number}`,
    time: new Date(Date.UTC(2026, 0, 1, 9) + number * 60_000).toISOString(),
    authors: [],
    isKey: false,
    isPinned: false,
    excerpt: `نص التحديث ${number}`,
    bodyImages: [],
    bodyFiles: [],
    bodyEmbeds: [],
    references: [],
    unpublished: false,
    ...fields,
  };
}

const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(count - index));
const subject = article(1, { id: 'k7q3m', live: 'open', date: '2026-01-01T09:00:00.000Z' });
const covering = (coverage: LiveCoverage, own = subject) => library([own], { live: new Map([[own.id, coverage]]) });
const numbersOf = (count: number) =>
  splitEntries(entries(count)).numbered.map(({ number, entries: own }) => [number, own.at(-1)?.id, own[0]?.id]);

describe('the pages of live coverage', () => {
  it('are one for the newest entries, and others that are filled from the oldest entry up', () => {
    expect(liveSizes).toEqual({ newest: 30, numbered: 50 });
    expect(splitEntries(entries(30))).toEqual({ newest: entries(30), numbered: [] });
    expect(numbersOf(31)).toEqual([[1, 'live-1', 'live-1']]);
    expect(numbersOf(80)).toEqual([[1, 'live-1', 'live-50']]);
    expect(numbersOf(200)).toEqual([
      [4, 'live-151', 'live-170'],
      [3, 'live-101', 'live-150'],
      [2, 'live-51', 'live-100'],
      [1, 'live-1', 'live-50'],
    ]);
  });

  const titleOf = (story: string, number: number, digits: string) => `${story} (${number} ${digits})`;

  it('have titles and descriptions of their own', () => {
    const [page] = livePaths(covering({ state: 'open', entries: entries(40) }));
    const { metadata } = page?.props.compose(titleOf) ?? {};
    expect(metadata).toMatchObject({ title: `${subject.title} (1 latn)` });
    expect(metadata?.description).toBe(`${metadata?.title}. ${subject.summary ?? subject.excerpt}`);
    expect(JSON.stringify(metadata?.structuredData)).toContain(`"name":"${metadata?.title}"`);
  });

  it('stay as they are once full: their keys and what they show, their links to others included', () => {
    const pageOf = (count: number, state: LiveCoverage['state'] = 'open') => {
      const paths = livePaths(covering({ state, entries: entries(count) }));
      const first = paths.find(({ params }) => params.number === '1');
      return [first?.cacheKey, first?.props.compose(titleOf)];
    };
    expect(pageOf(200)).toEqual(pageOf(80));
    expect(pageOf(81)).toEqual(pageOf(80));
    expect(pageOf(80, 'closed')).toEqual(pageOf(80));
    expect(pageOf(79)).not.toEqual(pageOf(80));
  });

  it('keep the anchors of older entries beside the links to their pages', () => {
    const section = composeLiveSection(subject, { state: 'open', entries: entries(200) }, library([subject]));
    expect(section.older.map(({ url, anchors }) => [url, anchors.length, anchors[0], anchors.at(-1)])).toEqual([
      ['/k7q3m/live/4/', 21, 'live--page-4', 'live-151'],
      ['/k7q3m/live/3/', 51, 'live--page-3', 'live-101'],
      ['/k7q3m/live/2/', 51, 'live--page-2', 'live-51'],
      ['/k7q3m/live/1/', 51, 'live--page-1', 'live-1'],
    ]);
    expect(section.nextPlace).toBe('live--page-5');
    expect(section.entries[0]?.shareUrl).toBe('https://news.example/k7q3m/#live-200');
  });

  it('are known as addresses with their anchors, and so is the feed', () => {
    const addresses = findAddresses(covering({ state: 'open', entries: entries(81) }));
    expect(addresses.get('/k7q3m/live/1/')?.anchors).toContain('live-50');
    expect(addresses.get('/k7q3m/')?.anchors).toEqual(expect.arrayContaining(['live-1', 'live-81', 'live--page-3']));
    expect(addresses.has('/k7q3m/rss.xml')).toBe(true);
  });
});

describe('the section of an article with live coverage', () => {
  const compose = (state: LiveCoverage['state'], own: LiveEntry[]) =>
    composeLiveSection(subject, { state, entries: own }, library([subject]));

  it('shows the pinned entry, and links to the key events wherever they are', () => {
    const all = entries(60).map((one, index) => ({ ...one, isKey: index % 50 === 0, isPinned: index === 40 }));
    const { summary, keyEvents } = compose('open', all);
    expect(summary?.id).toBe('live-20');
    expect(keyEvents.map(({ url }) => url)).toEqual(['#live-60', '/k7q3m/live/1/#live-10']);
  });

  it.each<[state: LiveCoverage['state'], second: string, day: string]>([
    ['open', '2026-01-02T09:00:00.000Z', 'relative'],
    ['closed', '2026-01-02T09:00:00.000Z', 'always'],
    ['closed', '2026-01-01T19:00:00.000Z', 'none'],
  ])('that is %s shows the days of its entries as needed', (state, time, day) => {
    expect(compose(state, [entry(2, { time }), entry(1)]).entries.map((one) => one.day)).toEqual([day, day]);
  });

  it('has another version of an entry whose text, time or author has changed', () => {
    const versionOf = (fields: Partial<LiveEntry>) => compose('open', [entry(1, fields)]).entries[0]?.version;
    const versions = [
      {},
      { digest: 'other' },
      { time: '2026-01-01T10:00:00.000Z' },
      { authors: [{ id: 'nader' }] },
      { authors: [{ name: 'مها' }] },
    ].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versionOf({})).toMatch(/^[\da-f]{12}$/);
  });
});

describe('live coverage elsewhere', () => {
  const own = [entry(3, { unpublished: true }), entry(2, { title: 'وصل القطار' }), entry(1)];
  const open = covering({ state: 'open', entries: own });

  it('has a feed with stable ids, and nothing of the future', () => {
    const feed = composeLiveFeed(subject, { state: 'open', entries: own }, open);
    expect(feed.self).toBe('https://news.example/k7q3m/rss.xml');
    expect(feed.updated).toBe('2026-01-01T09:02:00.000Z');
    expect(feed.items.map(({ id, title, link }) => [id, title, link])).toEqual([
      ['tag:news.example,2026:k7q3m/live-2', 'وصل القطار', 'https://news.example/k7q3m/#live-2'],
      ['tag:news.example,2026:k7q3m/live-1', 'نص التحديث 1', 'https://news.example/k7q3m/#live-1'],
    ]);
  });

  it('is a feed in RSS only', () => {
    const count = (format: 'rss' | 'atom' | 'json') =>
      feedPaths(open, format).filter(({ params }) => params.page === 'k7q3m').length;
    expect([count('rss'), count('atom'), count('json')]).toEqual([1, 0, 0]);
  });

  it('is described with every update, and with its end once it is closed', () => {
    const described = describeCoverage(subject, { state: 'closed', entries: own }, open);
    expect(described).toMatchObject({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2026-01-01T11:00:00+02:00',
      coverageEndTime: '2026-01-01T11:02:00+02:00',
      liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'وصل القطار' }, { headline: 'نص التحديث 1' }],
    });
    expect(describeCoverage(subject, { state: 'open', entries: [] }, open).coverageEndTime).toBeUndefined();
  });

  it('gives the sitemap the time of its newest entry', () => {
    const month = sitemapFiles(open).find(({ name }) => name === '2026-01');
    expect(month?.entries()).toMatchObject([{ lastmod: '2026-01-01T09:02:00.000Z' }]);
  });

  it('is on the front page with its last three entries while it goes on', () => {
    const latest = entries(5).map(({ id }) => id);
    expect(composeLiveStories(covering({ state: 'open', entries: entries(5) }))).toMatchObject([
      { story: { id: 'k7q3m', live: 'open' }, latest: latest.slice(0, 3).map((id) => ({ url: `/k7q3m/#${id}` })) },
    ]);
    expect(composeLiveStories(covering({ state: 'closed', entries: entries(5) }))).toEqual([]);
  });

  it('gives the front page and the story that leads it the time of its newest entry', () => {
    const own = { ...subject, dateHasNoTime: true as const };
    const newsroom = covering({ state: 'open', entries: entries(5) }, own);
    expect(newestMoment(newsroom)).toEqual({ date: entry(5).time });
    expect(composeFrontPage(newsroom).lead).toMatchObject({ id: 'k7q3m', date: entry(5).time });
    expect(composeFrontPage(newsroom).lead).not.toHaveProperty('dateHasNoTime');
    const before = covering({ state: 'open', entries: [] }, own);
    expect(newestMoment(before)).toMatchObject({ date: own.date, dateHasNoTime: true });
    expect(composeFrontPage(before).lead).toMatchObject({ date: own.date, dateHasNoTime: true });
    const newer = article(2, { date: '2026-02-01T09:00:00.000Z' });
    const two = library([newer, own], { live: new Map([['k7q3m', { state: 'closed', entries: entries(5) }]]) });
    expect(newestMoment(two)?.date).toBe(newer.date);
    expect(newestMoment(library([]))).toBeUndefined();
  });

  it.each([
    ['open', 'مباشر · أخبار العالم'],
    ['closed', 'لحظة بلحظة · أخبار العالم'],
  ] as const)('that is %s is marked on the share card', (live, label) => {
    const shown = { ...subject, live };
    const whole = library([shown]);
    expect(storyCard(toStory(shown, whole), whole)).toMatchObject({ label });
  });

  it('is marked on the share card in the words of the site', () => {
    const own = { ...site, labels: { 'live.marks.open': 'الآن' } };
    const whole = library([subject], { site: own });
    expect(storyCard(toStory(subject, whole), whole)).toMatchObject({ label: 'الآن · أخبار العالم' });
  });
});

test.each([
  ['2026-01-01T07:05:00.000Z', 'latn', '09:05'],
  ['2026-01-01T22:30:00.000Z', 'arab', '٠٠:٣٠'],
] as const)('the clock time of %s in digits %s is %s', (instant, digits, expected) => {
  expect(formatClock(instant, { timeZone: 'Africa/Cairo', digits })).toBe(expected);
});
