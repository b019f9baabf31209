import { describe, expect, test } from 'vitest';
import type { Article, Library } from '../../../src/library/types.ts';
import { composeFrontPage, type FrontPage, storiesOfFrontPage } from '../../../src/model/front-page.ts';
import type { FrontBlock } from '../../../src/model/front-page-blocks.ts';
import { categoryPaths } from '../../../src/model/static-paths.ts';
import { article, library } from '../../support/library.ts';

const picture = { src: '/_images/x.svg', width: 1600, height: 1000, sources: [] };
const many = Array.from({ length: 20 }, (_, index) =>
  article(index + 1, { category: index % 2 ? 'culture' : 'world', ...(index === 15 && { picture }) }),
);
const categories = ['world', 'economy', 'culture', 'science', 'society'].map((id) => ({ id, name: `قسم ${id}` }));
/** A busy week: 80 articles in five sections, every third with a picture. */
const busy = Array.from({ length: 80 }, (_, index) =>
  article(index + 1, {
    category: categories[index % 5]?.id ?? '',
    tags: index % 4 ? ['نهر'] : [],
    ...(index % 3 === 0 && { picture }),
  }),
);

type Choices = Partial<Library['frontPage']>;

function compose(articles: readonly Article[], choices: Choices = {}, fields: Partial<Library> = {}): FrontPage {
  const { frontPage } = library([]);
  return composeFrontPage(library(articles, { frontPage: { ...frontPage, ...choices }, ...fields }));
}

const idsOf = (page: FrontPage) => storiesOfFrontPage(page).map(({ id }) => id);
const topOf = ({ lead, seconds }: FrontPage) => [lead, ...seconds].map((story) => story?.id);
const kindsOf = ({ blocks }: FrontPage) => blocks.map(({ kind, width }) => `${kind} ${width}`);
const firstOf = (block: FrontBlock | undefined) => (block?.kind === 'section' ? block.lead.id : undefined);

describe('the front page', () => {
  test('leads with the newest story that has a picture', () => {
    expect(compose(many).lead?.id).toBe('a0016');
  });

  test('leads with the stories that the editor names, in their order', () => {
    expect(topOf(compose(many, { lead: 'a0003', seconds: ['a0002'] }))).toEqual(['a0003', 'a0002', 'a0016']);
  });

  test('keeps pinned stories at the top: in the first place if the editor names no other', () => {
    const pinned = [{ id: 'a0005' }, { id: 'a0006' }];
    expect(topOf(compose(many, { pinned })).slice(0, 2)).toEqual(['a0005', 'a0006']);
    expect(topOf(compose(many, { pinned, lead: 'a0001' }))).toEqual(['a0001', 'a0005', 'a0006']);
    expect(topOf(compose(many, { pinned, lead: 'a0005' })).slice(0, 2)).toEqual(['a0005', 'a0006']);
  });

  test('fills its second places from other sections, with pictures', () => {
    const { lead, seconds } = compose(busy, {}, { categories });
    expect(new Set([lead, ...seconds].map((story) => story?.section.title)).size).toBe(3);
    expect([lead, ...seconds].every((story) => story?.picture)).toBe(true);
  });

  test('has the newest of the other stories early, in the order of time', () => {
    const { wire } = compose(many);
    expect(wire.map(({ id }) => id)).toEqual(['a0018', 'a0017', 'a0015', 'a0014', 'a0013']);
  });

  test.each<[string, Choices]>([
    ['without choices', {}],
    ['on the day of a big story', { layout: 'big-story', lead: 'a0010' }],
    ['on a quiet day', { layout: 'quiet-day' }],
    [
      'with many choices',
      {
        lead: 'a0080',
        seconds: ['a0079'],
        pinned: [{ id: 'a0080' }, { id: 'a0078' }, { id: 'a0078' }],
        blocks: [
          { kind: 'pictures' },
          { kind: 'choice', articles: ['a0079', 'a0077', 'a0076'] },
          { kind: 'section', id: 'world' },
          { kind: 'section', id: 'world' },
          { kind: 'opinion', id: 'culture' },
        ],
        sectionLeads: { world: ['a0076', 'a0001'] },
        hide: ['a0075'],
      },
    ],
  ])('shows no story twice and none that is hidden: %s', (_, choices) => {
    const ids = idsOf(compose(busy, { hide: ['a0074'], ...choices }, { categories }));
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => (choices.hide ?? ['a0074']).includes(id))).toEqual([]);
  });

  test('leaves what editors choose for a block to that block, whatever stands above it', () => {
    const blocks = [{ kind: 'choice' as const, title: 'لا يفوتك', articles: ['a0020', 'a0016'] }];
    const page = compose(many, { blocks });
    expect(page.blocks).toMatchObject([{ kind: 'choice', width: 'full', title: 'لا يفوتك' }]);
    expect(page.blocks.flatMap((block) => (block.kind === 'choice' ? block.stories : [])).map(({ id }) => id)).toEqual([
      'a0020',
      'a0016',
    ]);
  });

  test('begins a section with what its editors put first, on the section’s page too', () => {
    const sectionLeads = { world: ['a0001'] };
    expect(firstOf(compose(many, { sectionLeads }).blocks[0])).toBe('a0001');
    const { frontPage } = library([]);
    const [newest] = categoryPaths(library(many, { frontPage: { ...frontPage, sectionLeads } }));
    const ids = newest?.props.compose().listing.items.map(({ id }) => id);
    expect(ids?.slice(0, 2)).toEqual(['a0001', 'a0019']);
    expect(new Set(ids).size).toBe(10);
  });

  test('has the blocks that editors ask for, in their order, and no others', () => {
    const blocks = [
      { kind: 'section' as const, id: 'culture' },
      { kind: 'most-read' as const },
      { kind: 'section' as const, id: 'world' },
    ];
    const page = compose(many, { blocks });
    expect(page.blocks.map((block) => block.kind === 'section' && block.section.title)).toEqual([
      'ثقافة',
      'أخبار العالم',
    ]);
  });

  test('pairs sections, with one across the page where that comes out even', () => {
    expect(kindsOf(compose(busy, {}, { categories }))).toEqual([
      'section full',
      'section half',
      'section half',
      'section half',
      'section half',
    ]);
    const inFour = busy.filter(({ category }) => category !== 'society');
    expect(kindsOf(compose(inFour, {}, { categories: categories.slice(0, 4) })).map((kind) => kind.slice(8))).toEqual([
      'full',
      'half',
      'half',
      'full',
    ]);
  });

  /** Tags of a0002 and of other articles, of 80 of which many are about the river. */
  const flood = ['نهر', 'سيول الوادي'];
  test.each<[string, lead: Partial<Article>, others: Record<string, Partial<Article>>, related: string[]]>([
    [
      'they share a rare tag',
      { tags: flood },
      { a0070: { tags: ['سيول الوادي'] }, a0060: { tags: flood } },
      ['a0060', 'a0070'],
    ],
    ['not if they share what many do', { tags: ['نهر'] }, {}, []],
    ['not if they share the lesser part', { tags: [...flood, 'سدود'] }, { a0070: { tags: ['نهر'] } }, []],
    ['not if they are months apart', { tags: flood, date: '2026-03-01T00:00:00.000Z' }, { a0070: { tags: flood } }, []],
  ])('lists stories on the subject of a big story below it: %s', (_, lead, others, related) => {
    const fields: Record<string, Partial<Article>> = { a0002: lead, ...others };
    const articles = busy.map((each) => ({ ...each, ...fields[each.id] }));
    const page = compose(articles, { layout: 'big-story', lead: 'a0002' }, { categories });
    expect(page.related.map(({ id }) => id)).toEqual(related);
  });

  test('puts features first on a quiet day: long ones, with pictures', () => {
    const long = many.map((each, index) => (index === 10 ? { ...each, picture, bodyLength: 6000 } : each));
    const page = compose(long, { layout: 'quiet-day' });
    expect(page.lead?.id).toBe('a0011');
    expect(compose(busy, { layout: 'quiet-day' }, { categories }).blocks[0]?.kind).toBe('pictures');
  });

  test('keeps opinion apart from the news, with the portraits of its authors', () => {
    const authors = library([]).authors.map((author) => ({ ...author, portrait: picture }));
    const page = compose(many, { opinionSections: ['culture'] }, { authors });
    const opinion = page.blocks.find(({ kind }) => kind === 'opinion');
    expect(opinion?.kind === 'opinion' && opinion.pieces.map(({ portrait }) => portrait)).toEqual(
      Array(4).fill(picture),
    );
    const news = [page.lead, ...page.seconds, ...page.wire].map((story) => story?.section.title);
    expect(new Set(news)).toEqual(new Set(['أخبار العالم']));
  });

  test.each([0, 1, 2, 3, 5, 8])('can be composed of %i articles, all of which it shows', (count) => {
    expect(idsOf(compose(many.slice(0, count))).toSorted()).toEqual(many.slice(0, count).map(({ id }) => id));
  });
});
