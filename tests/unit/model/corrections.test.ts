import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../src/model/addresses.ts';
import { hasCorrections, listCorrections, placeCorrections } from '../../../src/model/corrections.ts';
import { correctionsFeedPaths, correctionsPaths } from '../../../src/model/corrections-page.ts';
import { findRedirects } from '../../../src/model/redirects.ts';
import { toStory, withLastEntry } from '../../../src/model/story.ts';
import { withdrawnPaths, withdrawnStubPaths } from '../../../src/model/withdrawn-pages.ts';
import type { Correction } from '../../../src/schema/published-corrections.ts';
import { article, library, site } from '../../support/library.ts';

const words = { title: 'التصويبات', explanation: 'ما صوّبناه' };
const at = (date: string, text = 'حمص'): Correction => ({ date: `${date}:00.000Z`, kind: 'correction', text });

describe('the corrections on the page of an article', () => {
  it('have anchors made of their dates, and stand above the text while they are fresh', () => {
    const corrections = [at('2026-01-09T14:05'), at('2026-01-08T10:00', 'أ'), at('2026-01-08T10:00', 'ب')];
    const placed = placeCorrections(article(1, { corrections, freshCorrections: 1 }));
    expect(placed?.fresh.map(({ anchor }) => anchor)).toEqual(['correction-202601091405']);
    expect(placed?.settled.map(({ anchor, text }) => [anchor, text])).toEqual([
      ['correction-202601081000', 'أ'],
      ['correction-202601081000-2', 'ب'],
    ]);
    expect(placeCorrections(article(1))).toBeUndefined();
  });
});

describe('the last update', () => {
  const day = { ...at('2026-01-09T00:00'), dateHasNoTime: true as const };
  const midnight = at('2026-01-09T00:00');
  const lastUpdated = midnight.date;

  it.each([
    ['of a correction of a day', { lastUpdated, corrections: [day] }, true],
    [
      'of a correction at midnight',
      { lastUpdated, updateHasNoTime: true as const, corrections: [midnight] },
      undefined,
    ],
    [
      'after the corrections',
      { lastUpdated, updateHasNoTime: true as const, corrections: [at('2026-01-05T10:00')] },
      true,
    ],
  ])('%s has a time if somebody wrote one', (_of, fields, hasNoTime) => {
    expect(toStory(article(1, fields), library([])).updateHasNoTime).toBe(hasNoTime);
  });

  it('of live coverage has the time of the newest entry', () => {
    const story = toStory(article(1, { lastUpdated, updateHasNoTime: true }), library([]));
    const coverage = { entries: [{ time: '2026-01-09T14:05:00.000Z', unpublished: false }] };
    const shown = withLastEntry(story, coverage as Parameters<typeof withLastEntry>[1]);
    expect([shown.lastUpdated, shown.updateHasNoTime]).toEqual(['2026-01-09T14:05:00.000Z', undefined]);
  });
});

describe('the list of all corrections', () => {
  const corrected = library([
    article(1, { corrections: [at('2026-01-09T10:00'), at('2026-01-05T10:00')] }),
    article(2, { corrections: [at('2026-01-07T10:00')] }),
    article(3, { corrections: [at('2026-01-08T10:00')], unpublished: true }),
  ]);

  it('has the newest first, and none of articles that are not published', () => {
    expect(listCorrections(corrected).map(({ correction }) => correction.date.slice(8, 10))).toEqual([
      '09',
      '07',
      '05',
    ]);
  });

  it('has pages from the oldest up, so that a correction changes only the newest', () => {
    const many = (count: number) =>
      library(
        Array.from({ length: count }, (_, index) =>
          article(index, { corrections: [at(new Date(Date.UTC(2026, 1, 1, index)).toISOString().slice(0, 16))] }),
        ),
      );
    const keysOf = (count: number) =>
      new Map(correctionsPaths(many(count), words).map(({ params, cacheKey }) => [params.number ?? '', cacheKey]));
    const [before, after] = [keysOf(45), keysOf(46)];
    expect([...before.keys()]).toEqual(['', '1']);
    expect(after.get('1')).toBe(before.get('1'));
    expect(after.get('')).not.toBe(before.get(''));
  });

  it('has a feed whose ids stay when a text is edited', () => {
    const feedOf = (text: string) => {
      const edited = library([article(1, { corrections: [at('2026-01-09T10:00', text)] })]);
      return correctionsFeedPaths(edited, words).map(({ params, props }) => [params.feed, props.compose().feed.items]);
    };
    const item = {
      id: 'tag:news.example,2026:a0001/correction-202601091000',
      link: 'https://news.example/a0001/#correction-202601091000',
      published: '2026-01-09T10:00:00.000Z',
      kind: 'correction',
      headline: 'الخبر رقم 1',
      section: 'أخبار العالم',
    };
    expect(feedOf('حلب')).toEqual([['rss.xml', [{ ...item, text: 'حلب' }]]]);
    expect(feedOf('حمص')).toEqual([['rss.xml', [{ ...item, text: 'حمص' }]]]);
  });

  it('does not change with what it does not show, such as a comment', () => {
    const keysOf = (fields: object) => {
      const of = library([article(1, { corrections: [at('2026-01-09T10:00')], ...fields })]);
      return [...correctionsPaths(of, words), ...correctionsFeedPaths(of, words)].map(({ cacheKey }) => cacheKey);
    };
    const keys = keysOf({});
    expect(keysOf({ thread: { count: 1, digest: 'x' }, kicker: 'ناقلة' })).toEqual(keys);
    expect(keysOf({ title: 'آخر' }).filter((key) => keys.includes(key))).toEqual([]);
  });

  it('has the formats that sections have', () => {
    const everywhere = { ...corrected, site: { ...site, feeds: { ...site.feeds, atomAndJson: 'all' as const } } };
    const formats = correctionsFeedPaths(everywhere, words).map(({ params }) => params.feed);
    expect(formats).toEqual(['rss.xml', 'atom.xml', 'feed.json']);
  });

  it('is nowhere on a site without corrections', () => {
    const plain = library([article(1)]);
    expect(hasCorrections(plain)).toBe(false);
    expect([...correctionsPaths(plain, words), ...correctionsFeedPaths(plain, words)]).toEqual([]);
    expect([...findAddresses(plain).keys()].filter((path) => path.includes('corrections'))).toEqual([]);
    expect([...findAddresses(corrected).keys()].filter((path) => path.includes('corrections'))).toEqual([
      '/corrections/rss.xml',
      '/corrections/',
    ]);
  });

  it('is where links may lead, as are the corrections on the pages of articles', () => {
    expect(findAddresses(corrected).get('/a0002/')?.anchors).toEqual(['correction-202601071000']);
  });
});

describe('a withdrawn article', () => {
  const gone = {
    id: 'g0n3e',
    slug: 'الخبر',
    file: 'articles/gone.md',
    date: '2026-01-02T10:00:00.000Z',
    aliases: ['/old/gone/'],
    withdrawn: { date: '2026-01-03T10:00:00.000Z', reason: 'لم يثبت' },
    former: article(2),
  };
  const withdrawn = library([article(1)], { withdrawn: [gone] });

  it('has a page at its address that search engines must not index', () => {
    const [notice, ...others] = withdrawnPaths(withdrawn, 'سُحب');
    expect(others).toEqual([]);
    expect(notice?.params).toEqual({ withdrawn: 'g0n3e' });
    const { withdrawn: shown, metadata } = notice?.props.compose() ?? {};
    expect(shown).toEqual(gone.withdrawn);
    expect(metadata).toMatchObject({ title: 'سُحب', indexed: false, canonical: 'https://news.example/g0n3e/' });
    expect(metadata).not.toHaveProperty('article');
    expect(metadata).not.toHaveProperty('structuredData');
  });

  it('keeps its old addresses, and its short link beside a readable one', () => {
    const stubsOf = (permalink: 'short' | 'readable') =>
      withdrawnStubPaths({ ...withdrawn, site: { ...site, permalink } }, 'سُحب').map(({ params, props }) => {
        return [params.stub, props.compose().url];
      });
    expect(stubsOf('short')).toEqual([['old/gone', '/g0n3e/']]);
    expect(stubsOf('readable')).toEqual([
      ['g0n3e', '/2026/01/الخبر/'],
      ['old/gone', '/2026/01/الخبر/'],
    ]);
    expect(findRedirects(withdrawn)).toEqual([{ from: '/old/gone/', to: '/g0n3e/' }]);
  });

  it('may be linked to', () => {
    const addresses = findAddresses(withdrawn);
    expect(addresses.get('/g0n3e/')).toEqual({ isWithdrawn: true });
    expect(addresses.get('/old/gone/')).toEqual({ movedTo: '/g0n3e/' });
  });
});
