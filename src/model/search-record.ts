import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/types.ts';
import type { Contributor } from './byline.ts';
import { toStory } from './story.ts';

/** An article as it is indexed: the strings to search in, and the facts that results show. */
export interface SearchRecord {
  /** As pages write it, percent-encoded. */
  url: string;
  title: string;
  /** The kicker and the summary, if the article has them, on separate lines. */
  lead: string;
  headings: string[];
  /** The text of the body without headings. */
  text: string;
  /** The date as readers see it, in the site's time zone. */
  date: string;
  /** The ISO instant of publication, in UTC. */
  instant: string;
  section: string;
  /** Who wrote the article, as results name them. */
  authors: string[];
  /** Who published what others wrote: found, but not named. */
  editors: string[];
  year: string;
  tags: string[];
}

/** What the index has of the text of an article. */
export interface IndexedBody {
  text: string;
  headings: readonly { text: string }[];
}

export function composeSearchRecord(article: Article, library: Library, { text, headings }: IndexedBody): SearchRecord {
  const { timeZone, months, digits } = library.site;
  const story = toStory(article, library);
  return {
    url: encodeURI(story.url),
    title: story.title,
    lead: [article.kicker, article.summary].filter((line) => line !== undefined).join('\n'),
    headings: headings.map((heading) => heading.text),
    text,
    date: formatDate(article.date, { timeZone, months, digits }),
    instant: article.date,
    section: story.section.title,
    authors: namesOf(story.byline.writers),
    editors: namesOf(story.byline.editors),
    year: String(localFields(article.date, timeZone).year),
    tags: article.tags,
  };
}

function namesOf(people: readonly Contributor[]): string[] {
  return people.map(({ name }) => name);
}
