import type { Library } from '../library/library.ts';
import { groupRuns, shelveByMonth } from './listings.ts';
import { monthPath } from './urls.ts';

export interface ArchiveYear {
  year: number;
  months: { month: number; url: string; count: number }[];
}

/** Years and months that have articles, newest first. */
export function composeArchive({ articles, site }: Library): ArchiveYear[] {
  return groupRuns(shelveByMonth(articles, site.timeZone), ({ year }) => year).map(({ key, items }) => ({
    year: key,
    months: items.map(({ year, month, articles: shelf }) => ({
      month,
      url: monthPath(year, month),
      count: shelf.length,
    })),
  }));
}
