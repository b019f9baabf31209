import type { Article } from '../library/library.ts';
import { rememberSlugs, shelve } from './listings.ts';

/**
 * Finds what to read after an article so that old pages stay still: related stories are older ones only, and the
 * section's window reaches at most two articles ahead, so publishing one changes at most two other pages.
 */
export interface Neighbours {
  related(article: Article): Article[];
  inSection(article: Article): Article[];
}

const relatedCount = 4;
const sectionCount = 5;
const newerCount = 2;
const candidatesPerTag = 24;

/** `newestFirst` is every published article, newest first. */
export function findNeighbours(newestFirst: readonly Article[]): Neighbours {
  const position = new Map(newestFirst.map((article, index) => [article.id, index]));
  const positionOf = (article: Article) => position.get(article.id) ?? 0;
  const shelvesOf = (keysOf: (article: Article) => readonly string[]) =>
    new Map(
      [...shelve(newestFirst, keysOf)].map(([key, articles]) => [
        key,
        { articles, positions: articles.map(positionOf) },
      ]),
    );
  const slugOf = rememberSlugs();
  const byTag = shelvesOf((article) => article.tags.map(slugOf));
  const bySection = shelvesOf((article) => [article.category]);

  const inSection = (article: Article): Article[] => {
    const { articles, positions } = bySection.get(article.category) ?? noShelf;
    const at = indexIn(positions, positionOf(article));
    const newer = articles.slice(Math.max(0, at - newerCount), at);
    return [...newer, ...articles.slice(at + 1, at + 1 + sectionCount - newer.length)];
  };

  const related = (article: Article): Article[] => {
    const shown = new Set(inSection(article).map(positionOf));
    const shared = new Map<number, number>();
    for (const tag of new Set(article.tags.map(slugOf))) {
      const { positions } = byTag.get(tag) ?? noShelf;
      const first = indexIn(positions, positionOf(article)) + 1;
      const end = Math.min(positions.length, first + candidatesPerTag);
      for (let at = first; at < end; at += 1) {
        const older = positions[at] as number;
        if (!shown.has(older)) shared.set(older, (shared.get(older) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([a, aShared], [b, bShared]) => bShared - aShared || a - b)
      .slice(0, relatedCount)
      .map(([older]) => newestFirst[older] as Article);
  };

  return { related, inSection };
}

/** The articles of a tag or a section, and their positions in the whole list: both in its order. */
interface Shelf {
  articles: readonly Article[];
  positions: readonly number[];
}

const noShelf: Shelf = { articles: [], positions: [] };

function indexIn(positions: readonly number[], wanted: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
