import type { LiveCoverage, LiveEntry } from '../library/content/live.ts';
import type { Article, Library } from '../library/types.ts';

/**
 * How many entries are on the page of the coverage, and on a full numbered page. Numbered pages hold more, so that an
 * entry that comes late into the oldest of them changes few; see docs/decisions/0064-live-coverage.md.
 */
export const liveSizes = { newest: 30, numbered: 50 };

/** Lists the articles that have live coverage, with it, in the order of the library. */
export function articlesWithCoverage({
  articles,
  live,
}: Pick<Library, 'articles' | 'live'>): [Article, LiveCoverage][] {
  if (live.size === 0) return [];
  return articles.flatMap((article): [Article, LiveCoverage][] => {
    const coverage = live.get(article.id);
    return coverage ? [[article, coverage]] : [];
  });
}

/** The entries of one numbered page, newest first. */
export interface NumberedEntries {
  number: number;
  entries: LiveEntry[];
}

/**
 * Splits entries, newest first, into those on the page of the coverage and numbered pages, the newest of these first. They
 * are filled from the oldest entry up, so that a new entry changes only the last of them, until that is full.
 */
export function splitEntries(entries: readonly LiveEntry[]): { newest: LiveEntry[]; numbered: NumberedEntries[] } {
  const older = entries.slice(liveSizes.newest);
  const count = Math.ceil(older.length / liveSizes.numbered);
  const numbered = Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const end = older.length - (number - 1) * liveSizes.numbered;
    return { number, entries: older.slice(Math.max(0, end - liveSizes.numbered), end) };
  });
  return { newest: entries.slice(0, liveSizes.newest), numbered };
}

/** Returns the ISO instant of the newest entry that readers see. */
export function newestEntry(coverage: LiveCoverage | undefined): string | undefined {
  return coverage?.entries.find(({ unpublished }) => !unpublished)?.time;
}
