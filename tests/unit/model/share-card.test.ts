import { describe, expect, it, test } from 'vitest';
import { type ShareCard, shareCardUrl } from '../../../src/lib/share-card.ts';
import type { OwnerStyles } from '../../../src/library/theme/owner-styles.ts';
import type { Article } from '../../../src/library/types.ts';
import { describeArticle, describePage } from '../../../src/model/metadata.ts';
import { articlesWithCards, authorCard, sectionCard, siteCard, storyCard } from '../../../src/model/share-card.ts';
import { toStory } from '../../../src/model/story.ts';
import type { Site } from '../../../src/schema/site.ts';
import { article, library, site } from '../../support/library.ts';

const tagged = { ...site, tagline: 'ما يُكتب هنا يُقرأ' };
const masthead = site.title;

function cardOf(fields: Partial<Article>, settings: Partial<Site> = {}): ShareCard | undefined {
  const whole = library([article(1, fields)], { site: { ...tagged, ...settings } });
  return storyCard(toStory(whole.articles[0] ?? article(1), whole), whole);
}

describe('the card of an article', () => {
  const plain = { masthead, label: 'أخبار العالم', headline: 'الخبر رقم 1', details: 'سلمى · 1 يناير 2026' };
  const ofSection = { masthead, headline: 'أخبار العالم' };
  it.each<[what: string, fields: Partial<Article>, settings: Partial<Site>, card: ShareCard | undefined]>([
    ['has section, headline, author and date', {}, {}, plain],
    ['has the kicker instead of the section', { kicker: 'تقرير' }, {}, { ...plain, label: 'تقرير' }],
    ['names two authors', { authors: ['salma', 'nader'] }, {}, { ...plain, details: 'سلمى ونادر · 1 يناير 2026' }],
    [
      'has the date in the style of the site',
      {},
      { months: 'levant', digits: 'arab' },
      { ...plain, details: 'سلمى · ١ كانون الثاني ٢٠٢٦' },
    ],
    ['leaves emoji out', { title: 'فوز 🎉 كبير' }, {}, { ...plain, headline: 'فوز كبير' }],
    ['is the section’s card if the fonts lack a letter of the headline', { title: 'فيلم Привет' }, {}, ofSection],
    ['is the section’s card if the site draws none for articles', {}, { shareCards: 'sections' }, ofSection],
    ['is missing if the site draws none', {}, { shareCards: 'none' }, undefined],
  ])('%s', (_what, fields, settings, card) => {
    expect(cardOf(fields, settings)).toEqual(card);
  });

  it('has only the date if the authors are many', () => {
    const authors = Array.from({ length: 6 }, (_, index) => ({ id: `author-${index}`, name: 'هدى السالم', links: [] }));
    const whole = library([article(1, { authors: authors.map(({ id }) => id) })], { site: tagged, authors });
    expect(storyCard(toStory(whole.articles[0] ?? article(1), whole), whole)?.details).toBe('1 يناير 2026');
  });
});

describe('with a number, the articles with cards of their own are', () => {
  const photo = { src: '/_images/a.svg', width: 1, height: 1, sources: [], social: '/_images/a-social.jpg' };
  const drawing = { image: { src: 'a.svg', alt: '' }, picture: photo };
  const moment = { date: '2026-01-01T02:00:00.000Z' };
  it.each<[which: string, shareCards: Site['shareCards'], articles: Article[], carded: string[]]>([
    ['so many of the newest', 2, [article(1), article(2), article(3)], ['a0003', 'a0002']],
    ['all if they are fewer', 4, [article(1), article(2), article(3)], ['a0003', 'a0002', 'a0001']],
    ['all without a number', 'all', [article(1), article(2), article(3)], ['a0003', 'a0002', 'a0001']],
    ['none if only sections have cards', 'sections', [article(1)], []],
    [
      'of one moment those with the first ids',
      2,
      [article(1, moment), article(2, moment), article(3)],
      ['a0003', 'a0001'],
    ],
    ['fewer if some of the newest have photos', 2, [article(1), article(2), article(3, drawing)], ['a0002']],
    [
      'also one with a photo whose coverage goes on',
      1,
      [article(1), article(2, { ...drawing, live: 'open' })],
      ['a0002'],
    ],
    ['not that one if it is old', 1, [article(1, { ...drawing, live: 'open' }), article(2)], ['a0002']],
    [
      'those that the published site has, and drafts among them',
      1,
      [article(1), article(2), article(3, { unpublished: true }), article(0, { unpublished: true })],
      ['a0003', 'a0002'],
    ],
  ])('%s', (_which, shareCards, articles, carded) => {
    const whole = library(articles, { site: { ...tagged, shareCards } });
    expect(articlesWithCards(whole).map(({ id }) => id)).toEqual(carded);
    const shown = whole.articles.filter((one) => {
      const { image } = describeArticle(whole, toStory(one, whole), one);
      return image?.alt === one.title && image.url.includes('/_cards/');
    });
    expect(shown.map(({ id }) => id)).toEqual(carded);
  });

  it('also one whose photo waits in a form that messengers do not show', () => {
    const picture = { src: '/_images/a.jpg', width: 2400, height: 187, sources: [], source: 'articles/a.jpg' };
    const waiting = article(1, { picture: { ...picture, social: '/_images/a-social.jpg' } });
    const originals = new Map([['articles/a.jpg', { of: picture, picture }]]);
    expect(articlesWithCards(library([waiting], { originals })).map(({ id }) => id)).toEqual(['a0001']);
    expect(articlesWithCards(library([waiting]))).toEqual([]);
  });
});

test('sections, authors and the site have cards of their own', () => {
  expect(sectionCard('ثقافة', { site: tagged })).toEqual({ masthead, headline: 'ثقافة' });
  expect(authorCard({ name: 'سلمى', role: 'محررة' }, { site: tagged })).toEqual({
    masthead,
    label: 'محررة',
    headline: 'سلمى',
  });
  expect(siteCard({ site: tagged })).toEqual({ masthead, headline: 'ما يُكتب هنا يُقرأ' });
  expect(siteCard({ site })).toEqual({ masthead, headline: 'موقع للاختبار' });
  expect(siteCard({ site: { ...site, title: 'Газета' } })).toBeUndefined();
  expect(sectionCard('千', { site: tagged })).toEqual(siteCard({ site: tagged }));
});

test('a page of any other kind shows the card of the site', () => {
  const whole = library([], { site: tagged });
  expect(describePage(whole, { title: 'الأرشيف', path: '/archive/' }).image).toEqual({
    url: `https://news.example${shareCardUrl({ masthead, headline: 'ما يُكتب هنا يُقرأ' })}`,
    alt: 'ما يُكتب هنا يُقرأ',
    width: 1200,
    height: 630,
  });
  const none = library([], { site: { ...tagged, shareCards: 'none' } });
  expect(describePage(none, { title: 'الأرشيف', path: '/archive/' })).not.toHaveProperty('image');
});

test('cards have another name if a font has another weight', () => {
  const appearance = { fonts: { headlines: [{ file: 'a.woff2' }] } };
  const named = ([least, most]: [number, number]) => {
    const faces = [{ role: 'headlines' as const, fileName: 'theme.1.woff2', weight: [least, most], absolute: '/a' }];
    const card = siteCard({ site: { ...tagged, appearance }, ownerStyles: { faces } as unknown as OwnerStyles });
    return card && shareCardUrl(card);
  };
  expect(named([700, 700])).not.toBe(named([400, 700]));
  expect(named([700, 700])).toBe(named([700, 700]));
});
