import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/library.ts';
import { toStory } from './story.ts';

/** What a search finds an article by, and shows of it, besides its text. */
export interface SearchRecord {
  /** Site-absolute, percent-encoded. */
  url: string;
  title: string;
  /** As readers see it, in the site's time zone. */
  date: string;
  /** What results may be narrowed to. */
  filters: { section: string[]; author: string[]; year: string[] };
  /** ISO, UTC. */
  sortDate: string;
}

export function composeSearchRecord(article: Article, library: Library): SearchRecord {
  const { timeZone, months, digits } = library.site;
  const story = toStory(article, library);
  return {
    url: encodeURI(story.url),
    title: story.title,
    date: formatDate(article.date, { timeZone, months, digits }),
    filters: {
      section: [story.section.title],
      author: story.authors.map(({ title }) => title),
      year: [String(localFields(article.date, timeZone).year)],
    },
    sortDate: article.date,
  };
}
