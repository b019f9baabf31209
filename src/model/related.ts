import { slugify } from '../lib/arabic/slug.ts';
import type { Article } from '../library/library.ts';
import { shelve } from './listings.ts';

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
  const byTag = shelve(newestFirst, (article) => article.tags.map(slugify));
  const bySection = shelve(newestFirst, (article) => [article.category]);

  const inSection = (article: Article): Article[] => {
    const section = bySection.get(article.category) ?? [];
    const at = indexOfPosition(section, positionOf(article), positionOf);
    const newer = section.slice(Math.max(0, at - newerCount), at);
    return [...newer, ...section.slice(at + 1, at + 1 + sectionCount - newer.length)];
  };

  const related = (article: Article): Article[] => {
    const shown = new Set(inSection(article).map(({ id }) => id));
    const shared = new Map<Article, number>();
    for (const tag of new Set(article.tags.map(slugify))) {
      const shelf = byTag.get(tag) ?? [];
      const at = indexOfPosition(shelf, positionOf(article), positionOf);
      for (const older of shelf.slice(at + 1, at + 1 + candidatesPerTag)) {
        if (!shown.has(older.id)) shared.set(older, (shared.get(older) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([a, aShared], [b, bShared]) => bShared - aShared || positionOf(a) - positionOf(b))
      .slice(0, relatedCount)
      .map(([older]) => older);
  };

  return { related, inSection };
}

/** Binary search: a shelf keeps the order of the whole list. */
function indexOfPosition(shelf: readonly Article[], wanted: number, positionOf: (article: Article) => number): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positionOf(shelf[middle] as Article) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
