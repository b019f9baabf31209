import type { Library } from '../library/types.ts';
import { hasCorrections } from './corrections.ts';
import { groupByTag } from './listings.ts';
import { hasSeriesList } from './series.ts';

/** Which lists of lists the site has: an index of a single author or tag would say nothing. */
export interface ShownLists {
  authors: boolean;
  tags: boolean;
  series: boolean;
  corrections: boolean;
}

export function shownLists(library: Library): ShownLists {
  return {
    authors: library.authors.length > 1,
    tags: groupByTag(library.articles).length > 1,
    series: hasSeriesList(library),
    corrections: hasCorrections(library),
  };
}
