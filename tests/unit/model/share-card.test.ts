import { describe, expect, it, test } from 'vitest';
import { type ShareCard, shareCardUrl } from '../../../src/lib/share-card.ts';
import type { Article } from '../../../src/library/library.ts';
import { describeArticle, describePage } from '../../../src/model/metadata.ts';
import { authorCard, sectionCard, shareCards, siteCard, storyCard } from '../../../src/model/share-card.ts';
import { categoryPaths } from '../../../src/model/static-paths.ts';
import { toStory } from '../../../src/model/story.ts';
import type { Site } from '../../../src/schema/site.ts';
import { article, library, site } from '../../support/library.ts';

const tagged = { ...site, tagline: 'ما يُكتب هنا يُقرأ' };
const masthead = site.title;
const photo = { src: '/_images/a.svg', width: 1, height: 1, sources: [], social: '/_images/a-social.jpg' };

function cardOf(fields: Partial<Article>, settings: Partial<Site> = {}): ShareCard | undefined {
  const whole = library([article(1, fields)], { site: { ...tagged, ...settings } });
  return storyCard(toStory(whole.articles[0] ?? article(1), whole), whole.site);
}

describe('the card of an article', () => {
  const plain = { masthead, label: 'أخبار العالم', headline: 'الخبر رقم 1', details: 'سلمى · 1 يناير 2026' };
  const ofSection = { masthead, headline: 'أخبار العالم' };
  it.each<[what: string, fields: Partial<Article>, settings: Partial<Site>, card: ShareCard | undefined]>([
    ['says section, headline, author and date', {}, {}, plain],
    ['has the kicker before the section', { kicker: 'تقرير' }, {}, { ...plain, label: 'تقرير' }],
    ['names two authors', { authors: ['salma', 'nader'] }, {}, { ...plain, details: 'سلمى، نادر · 1 يناير 2026' }],
    [
      'writes the date as the site does',
      {},
      { months: 'levant', digits: 'arab' },
      { ...plain, details: 'سلمى · ١ كانون الثاني ٢٠٢٦' },
    ],
    ['leaves emoji out', { title: 'فوز 🎉 كبير' }, {}, { ...plain, headline: 'فوز كبير' }],
    ['is its section’s where fonts lack a letter of the headline', { title: 'فيلم Привет' }, {}, ofSection],
    ['is its section’s where the site draws none for articles', {}, { shareCards: 'sections' }, ofSection],
    ['is none where the site draws none', {}, { shareCards: 'none' }, undefined],
  ])('%s', (_what, fields, settings, card) => {
    expect(cardOf(fields, settings)).toEqual(card);
  });

  it('says the date alone beside many authors', () => {
    const authors = Array.from({ length: 6 }, (_, index) => ({ id: `author-${index}`, name: 'هدى السالم', links: [] }));
    const whole = library([article(1, { authors: authors.map(({ id }) => id) })], { site: tagged, authors });
    expect(storyCard(toStory(whole.articles[0] ?? article(1), whole), tagged)?.details).toBe('1 يناير 2026');
  });
});

test('sections, authors and the site have cards of their own', () => {
  expect(sectionCard('ثقافة', tagged)).toEqual({ masthead, headline: 'ثقافة' });
  expect(authorCard({ name: 'سلمى', role: 'محررة' }, tagged)).toEqual({ masthead, label: 'محررة', headline: 'سلمى' });
  expect(siteCard(tagged)).toEqual({ masthead, headline: 'ما يُكتب هنا يُقرأ' });
  expect(siteCard(site)).toEqual({ masthead, headline: 'موقع للاختبار' });
  expect(siteCard({ ...site, title: 'Газета' })).toBeUndefined();
  expect(sectionCard('千', tagged)).toEqual(siteCard(tagged));
});

test('a site draws every card that its pages show, each once, and none beside a photo', () => {
  const articles = [
    article(1),
    article(2, { picture: photo, image: { src: 'a.svg', alt: '' } }),
    article(3, { title: 'فيلم Привет', category: 'culture' }),
  ];
  const whole = library(articles, { site: tagged });
  const headlines = [...shareCards(whole).values()].map(({ headline }) => headline);
  expect(headlines).toEqual(['ما يُكتب هنا يُقرأ', 'أخبار العالم', 'ثقافة', 'سلمى', 'نادر', 'الخبر رقم 1']);
  const drawn = new Set([...shareCards(whole)].map(([name]) => `https://news.example/_cards/${name}`));
  const images = [
    ...whole.articles.map((one) => describeArticle(whole, toStory(one, whole), one).image),
    ...categoryPaths(whole).map(({ props }) => props.metadata.image),
    describePage(whole, { title: 'الأرشيف', path: '/archive/' }).image,
  ];
  expect(images).toHaveLength(6);
  expect(images.filter((image) => image && !drawn.has(image.url)).map((image) => image?.url)).toEqual([
    'https://news.example/_images/a-social.jpg',
  ]);
  const { url } = describePage(whole, { title: 'الأرشيف', path: '/archive/' }).image ?? {};
  expect(url).toBe(`https://news.example${shareCardUrl({ masthead, headline: 'ما يُكتب هنا يُقرأ' })}`);
});

test('a site without cards draws none, and its pages show none', () => {
  const whole = library([article(1)], { site: { ...site, shareCards: 'none' } });
  expect(shareCards(whole).size).toBe(0);
  expect(describePage(whole, { title: 'الأرشيف', path: '/archive/' })).not.toHaveProperty('image');
});

test('of ten thousand articles the cards are named in moments', () => {
  const many = library(
    Array.from({ length: 10_000 }, (_, index) => article(index)),
    { site: tagged },
  );
  const started = performance.now();
  expect(shareCards(many).size).toBe(10_005);
  expect(performance.now() - started).toBeLessThan(5000);
});
