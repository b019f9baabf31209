import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareCardName } from '../../../src/lib/share-card.ts';
import { discardCache } from '../../../src/library/cache/cache.ts';
import type { Library } from '../../../src/library/types.ts';
import { describeArticle, describePage } from '../../../src/model/metadata.ts';
import { createPageKeys } from '../../../src/model/page-keys.ts';
import { authorPaths, categoryPaths, tagPaths } from '../../../src/model/static-paths.ts';
import { toStory } from '../../../src/model/story.ts';
import { findShareCards } from '../../../src/site-build/share-cards.ts';
import { article, library, site } from '../../support/library.ts';

let cacheDirectory: string;
beforeEach(async () => {
  cacheDirectory = await mkdtemp(path.join(os.tmpdir(), 'names-'));
});
afterEach(() => {
  discardCache(cacheDirectory);
  return rm(cacheDirectory, { recursive: true });
});

const find = (whole: Library, fingerprint = 'engine') => findShareCards(whole, { cacheDirectory, fingerprint });
const headlines = (whole: Library) => [...find(whole).values()].map((compose) => compose().headline);

const photo = { src: '/_images/a.svg', width: 1, height: 1, sources: [], social: '/_images/a-social.jpg' };
const articles = [
  article(1, { tags: ['مدن'] }),
  article(2, { picture: photo, image: { src: 'a.svg', alt: '' } }),
  article(3, { title: 'فيلم Привет', category: 'culture' }),
];

test('a site draws every card that its pages show, each once, and none beside a photo', async () => {
  const whole = library(articles);
  const cards = find(whole);
  expect(await headlines(whole)).toEqual(['موقع للاختبار', 'أخبار العالم', 'ثقافة', 'سلمى', 'نادر', 'الخبر رقم 1']);
  const shown = [
    ...whole.articles.map((one) => describeArticle(whole, toStory(one, whole), one)),
    ...[...categoryPaths(whole), ...authorPaths(whole, 'الكتّاب'), ...tagPaths(whole, 'الوسوم')].map(
      ({ props }) => props.compose().metadata,
    ),
    describePage(whole, { title: 'الأرشيف', path: '/archive/' }),
  ].map(({ image }) => image?.url.replace('https://news.example', ''));
  const drawn = new Set([...cards.keys()].map((name) => `/_cards/${name}`));
  expect(shown).toHaveLength(9);
  expect(shown.filter((url) => !drawn.has(url ?? ''))).toEqual([photo.social]);
  expect([...drawn].filter((url) => !shown.includes(url))).toEqual([]);
});

test('an article that is no longer among the newest loses its card, and its own page alone changes', async () => {
  const limited = { ...site, shareCards: 2 };
  const before = library([article(1), article(2), article(3)], { site: limited });
  const after = library([article(1), article(2), article(3), article(4)], { site: limited });
  expect((await headlines(before)).slice(-2)).toEqual(['الخبر رقم 3', 'الخبر رقم 2']);
  expect((await headlines(after)).slice(-2)).toEqual(['الخبر رقم 4', 'الخبر رقم 3']);
  const keysOf = (whole: Library) => whole.articles.map((one) => createPageKeys(whole).ofArticle(one));
  const kept = keysOf(after).filter((key) => keysOf(before).includes(key));
  expect(kept).toEqual([keysOf(before)[0], keysOf(before)[2]]);
  expect(createPageKeys(after).ofTexts([article(2)])).toBe(createPageKeys(before).ofTexts([article(2)]));
});

test('a site without cards draws none', async () => {
  expect(await headlines(library(articles, { site: { ...site, shareCards: 'none' } }))).toEqual([]);
});

test('the card of an article whose digest is the same is not composed again', () => {
  const first = [...find(library(articles)).keys()].at(-1);
  const changedBehindItsDigest = library([article(1, { title: 'لا يُقرأ' }), ...articles.slice(1)]);
  expect([...find(changedBehindItsDigest).keys()].at(-1)).toBe(first);
});

const renamed = { title: 'جديد' };
test.each<[what: string, changed: Library, fingerprint?: string]>([
  ['the file', library([article(1, { ...renamed, digest: 'other' })])],
  ['the engine', library([article(1, renamed)]), 'other engine'],
  ['a setting', library([article(1, renamed)], { site: { ...site, digits: 'arab' } })],
  ['the name of an author', library([article(1)], { authors: [{ id: 'salma', name: 'سلمى الخطيب', links: [] }] })],
  ['the name of a section', library([article(1)], { categories: [{ id: 'world', name: 'العالم' }] })],
])('with %s the card of an article changes, and its name with it', async (_what, changed, fingerprint) => {
  const before = [...find(library([article(1)])).keys()].at(-1);
  const [name, compose] = [...find(changed, fingerprint)].at(-1) ?? [];
  expect(name).not.toBe(before);
  expect(name).toBe(compose && shareCardName(compose()));
});
