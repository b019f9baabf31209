import type { Library } from '../library/types.ts';
import { groupByMonth, groupRuns } from './listings.ts';
import { hrefTo, monthPath } from './urls.ts';

export interface ArchiveYear {
  year: number;
  months: { month: number; url: string; count?: number }[];
}

/**
 * Returns the years and months that have articles, newest first. The newest month has no count, so that the archive
 * page changes once a month and not with each article.
 */
export function composeArchive({ articles, site }: Library): ArchiveYear[] {
  const months = groupByMonth(articles, site.timeZone);
  return groupRuns(months, ({ year }) => year).map(({ key, items }) => ({
    year: key,
    months: items.map((group) => ({
      month: group.month,
      url: hrefTo(monthPath(group.year, group.month), site),
      ...(group !== months[0] && { count: group.articles.length }),
    })),
  }));
}
