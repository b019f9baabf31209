import { describe, expect, it, test } from 'vitest';
import type { PublishedAuthor } from '../../../src/library/types.ts';
import { composeArticlePage } from '../../../src/model/article-page.ts';
import { composeByline, contributorIds, isEditorOf } from '../../../src/model/byline.ts';
import { composeFeed, feedSources } from '../../../src/model/feed.ts';
import { createPageKeys } from '../../../src/model/page-keys.ts';
import { findNeighbours } from '../../../src/model/related.ts';
import { authorPaths } from '../../../src/model/static-paths.ts';
import type { Reporter } from '../../../src/schema/reporter.ts';
import { article, library } from '../../support/library.ts';

const portrait = { src: '/_images/x-square192.jpg', width: 192, height: 192, sources: [], source: 'authors/salma.jpg' };
const authors: PublishedAuthor[] = [
  { id: 'salma', name: 'سلمى', gender: 'female', links: [], image: 'salma.jpg', portrait },
  { id: 'nader', name: 'نادر', gender: 'male', links: [] },
  { id: 'desk', name: 'هيئة التحرير', kind: 'desk', links: [] },
];
const salma: Reporter = { name: 'سلمى', gender: 'female', author: 'salma' };
const sami: Reporter = { name: 'سامي', gender: 'male' };
const salmaShown = { name: 'سلمى', gender: 'female', url: '/a/salma/', portrait };
const naderShown = { name: 'نادر', gender: 'male', url: '/a/nader/' };
const deskShown = { name: 'هيئة التحرير', gender: 'female', isDesk: true, url: '/a/desk/' };

test.each([
  ['of authors alone', { authors: ['nader'] }, { isReported: false, writers: [naderShown], editors: [] }],
  ['of a desk alone', { authors: ['desk'] }, { isReported: false, writers: [deskShown], editors: [] }],
  [
    'of a reporter without a file',
    { authors: ['desk'], reporters: [sami], dateline: 'بيروت' },
    { isReported: true, writers: [sami], editors: [deskShown], dateline: 'بيروت' },
  ],
  [
    'of a reporter with a file, who is one of the authors',
    { authors: ['nader', 'salma'], reporters: [salma, sami] },
    { isReported: true, writers: [salmaShown, sami], editors: [naderShown] },
  ],
  [
    'of an agency without a file',
    { authors: ['nader'], reporters: [{ name: 'وكالة الوادي', gender: 'female' }] },
    {
      isReported: true,
      writers: [{ name: 'وكالة الوادي', gender: 'female', isDesk: true }],
      editors: [naderShown],
    },
  ],
  [
    'of a desk as a reporter',
    { authors: ['nader'], reporters: [{ name: 'هيئة التحرير', gender: 'male', author: 'desk' }] },
    { isReported: true, writers: [deskShown], editors: [naderShown] },
  ],
] as const)('the byline %s names writers and editors', (_of, fields, byline) => {
  const { authors: ids, ...rest } = fields;
  const one = article(1, {
    ...rest,
    authors: [...ids],
    reporters: [...((rest as { reporters?: readonly Reporter[] }).reporters ?? [])],
  });
  expect(composeByline(one, library([one], { authors }))).toEqual(byline);
});

describe('an author', () => {
  const wrote = article(1, { authors: ['nader'], reporters: [salma] });
  const edited = article(2, { authors: ['salma'], reporters: [sami] });
  const both = article(3, { authors: ['salma'], reporters: [salma] });
  const alone = article(4, { authors: ['salma'] });
  const other = article(5, { authors: ['nader'], reporters: [sami] });
  const whole = library([wrote, edited, both, alone, other], { authors });
  const pages = authorPaths(whole, 'الكتّاب');
  const pageOf = (id: string) => pages.find(({ params }) => params.author === id)?.props.compose();

  it('has every story once, and those that others wrote are marked', () => {
    const shown = pageOf('salma')?.listing.items.map(({ id, isEdited }) => [id, isEdited]);
    expect(shown).toEqual([
      ['a0004', undefined],
      ['a0003', undefined],
      ['a0002', true],
      ['a0001', undefined],
    ]);
    expect(pageOf('salma')?.subject.counts).toEqual({ written: 3, edited: 1 });
    expect(pageOf('nader')?.subject.counts).toEqual({ written: 0, edited: 2 });
  });

  it('has both in the feed', () => {
    const source = feedSources(whole).find(({ path }) => path === '/a/salma/');
    expect(source?.articles.map(({ id }) => id)).toEqual(['a0004', 'a0003', 'a0002', 'a0001']);
    expect(source && composeFeed(source, 'rss', whole).items.map((item) => [item.authors, item.editors])).toEqual([
      [[{ name: 'سلمى', url: 'https://news.example/a/salma/' }], undefined],
      [[{ name: 'سلمى', url: 'https://news.example/a/salma/' }], undefined],
      [[{ name: 'سامي' }], [{ name: 'سلمى', url: 'https://news.example/a/salma/' }]],
      [
        [{ name: 'سلمى', url: 'https://news.example/a/salma/' }],
        [{ name: 'نادر', url: 'https://news.example/a/nader/' }],
      ],
    ]);
  });

  it('is a person or an organization to search engines', () => {
    const described = (id: string) => pageOf(id)?.metadata.structuredData?.['@graph'][0]?.mainEntity;
    expect(described('salma')).toMatchObject({
      '@type': 'Person',
      image: 'https://news.example/_images/x-square192.jpg',
      worksFor: { '@id': 'https://news.example/#organization' },
    });
    expect(described('desk')).toMatchObject({
      '@type': 'Organization',
      '@id': 'https://news.example/a/desk/#organization',
      parentOrganization: { '@id': 'https://news.example/#organization' },
    });
  });

  it('is referred to as the editor of a story if it is a desk, because the vocabulary has persons as editors only', () => {
    const one = article(1, { authors: ['desk', 'nader'], reporters: [sami] });
    const own = library([one], { authors });
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    const [story, ...things] = metadata.structuredData?.['@graph'] ?? [];
    const desk = {
      '@id': 'https://news.example/a/desk/#organization',
      name: 'هيئة التحرير',
      url: 'https://news.example/a/desk/',
    };
    expect(story?.editor).toEqual([desk, { '@type': 'Person', name: 'نادر', url: 'https://news.example/a/nader/' }]);
    expect(things).toContainEqual({ '@type': 'Organization', ...desk });
  });

  it('changes the keys of the pages of stories that name it as their reporter, and of no others', () => {
    const renamed = library([wrote, other], {
      authors: authors.map((author) => (author.id === 'salma' ? { ...author, role: 'مراسلة' } : author)),
    });
    const keyOf = (each: typeof wrote, of: typeof whole) => createPageKeys(of).ofArticle(each);
    expect(keyOf(wrote, renamed)).not.toBe(keyOf(wrote, whole));
    expect(keyOf(other, renamed)).toBe(keyOf(other, whole));
    const unlinked = { ...wrote, reporters: [{ name: 'سلمى', gender: 'female' as const }] };
    expect(keyOf(unlinked, library([unlinked], { authors }))).not.toBe(keyOf(wrote, whole));
  });

  it('is a contributor once, and an editor only of what others reported', () => {
    expect([wrote, edited, both, alone].map(contributorIds)).toEqual([
      ['nader', 'salma'],
      ['salma'],
      ['salma'],
      ['salma'],
    ]);
    expect([wrote, edited, both, alone].map((each) => isEditorOf(each, 'salma'))).toEqual([false, true, false, false]);
  });
});
