import type { Article } from '../library/library.ts';
import { groupBy, rememberSlugs } from './listings.ts';

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
  const positionOf = new Map(newestFirst.map((article, position) => [article.id, position]));
  const slugOf = rememberSlugs();
  const slugsOf = ({ tags }: Article): readonly string[] => [...new Set(tags.map(slugOf))];
  const articleAt = (position: number) => newestFirst[position] as Article;
  const positions = [...newestFirst.keys()];
  const byTag = groupBy(positions, (position) => slugsOf(articleAt(position)));
  const bySection = groupBy(positions, (position) => [articleAt(position).category]);

  const inSection = (article: Article): number[] => {
    const shelf = bySection.get(article.category) ?? [];
    const at = indexIn(shelf, positionOf.get(article.id) ?? 0);
    const newer = shelf.slice(Math.max(0, at - newerCount), at);
    return [...newer, ...shelf.slice(at + 1, at + 1 + sectionCount - newer.length)];
  };

  const related = (article: Article): number[] => {
    const shown = inSection(article);
    const position = positionOf.get(article.id) ?? 0;
    const shared = new Map<number, number>();
    for (const tag of slugsOf(article)) {
      const shelf = byTag.get(tag) ?? [];
      const first = indexIn(shelf, position) + 1;
      const end = Math.min(shelf.length, first + candidatesPerTag);
      for (let at = first; at < end; at += 1) {
        const older = shelf[at] as number;
        if (!shown.includes(older)) shared.set(older, (shared.get(older) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([a, aShared], [b, bShared]) => bShared - aShared || a - b)
      .slice(0, relatedCount)
      .map(([older]) => older);
  };

  return {
    related: (article) => related(article).map(articleAt),
    inSection: (article) => inSection(article).map(articleAt),
  };
}

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
