import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../../../src/schema/content-files.ts';
import { checkAcrossFiles } from '../../../src/schema/cross-file.ts';
import { messages } from '../../../src/schema/messages.ts';
import { parseSite } from '../../../src/schema/site.ts';

type Aliases = Record<string, string[]>;

interface Paper {
  /** The aliases of each article, by file. */
  articles?: Aliases;
  categories?: Aliases;
  authors?: Aliases;
  pages?: Aliases;
  series?: Aliases;
  tags?: ContentFiles['tags'];
  /** The section that all articles name. */
  category?: string;
  /** The tags of all articles. */
  written?: string[];
}

function check(
  { articles = {}, categories = {}, authors = {}, pages = {}, series = {}, tags = [], category, written }: Paper,
  hasProblem = false,
) {
  const named = (folder: string, ids: Aliases) =>
    Object.entries(ids).map(([id, aliases]) => ({ id, file: `${folder}/${id}.yaml`, aliases, places: {}, matter: {} }));
  const { problems, notices } = checkAcrossFiles({
    now: Date.UTC(2026, 0, 1),
    site: parseSite('title: صدى\ndescription: أخبار\nurl: https://sada.example').site,
    sitePlaces: {},
    articles: Object.entries(articles).map(([file, aliases], index) => ({
      file: `articles/${file}`,
      matter: {
        id: `k7q${10 + index}`,
        date: '2022-01-13T00:00:00.000Z',
        aliases,
        tags: written ?? [],
        ...(category !== undefined && { category }),
      },
      places: {},
      hasAppeared: true,
    })),
    authors: named('authors', authors),
    categories: named('categories', categories),
    pages: named('pages', pages),
    series: named('series', series).map((each) => ({ ...each, listed: [] })),
    tags,
    tagPlaces: {},
    rememberedIds: new Map(),
    hasProblemAt: () => hasProblem,
    hasImage: () => true,
    imagesNear: () => [],
  });
  return { problems: problems.map(({ file, message }) => `${file}: ${message}`), notices };
}

const tag = (name: string, also: string[], aliases: string[] = []) => ({ name, also, aliases });

describe('former names', () => {
  it.each<[name: string, paper: Paper, problems: string[]]>([
    [
      'that nothing else uses are accepted, and so is one id of a section, an author, a page, a series and a tag',
      {
        categories: { city: ['local', '/category/local/', '/category/local/feed/'] },
        authors: { huda: ['local'] },
        pages: { about: ['local'] },
        series: { floods: ['local', '/files/local/'] },
        tags: [tag('كتب', ['local'])],
      },
      [],
    ],
    [
      'that are ids of today are refused, with the loop',
      { categories: { city: ['local'], local: ['city'] } },
      [
        `categories/city.yaml: ${messages.aliasLoops('/c/local/', 'categories/local.yaml', ['categories/local.yaml', 'categories/city.yaml'])}`,
        `categories/local.yaml: ${messages.aliasLoops('/c/city/', 'categories/city.yaml', ['categories/city.yaml', 'categories/local.yaml'])}`,
      ],
    ],
    [
      'that are ids of today without a loop are refused',
      { authors: { huda: ['omar'], omar: [] } },
      [`authors/huda.yaml: ${messages.aliasIsAddress('/a/omar/', 'authors/omar.yaml')}`],
    ],
    [
      'of a series are refused if they are its own, or the list of all series',
      { series: { floods: ['floods', '/s/'] } },
      [
        `series/floods.yaml: ${messages.aliasIsOwnName('/s/floods/')}`,
        `series/floods.yaml: ${messages.aliasIsReserved('/s/')}`,
      ],
    ],
    [
      'of two files are refused',
      { categories: { city: ['local'], town: ['local'] } },
      [`categories/town.yaml: ${messages.aliasTwice('/c/local/', 'categories/city.yaml')}`],
    ],
    [
      'that an article has too are refused',
      { articles: { 'a.md': ['/c/local'] }, categories: { city: ['local'] } },
      [`categories/city.yaml: ${messages.aliasTwice('/c/local/', 'articles/a.md')}`],
    ],
    [
      'of lists keep their numbered pages and feeds from articles',
      {
        articles: { 'a.md': ['/c/local/2/', '/c/local/rss.xml', '/c/local/other/'] },
        categories: { city: ['local'] },
      },
      [
        `articles/a.md: ${messages.aliasIsReserved('/c/local/2/')}`,
        `articles/a.md: ${messages.aliasIsReserved('/c/local/rss.xml')}`,
      ],
    ],
    [
      'of pages that the site itself has are refused',
      { pages: { about: ['search', 'k7q10'] }, articles: { 'a.md': [] } },
      [
        `pages/about.yaml: ${messages.aliasIsReserved('/search/')}`,
        `pages/about.yaml: ${messages.aliasIsAddress('/k7q10/', 'articles/a.md')}`,
      ],
    ],
    [
      'of tags are refused where an article has the address',
      { articles: { 'a.md': ['/t/الكتب/'] }, written: ['كتب'], tags: [tag('كتب', ['الكتب'])] },
      [`tags.yaml: ${messages.aliasTwice('/t/الكتب/', 'articles/a.md')}`],
    ],
    [
      'of tags make one tag of what would share an address',
      { articles: { 'a.md': [] }, written: ['C#', 'C Sharp'], tags: [tag('C#', ['C Sharp'])] },
      [],
    ],
    [
      'of tags are refused if another tag has the address',
      { articles: { 'a.md': [] }, written: ['لغات', 'C Sharp'], tags: [tag('لغات', ['C#'])] },
      [
        `articles/a.md: ${messages.tagsShareAddress('C Sharp', '/t/c-sharp/', 'C#', 'tags.yaml', 1)}`,
        `tags.yaml: ${messages.aliasIsReserved('/t/c-sharp/')}`,
      ],
    ],
  ])('%s', (_, paper, problems) => {
    expect(check({ authors: {}, ...paper }).problems).toEqual(problems);
  });
});

describe('an id that articles name', () => {
  const articles = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${10 + index}.md`, []]));

  it.each<[count: number, told: number, sentence: string]>([
    [1, 1, 'لا قسم في categories باسم «local». الموجود: city.'],
    [
      2,
      2,
      'لا قسم في categories باسم «local». الموجود: city. هذا الاسم في مقالين. إن كان ملفه قد سُمّي باسم آخر فصحّح ما في المقالات بالأمر: npm run rename -- category local city',
    ],
    [
      30,
      1,
      'لا قسم في categories باسم «local». الموجود: city. هذا الاسم في 30 مقالًا. إن كان ملفه قد سُمّي باسم آخر فصحّح ما في المقالات بالأمر: npm run rename -- category local city',
    ],
  ])('and no file has is told: %i articles in %i problems', (count, told, sentence) => {
    const { problems } = check({ articles: articles(count), categories: { city: [] }, category: 'local' });
    expect(problems).toHaveLength(told);
    expect(problems[0]).toBe(`articles/10.md: ${sentence}`);
  });

  it.each(['&h local', 'local;ls', '$(ls)', 'a b'])('that no file can have gets no command: %s', (category) => {
    const { problems } = check({ articles: articles(30), categories: { city: [] }, category });
    expect(problems).toEqual([
      `articles/10.md: لا قسم في categories باسم «${category}». الموجود: city. هذا الاسم في 30 مقالًا.`,
    ]);
  });

  it.each([
    ['&h local', 0],
    ['local', 1],
  ])('and that YAML misreads is not told twice in its line: %s', (category, told) => {
    const paper = { articles: articles(1), categories: { city: [] }, category };
    expect(check(paper, true).problems).toHaveLength(told);
  });

  it.each([
    [1, 'مقال واحد فيه الاسم القديم لملف القسم «local»'],
    [2, 'مقالان فيهما الاسم القديم لملف القسم «local»'],
    [3, '3 مقالات فيها الاسم القديم لملف القسم «local»'],
    [11, '11 مقالًا فيها الاسم القديم لملف القسم «local»'],
    [100, '100 مقال فيها الاسم القديم لملف القسم «local»'],
  ])('and that is a former one is told once: %i', (count, beginning) => {
    const { problems, notices } = check({
      articles: articles(count > 80 ? 1 : count),
      categories: { city: ['local'] },
      category: 'local',
    });
    expect(problems).toEqual([]);
    const rest = '، واسمه اليوم «city». غيّر ما في المقالات بالأمر: npm run rename -- category local city';
    expect(messages.formerIdNamed('category', 'local', 'city', count)).toBe(beginning + rest);
    if (count <= 80) expect(notices).toEqual([beginning + rest]);
  });

  it.each([
    [1, 'مقال واحد فيه الاسم القديم لملف الكاتب «h»'],
    [2, 'مقالان فيهما الاسم القديم لملف الكاتب «h»'],
    [3, '3 مقالات فيها الاسم القديم لملف الكاتب «h»'],
    [11, '11 مقالًا فيها الاسم القديم لملف الكاتب «h»'],
    [100, '100 مقال فيها الاسم القديم لملف الكاتب «h»'],
  ])('is told in the same way for an author: %i', (count, beginning) => {
    expect(messages.formerIdNamed('author', 'h', 'huda', count)).toBe(
      `${beginning}، واسمه اليوم «huda». غيّر ما في المقالات بالأمر: npm run rename -- author h huda`,
    );
  });
});

it('entries of tags.yaml that no article has are told in one sentence', () => {
  const { notices } = check({
    articles: { 'a.md': [] },
    written: ['الكتب'],
    tags: [tag('كتب', ['الكتب']), tag('فن', []), tag('طب', ['صحة'])],
  });
  expect(notices).toEqual(['في tags.yaml ما ليس وسمًا لأي مقال: فن، طب. راجع كتابته، أو احذفه.']);
});
