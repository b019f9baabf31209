import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { findNeighbours } from '../../../src/model/related.ts';
import { article, library } from '../../support/library.ts';

const ids = (articles: readonly Article[]) => articles.map(({ id }) => id);

describe('the neighbours of an article', () => {
  test('related stories are older, share tags, and are not in the section list; those with most shared tags come first', () => {
    const archive = library([
      article(9, { tags: ['نيل'], category: 'culture' }),
      article(8, { tags: ['نيل', 'ملاحة'] }),
      article(7, { tags: ['نيل'], category: 'culture' }),
      article(6, { tags: ['نيل', 'ملاحة'], category: 'culture' }),
      article(5, { tags: ['شعر'], category: 'culture' }),
      article(4, { tags: ['نيل', 'ملاحة'] }),
    ]).articles;
    const subject = archive.find(({ id }) => id === 'a0008') as Article;
    expect(ids(findNeighbours(archive).related(subject))).toEqual(['a0006', 'a0007']);
  });

  test('the section list has at most two newer articles and fills up with older ones', () => {
    const archive = library(Array.from({ length: 9 }, (_, index) => article(index + 1))).articles;
    const neighbours = findNeighbours(archive);
    expect(ids(neighbours.inSection(archive[0] as Article))).toEqual(['a0008', 'a0007', 'a0006', 'a0005', 'a0004']);
    expect(ids(neighbours.inSection(archive[4] as Article))).toEqual(['a0007', 'a0006', 'a0004', 'a0003', 'a0002']);
    expect(ids(neighbours.inSection(archive[8] as Article))).toEqual(['a0003', 'a0002']);
  });

  test('publishing an article changes the neighbours of at most two others', () => {
    const tags = [['نيل'], ['نيل', 'بحر'], ['بحر'], []];
    const all = Array.from({ length: 30 }, (_, index) => article(index + 1, { tags: tags[index % 4] ?? [] }));
    for (let count = 5; count < all.length; count++) {
      const before = library(all.slice(0, count)).articles;
      const after = library(all.slice(0, count + 1)).articles;
      const shown = (archive: Article[]) => {
        const neighbours = findNeighbours(archive);
        return new Map(
          archive.map((one) => [
            one.id,
            JSON.stringify([ids(neighbours.related(one)), ids(neighbours.inSection(one))]),
          ]),
        );
      };
      const now = shown(after);
      const changed = [...shown(before)].filter(([id, text]) => now.get(id) !== text);
      expect(changed.length, `${count} articles`).toBeLessThanOrEqual(2);
    }
  });
});
