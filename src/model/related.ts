import type { Article } from '../library/types.ts';
import { createCachedTagSlug, groupBy } from './listings.ts';

/**
 * Finds further reading for an article, in such a way that publishing an article changes the pages of at most two older
 * articles: `related` has older articles only, and `inSection` at most two newer ones.
 */
export interface Neighbours {
  /** Returns older articles that share tags with the article, those with the most tags in common first. */
  related(article: Article): Article[];
  /** Returns the newer and older articles next to it in its section, newest first. */
  inSection(article: Article): Article[];
}

const relatedCount = 4;
const sectionCount = 5;
const newerCount = 2;
/**
 * The maximum number of older articles per tag that are compared, so that the time per article does not grow with the
 * archive.
 */
const candidatesPerTag = 24;

/**
 * Prepares the lookup of neighbours among all published articles, newest first.
 * @param linkedBy returns the ids of the articles that the page of an article links to already
 */
export function findNeighbours(
  newestFirst: readonly Article[],
  linkedBy: (article: Article) => readonly string[] = () => [],
): Neighbours {
  const positionOf = new Map(newestFirst.map((article, position) => [article.id, position]));
  const slugOf = createCachedTagSlug();
  const slugsOf = ({ tags }: Article): readonly string[] => [...new Set(tags.map(slugOf))];
  const articleAt = (position: number) => newestFirst[position] as Article;
  const positions = [...newestFirst.keys()];
  const positionsOf = (ids: readonly string[]) => ids.flatMap((id) => positionOf.get(id) ?? []);
  const byTag = groupBy(positions, (position) => slugsOf(articleAt(position)));
  const bySection = groupBy(positions, (position) => [articleAt(position).category]);

  const inSection = (article: Article): number[] => {
    const linked = positionsOf(linkedBy(article));
    const section = bySection.get(article.category) ?? [];
    const at = findIndex(section, positionOf.get(article.id) ?? 0);
    const isNew = (position: number) => !linked.includes(position);
    const newer = section.slice(Math.max(0, at - newerCount), at).filter(isNew);
    const olderCount = sectionCount - newer.length;
    const older = section.slice(at + 1, at + 1 + olderCount + linked.length).filter(isNew);
    return [...newer, ...older.slice(0, olderCount)];
  };

  const related = (article: Article): number[] => {
    const shown = [...inSection(article), ...positionsOf(linkedBy(article))];
    const position = positionOf.get(article.id) ?? 0;
    const sharedTags = new Map<number, number>();
    for (const tag of slugsOf(article)) {
      const tagged = byTag.get(tag) ?? [];
      const first = findIndex(tagged, position) + 1;
      const end = Math.min(tagged.length, first + candidatesPerTag);
      for (let at = first; at < end; at += 1) {
        const older = tagged[at] as number;
        if (!shown.includes(older)) sharedTags.set(older, (sharedTags.get(older) ?? 0) + 1);
      }
    }
    return [...sharedTags]
      .sort(([a, aShared], [b, bShared]) => bShared - aShared || a - b)
      .slice(0, relatedCount)
      .map(([older]) => older);
  };

  return {
    related: (article) => related(article).map(articleAt),
    inSection: (article) => inSection(article).map(articleAt),
  };
}

/** Finds by binary search the index of `wanted`, or else of the first greater number, in ascending `positions`. */
function findIndex(positions: readonly number[], wanted: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
