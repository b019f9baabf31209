import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCorpus } from '../../../scripts/bench/content-directory.ts';
import { type Corpus, corpusEnd, createCorpus, idOfArticle } from '../../../scripts/bench/corpus.ts';
import { applyPattern, attach } from '../../../scripts/bench/lexicon.ts';
import { eleventyContent, hugoContent } from '../../../scripts/bench/peer-content.ts';
import { createRandom, createWeightedChoice } from '../../../scripts/bench/random.ts';
import { warraqContent } from '../../../scripts/bench/warraq-content.ts';
import { checkContent } from '../../../src/commands/check-content.ts';
import { digestText } from '../../../src/lib/digest.ts';
import { isShortId } from '../../../src/lib/short-id.ts';
import { resolveEnvironment } from '../../../src/library/environment.ts';
import { projectDirectory } from '../../support/build-site.ts';

/** Shared by all tests, because creating a corpus takes longer than generating all of these articles. */
const corpus = createCorpus(1);
const day = 24 * 3_600_000;
const articles = Array.from({ length: 800 }, (_, number) => corpus.article(number));

function textOf(corpus: Corpus, numbers: readonly number[]): string {
  const { otherFiles, articleText } = warraqContent;
  return JSON.stringify([otherFiles(corpus), ...numbers.map((number) => articleText(corpus.article(number)))]);
}

describe('a corpus', () => {
  it('is the same bytes for the same seed, on every machine', () => {
    expect(digestText(textOf(corpus, [0, 1, 2, 99_999]))).toBe('55596fc554e01a8a0618');
  });

  it('differs between seeds', () => {
    expect(textOf(createCorpus(2), [0, 1, 2])).not.toBe(textOf(corpus, [0, 1, 2]));
  });

  it('has the same articles in whatever order they are generated', () => {
    expect(corpus.article(123)).toEqual(articles[123]);
  });

  it('gives each article its own short id', () => {
    const ids = Array.from({ length: 100_000 }, (_, number) => idOfArticle(number));
    expect(ids.filter((id) => !isShortId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('links only to articles that exist and are a month older', () => {
    const dates = new Map(articles.map(({ id, date }) => [id, date]));
    const links = articles.flatMap(({ body, date }) =>
      [...body.matchAll(/\]\(\/(\w+)\/\)/g)].map(([, target = '']) => ({ target, date })),
    );
    expect(links.length).toBeGreaterThan(150);
    expect(links.filter(({ target, date }) => !((dates.get(target) ?? date) <= date - 30 * day))).toEqual([]);
  });

  it('covers twelve years, each with more articles than the year before', () => {
    const dates = Array.from({ length: 20_000 }, (_, number) => corpus.publishedAt(number));
    expect(Math.max(...dates)).toBeLessThan(corpusEnd);
    const years = Map.groupBy(dates, (date) => new Date(date).getUTCFullYear());
    expect([...years.keys()].sort()).toEqual(Array.from({ length: 13 }, (_, index) => 2014 + index));
    const counts = [...years].sort(([a], [b]) => a - b).map(([, { length }]) => length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('has articles as long as news: 440 words on average, and few long ones', () => {
    const lengths = articles.map(({ body }) => body.split(/\s+/).length).sort((a, b) => a - b);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(420);
    expect(mean).toBeLessThan(475);
    expect(lengths[lengths.length / 2]).toBeLessThan(mean);
    expect(lengths[lengths.length * 0.95]).toBeGreaterThan(2 * mean);
  });

  it('has the word frequencies of a language: a few words very often, most of them rarely', () => {
    const counts = new Map<string, number>();
    for (const word of articles.flatMap(({ body }) => body.match(/\p{L}+/gu) ?? [])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const ranked = [...counts].sort(([, a], [, b]) => b - a);
    const total = ranked.reduce((sum, [, count]) => sum + count, 0);
    const share = (place: number) => (ranked[place - 1]?.[1] ?? 0) / total;
    expect(ranked.slice(0, 3).map(([word]) => word)).toEqual(['في', 'من', 'على']);
    expect(share(1)).toBeGreaterThan(0.03);
    expect(share(1) / share(1000)).toBeGreaterThan(200);
    expect(ranked.length).toBeGreaterThan(50_000);
    expect(ranked.filter(([, count]) => count <= 2).length / ranked.length).toBeGreaterThan(0.4);
  });

  it('uses every section, author and kind of block', () => {
    expect(new Set(articles.map(({ category }) => category)).size).toBe(6);
    expect(new Set(articles.flatMap(({ authors }) => authors)).size).toBe(40);
    const share = (has: (article: (typeof articles)[number]) => boolean) =>
      articles.filter(has).length / articles.length;
    expect(share(({ tags }) => tags.length > 0)).toBeCloseTo(0.6, 1);
    expect(share(({ summary }) => summary !== undefined)).toBeCloseTo(0.7, 1);
    expect(share(({ body }) => body.includes('\n## '))).toBeGreaterThan(0.3);
    expect(share(({ body }) => body.includes('\n> '))).toBeGreaterThan(0.1);
    expect(share(({ body }) => /\n(-|1\.) /.test(body))).toBeGreaterThan(0.1);
    expect(share(({ body }) => body.includes('**'))).toBeGreaterThan(0.1);
  });
});

describe('a corpus as content', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'warraq-corpus-'));
    writeCorpus(corpus, 40, warraqContent, path.join(directory, 'content'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('passes npm run check without an error or a warning', async () => {
    const environment = resolveEnvironment(pathToFileURL(`${projectDirectory}/`), {
      CONTENT_DIR: path.join(directory, 'content'),
      CACHE_DIR: path.join(directory, 'cache'),
      OUT_DIR: path.join(directory, 'site'),
      SOURCE_DATE_EPOCH: String(corpusEnd / 1000),
    });
    expect(await checkContent(environment)).toMatchObject({ problems: [], findings: [] });
  });
});

describe('an article', () => {
  const article = {
    id: '9w2kd',
    path: 'articles/2026/11/كتاب-9w2kd',
    title: 'كتاب جديد في السوق',
    kicker: 'تقرير',
    summary: 'وصل الكتاب.',
    authors: ['writer-01', 'writer-02'],
    category: 'culture',
    date: Date.parse('2026-11-02T08:30:00+03:00'),
    updated: Date.parse('2026-11-02T09:00:00+03:00'),
    reporter: { name: 'سلمى الورّاق', gender: 'female' as const },
    dateline: 'فاس',
    tags: ['كتب', 'سوق المدينة'],
    body: 'نفدت النسخ.',
  };

  it.each([
    [
      'this project',
      warraqContent,
      [
        'title: كتاب جديد في السوق',
        'author: [writer-01, writer-02]',
        'date: 2026-11-02T08:30:00+03:00',
        'category: culture',
        'id: 9w2kd',
        'last-updated: 2026-11-02T09:00:00+03:00',
        'kicker: تقرير',
        'summary: وصل الكتاب.',
        'reporter: {name: سلمى الورّاق, gender: female}',
        'dateline: فاس',
        'tags: [كتب, سوق المدينة]',
      ],
    ],
    [
      'Hugo',
      hugoContent,
      [
        'slug: "9w2kd"',
        'authors: [writer-01, writer-02]',
        'categories: [culture]',
        'tags: [كتب, سوق المدينة]',
        'title: كتاب جديد في السوق',
        'date: 2026-11-02T08:30:00+03:00',
        'lastmod: 2026-11-02T09:00:00+03:00',
        'kicker: تقرير',
        'summary: وصل الكتاب.',
        'reporter: سلمى الورّاق',
        'dateline: فاس',
      ],
    ],
    [
      'Eleventy',
      eleventyContent,
      [
        'layout: article.njk',
        'permalink: /9w2kd/',
        'authors: [writer-01, writer-02]',
        'category: culture',
        'subjects: [كتب, سوق المدينة]',
        'title: كتاب جديد في السوق',
        'date: 2026-11-02T08:30:00+03:00',
        'lastmod: 2026-11-02T09:00:00+03:00',
        'kicker: تقرير',
        'summary: وصل الكتاب.',
        'reporter: سلمى الورّاق',
        'dateline: فاس',
      ],
    ],
  ])('has all its fields in the front matter for %s', (_, format, lines) => {
    expect(format.articleFile(article)).toBe('articles/2026/11/كتاب-9w2kd.md');
    expect(format.articleText(article)).toBe(`---\n${lines.join('\n')}\n---\n\nنفدت النسخ.\n`);
  });
});

describe('words', () => {
  it.each([
    ['مفعول', 'كتب', 'مكتوب'],
    ['استفعال', 'خرج', 'استخراج'],
    ['فعائل', 'صنع', 'صنائع'],
    ['أفعال', 'علم', 'أعلام'],
  ])('of the pattern %s and the root %s are %s', (pattern, root, word) => {
    expect(applyPattern(pattern, root)).toBe(word);
  });

  it.each([
    ['ال', 'كتاب', '', 'الكتاب'],
    ['لل', 'لعب', '', 'للعب'],
    ['لل', 'كتاب', '', 'للكتاب'],
    ['', 'مدرسة', 'ها', 'مدرستها'],
    ['و', 'كتبوا', 'ه', 'وكتبوه'],
  ])('%s + %s + %s are %s', (before, stem, after, joined) => {
    expect(attach(before, stem, after)).toBe(joined);
  });
});

describe('a stream of random numbers', () => {
  it('is the same for the same keys, and differs for others', () => {
    const draw = (...keys: number[]) => Array.from({ length: 4 }, createRandom(...keys).fraction);
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(new Set([draw(1, 2), draw(2, 1), draw(1), draw(1, 2, 0)].map(String)).size).toBe(4);
  });

  it('draws items in proportion to their weights', () => {
    const random = createRandom(7);
    const draw = createWeightedChoice([
      ['rare', 1],
      ['common', 6],
      ['usual', 3],
    ]);
    const counts = { rare: 0, common: 0, usual: 0 };
    for (let round = 0; round < 100_000; round += 1) counts[draw(random) as keyof typeof counts] += 1;
    expect(counts.rare / 100_000).toBeCloseTo(0.1, 2);
    expect(counts.common / 100_000).toBeCloseTo(0.6, 2);
  });

  it('draws normal numbers with mean 0 and variance 1', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 20_000 }, random.normal);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('refuses to pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow('There is nothing to pick from.');
  });
});
