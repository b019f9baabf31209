import type { Library } from '../library/library.ts';
import { groupRuns, shelveByMonth } from './listings.ts';
import { monthPath } from './urls.ts';

export interface ArchiveYear {
  year: number;
  months: { month: number; url: string; count?: number }[];
}

/**
 * Years and months that have articles, newest first. The newest month is still being written: it has no count, so that the
 * archive's page changes once a month and not with each article.
 */
export function composeArchive({ articles, site }: Library): ArchiveYear[] {
  const months = shelveByMonth(articles, site.timeZone);
  return groupRuns(months, ({ year }) => year).map(({ key, items }) => ({
    year: key,
    months: items.map((shelf) => ({
      month: shelf.month,
      url: monthPath(shelf.year, shelf.month),
      ...(shelf !== months[0] && { count: shelf.articles.length }),
    })),
  }));
}
