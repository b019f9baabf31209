import { describe, expect, it } from 'vitest';
import type { Article, Library, Series } from '../../../src/library/types.ts';
import { findAddresses } from '../../../src/model/addresses.ts';
import { composeArticlePage } from '../../../src/model/article-page.ts';
import { feedSources } from '../../../src/model/feed.ts';
import { listFeeds } from '../../../src/model/feed-list.ts';
import { findMovedPages } from '../../../src/model/former-names.ts';
import { findNeighbours } from '../../../src/model/related.ts';
import { besideInSeries, paginateSeries, placeInSeries, summarizeSeries } from '../../../src/model/series.ts';
import { seriesListPaths, seriesPaths } from '../../../src/model/series-paths.ts';
import { sitemapFiles } from '../../../src/model/sitemap.ts';
import { articlePaths } from '../../../src/model/static-paths.ts';
import { article, library, site } from '../../support/library.ts';

const numbered = (count: number, fields: Partial<Article> = {}) =>
  Array.from({ length: count }, (_, index) => article(index + 1, { series: 'crafts', ...fields }));

function withSeries(articles: Article[], fields: Partial<Series> = {}, rest: Partial<Library> = {}): Library {
  const series = {
    id: 'crafts',
    title: 'أهل الحرفة',
    file: 'series/crafts.yaml',
    isClosed: false,
    articles,
    ...fields,
  };
  return library([...articles, article(90)], { series: [series], ...rest });
}

describe('the place of an article in its series', () => {
  const series = { title: 'أهل الحرفة', url: '/s/crafts/' };
  const link = (number: number) => ({ title: article(number).title, url: `/a000${number}/` });

  it.each<[name: string, paper: Library, number: number, place: ReturnType<typeof placeInSeries>]>([
    ['is none outside', withSeries(numbered(2)), 90, undefined],
    [
      'counts the articles so far of an open series',
      withSeries(numbered(3)),
      2,
      { series, isClosed: false, number: 2, total: 3, earlier: link(1), later: link(3) },
    ],
    [
      'counts those of a closed series',
      withSeries(numbered(2), { isClosed: true }),
      2,
      { series, isClosed: true, number: 2, total: 2, earlier: link(1) },
    ],
    ['of a single one is not counted', withSeries(numbered(1)), 1, { series, isClosed: false, number: 1 }],
  ])('%s', (_, paper, number, place) => {
    expect(placeInSeries(article(number), paper)).toEqual(place);
  });

  it('lies below the base path of the site', () => {
    const paper = withSeries(numbered(2), {}, { site: { ...site, url: 'https://user.example/news' } });
    expect(placeInSeries(article(1), paper)).toMatchObject({
      series: { url: '/news/s/crafts/' },
      later: { url: '/news/a0002/' },
    });
  });

  it('is not counted in an open series of more than twenty articles, but in a closed one', () => {
    expect(placeInSeries(article(1), withSeries(numbered(20)))?.total).toBe(20);
    expect(placeInSeries(article(1), withSeries(numbered(21)))?.total).toBeUndefined();
    expect(placeInSeries(article(1), withSeries(numbered(21), { isClosed: true }))?.total).toBe(21);
  });
});

describe('publishing an article of a series', () => {
  const keysOf = (paper: Library) =>
    new Map(
      [...articlePaths(paper), ...seriesPaths(paper, 'الملفات')].map(({ params, cacheKey }) => [
        JSON.stringify(params),
        cacheKey,
      ]),
    );
  /** Counts the pages of articles and of the series that change when one article is added at the end. */
  const changed = (count: number) => {
    // One section and no tags would let neighbours change too.
    const all = numbered(count + 1).map((each, index) => ({ ...each, category: index % 2 ? 'world' : 'culture' }));
    const before = keysOf(withSeries(all.slice(0, count)));
    const after = keysOf(withSeries(all));
    return [...before].filter(([page, key]) => after.get(page) !== key).length;
  };

  it('changes the pages of all articles that tell how many there are, and of long series only those beside it', () => {
    expect(changed(4)).toBe(4 + 1);
    expect(changed(60)).toBeLessThanOrEqual(5);
  });

  it('changes nothing outside the series but its neighbours in lists', () => {
    const outside = (paper: Library) => articlePaths(paper).find(({ params }) => params.article === 'a0090')?.cacheKey;
    expect(outside(withSeries(numbered(3)))).toBe(outside(library([...numbered(3), article(90)])));
  });
});

describe('the pages of a series', () => {
  it.each<[count: number, pages: object[]]>([
    [3, [{ start: 1 }]],
    [20, [{ start: 1 }]],
    [
      45,
      [
        { start: 1, later: 2 },
        { number: 2, start: 21, earlier: 'first', later: 3 },
        { number: 3, start: 41, earlier: 2 },
      ],
    ],
  ])('of %d articles are in the order of reading', (count, pages) => {
    const all = numbered(count);
    const made = paginateSeries(all);
    expect(made.map(({ articles: _, ...page }) => page)).toEqual(pages);
    expect(made.flatMap(({ articles }) => articles)).toEqual(all);
  });

  it('describe the series to search engines, and number their stories', () => {
    const [, second] = seriesPaths(withSeries(numbered(21)), 'الملفات');
    const { metadata, pathOf, facts } = second?.props.compose() ?? {};
    expect(metadata?.canonical).toBe('https://news.example/s/crafts/2/');
    expect(pathOf).toEqual({ earlier: '/s/crafts/' });
    expect(facts).toBeUndefined();
    const [collection, series] = metadata?.structuredData?.['@graph'] ?? [];
    expect(series).toMatchObject({ '@type': 'CreativeWorkSeries', '@id': 'https://news.example/s/crafts/#series' });
    expect(collection).toMatchObject({
      '@type': 'CollectionPage',
      about: { '@id': series?.['@id'] },
      mainEntity: { itemListElement: [{ position: 21, url: 'https://news.example/a0021/' }] },
    });
  });

  it('are shared with the picture of the series, or else with its card', () => {
    const picture = {
      src: '/_images/a-480.jpg',
      width: 480,
      height: 320,
      sources: [],
      social: '/_images/a-social.jpg',
    };
    const image = { src: 'a.jpg', alt: 'نول' };
    const imageOf = (fields: Partial<Series>) =>
      seriesPaths(withSeries(numbered(2), fields), 'الملفات')[0]?.props.compose().metadata.image;
    expect(imageOf({ picture, image })).toMatchObject({ url: 'https://news.example/_images/a-social.jpg', alt: 'نول' });
    expect(imageOf({})).toMatchObject({ alt: 'أهل الحرفة' });
  });
});

describe('an article of a series', () => {
  const paper = withSeries(numbered(9, { tags: ['حرف'] }));
  const subject = paper.articles.find(({ id }) => id === 'a0005') as Article;

  it('says so to search engines', () => {
    const page = composeArticlePage(subject, paper, findNeighbours(paper.articles));
    expect(page.metadata.structuredData?.['@graph'][0]).toMatchObject({
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        '@id': 'https://news.example/s/crafts/#series',
        name: 'أهل الحرفة',
        url: 'https://news.example/s/crafts/',
      },
      position: 5,
    });
  });

  it('does not link to the ones beside it twice', () => {
    const beside = besideInSeries(subject, paper);
    expect(beside).toEqual(['a0004', 'a0006']);
    const neighbours = findNeighbours(paper.articles, (each) => besideInSeries(each, paper));
    const shown = [...neighbours.inSection(subject), ...neighbours.related(subject)].map(({ id }) => id);
    expect(shown).toEqual(['a0007', 'a0003', 'a0002', 'a0001']);
  });
});

describe('a series in the site', () => {
  it('has a feed, newest first and without what is not published, which lists of feeds name', () => {
    const articles = numbered(3).map((each, index) => (index === 2 ? { ...each, unpublished: true } : each));
    const paper = withSeries(articles);
    const source = feedSources(paper).find(({ kind }) => kind === 'series');
    expect(source).toMatchObject({ name: 'أهل الحرفة', path: '/s/crafts/', formats: ['rss'] });
    expect(source?.articles.map(({ id }) => id)).toEqual(['a0002', 'a0001']);
    expect(listFeeds(paper, 'التصويبات').map(({ kind }) => kind)).toContain('series');
  });

  it('is in the sitemap and may be linked to, with its numbered pages and its feed', () => {
    const paper = withSeries(numbered(21));
    const [pages] = sitemapFiles(paper);
    expect(pages?.pages.map(({ path }) => path)).toContain('/s/crafts/');
    const addresses = findAddresses(paper);
    for (const path of ['/s/crafts/', '/s/crafts/2/', '/s/crafts/rss.xml']) expect(addresses.has(path)).toBe(true);
    expect(addresses.has('/s/')).toBe(false);
  });

  it('is listed with the others if there are several, that with the newest article first', () => {
    const [one, two] = [numbered(1), [article(5, { series: 'rivers' })]];
    const crafts = withSeries(one).series[0] as Series;
    const both = withSeries([...one, ...two], {}, { series: [crafts, { ...crafts, id: 'rivers', articles: two }] });
    expect(seriesListPaths(withSeries(one), 'الملفات')).toEqual([]);
    const [page] = seriesListPaths(both, 'الملفات');
    expect(page?.props.compose().series.map(({ series }) => series.url)).toEqual(['/s/rivers/', '/s/crafts/']);
    expect(findAddresses(both).has('/s/')).toBe(true);
  });

  it('leads on from its former ids, page by page', () => {
    const formerNames = [{ kind: 'series' as const, id: 'crafts', aliases: ['handwork', '/files/7/'] }];
    const moved = findMovedPages(withSeries(numbered(21), {}, { formerNames }));
    expect(moved.map(({ from, to }) => [from, to])).toEqual([
      ['/s/handwork/', '/s/crafts/'],
      ['/s/handwork/2/', '/s/crafts/2/'],
      ['/files/7/', '/s/crafts/'],
    ]);
    // A series without a published article has no page to lead to.
    expect(findMovedPages(library([article(1)], { formerNames }))).toEqual([]);
  });

  it('gives the front page its newest stories', () => {
    const summary = summarizeSeries('crafts', withSeries(numbered(5), { summary: 'من بقي يعمل بيده.' }));
    expect(summary).toMatchObject({
      series: { title: 'أهل الحرفة', url: '/s/crafts/' },
      summary: 'من بقي يعمل بيده.',
      isClosed: false,
      count: 5,
    });
    expect(summary?.newest.map(({ id }) => id)).toEqual(['a0005', 'a0004', 'a0003']);
    expect(summarizeSeries('rivers', withSeries(numbered(5)))).toBeUndefined();
  });
});
