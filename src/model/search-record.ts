import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/types.ts';
import type { Byline, Contributor } from './byline.ts';
import { findById } from './find-by-id.ts';
import { toStory } from './story.ts';

/** An article as it is indexed: the strings to search in, and the facts that results show. */
export interface SearchRecord {
  /** As pages write it, percent-encoded. */
  url: string;
  title: string;
  /** The kicker and the summary, if the article has them, on separate lines. */
  lead: string;
  headings: string[];
  /** The text of the body without headings, and what is under the lead image. */
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
  /** The names by which the article is found besides its text, each once: see `listNames`. No result shows them. */
  names: string[];
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
    text: [text, article.image?.caption, article.image?.credit].filter((line) => line !== undefined).join('\n'),
    date: formatDate(article.date, { timeZone, months, digits }),
    instant: article.date,
    section: story.section.title,
    authors: namesOf(story.byline.writers),
    editors: namesOf(story.byline.editors),
    year: String(localFields(article.date, timeZone).year),
    tags: article.tags,
    names: listNames(article, story.byline, library),
  };
}

/** Lists who wrote and who published an article, its tags, its series and the city of its dateline. */
function listNames({ tags, series }: Article, { writers, editors, dateline }: Byline, library: Library): string[] {
  const file = series === undefined ? undefined : findById(library.series, series);
  const names = [...namesOf([...writers, ...editors]), ...tags, file?.title, dateline];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function namesOf(people: readonly Contributor[]): string[] {
  return people.map(({ name }) => name);
}
