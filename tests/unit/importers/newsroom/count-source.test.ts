import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeNewsroom, type ExistingNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import type { SourceArticle, SourceNewsroom, SourcePage } from '../../../../src/importers/newsroom/source.ts';
import { sumByKind } from '../../../../src/importers/newsroom/tally.ts';

const nothing: ExistingNewsroom = {
  ids: new Map(),
  pages: new Set(),
  records: new Map(),
  missing: new Set(['https://old.example/1.jpg']),
  now: '2026-12-01T12:00:00Z',
};

const comment = (id: string) => ({ id, author: 'قارئ', text: 'شكرًا', time: '2022-01-13T09:00:00Z' });
const term = (key: string, isInvented: boolean) => ({
  key,
  slug: key,
  name: key,
  addresses: [],
  ...(isInvented && { isInvented: true as const }),
});

const entry = fc.record({
  isDraft: fc.boolean(),
  published: fc.constantFrom(undefined, '2022-01-13T08:30:00Z', '2099-01-01T00:00:00Z'),
  shown: fc.subarray(['1.jpg', '2.jpg', '3.jpg']),
  comments: fc.nat(3),
  image: fc.boolean(),
});
type Written = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

function toPage({ isDraft, published, shown }: Written, key: string): SourcePage {
  return {
    key,
    title: key,
    slug: key,
    isDraft,
    ...(published !== undefined && { published }),
    addresses: [],
    convert: ({ image }) => {
      const placed = shown.map((name) => ({
        address: `https://old.example/${name}`,
        found: image(`https://old.example/${name}`),
      }));
      return {
        text: 'متن.\n',
        format: 'md',
        losses: placed.flatMap(({ address, found }) => (found ? [] : [{ kind: 'image' as const, address }])),
        parts: placed.flatMap(({ found }) => (found ? [{ kind: 'images' as const, name: '' }] : [])),
      };
    },
    remarks: [],
  };
}

function toArticle(written: Written, key: string): SourceArticle {
  return {
    ...toPage(written, key),
    authors: ['a'],
    section: 's',
    tags: [],
    comments: Array.from({ length: written.comments }, (_, index) => comment(`c-${index}`)),
    undatedComments: Math.min(written.comments, 1),
    ...(written.image && { image: { address: 'https://old.example/1.jpg' } }),
  };
}

function toNewsroom(articles: Written[], pages: Written[], isInvented: boolean): SourceNewsroom {
  return {
    title: 'صدى',
    description: '',
    url: 'https://old.example',
    authors: [term('a', isInvented)],
    sections: [term('s', isInvented)],
    tags: [term('t', false)],
    articles: articles.map((written, index) => toArticle(written, `article-${index}`)),
    pages: pages.map((written, index) => toPage(written, `page-${index}`)),
    media: ['1.jpg', '2.jpg', 'law.pdf'].map((name) => ({
      key: name,
      address: `https://old.example/${name}`,
      alt: '',
      caption: '',
    })),
    lists: [],
  };
}

it('adds up to the lists of any source, whatever could be fetched', () => {
  const entries = fc.array(entry, { maxLength: 5 });
  fc.assert(
    fc.property(entries, entries, fc.boolean(), (articles, pages, isInvented) => {
      const { tally } = composeNewsroom(toNewsroom(articles, pages, isInvented), nothing);
      const totals = Object.fromEntries(sumByKind(tally).map(({ kind, total }) => [kind, total]));
      const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
      const expected = {
        articles: articles.length,
        pages: pages.length,
        sections: isInvented ? 0 : 1,
        tags: 1,
        authors: isInvented ? 0 : 1,
        comments: sum(articles.map(({ comments }) => comments)),
        media: 3,
        images:
          sum([...articles, ...pages].map(({ shown }) => shown.length)) + articles.filter(({ image }) => image).length,
      };
      expect(totals).toEqual(Object.fromEntries(Object.entries(expected).filter(([, total]) => total > 0)));
      for (const { fate, reason } of tally) if (fate !== 'came') expect(reason).toBeDefined();
    }),
    { seed: 24, numRuns: 100 },
  );
});
