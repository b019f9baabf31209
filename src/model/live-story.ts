import type { Library } from '../library/types.ts';
import { type EntryLink, latestLinks } from './live.ts';
import { articlesWithCoverage, newestEntry } from './live-entries.ts';
import { type Story, toStory } from './story.ts';

/** A story whose live coverage goes on, as the front page shows it: with its last entries. */
export interface LiveStory {
  story: Story;
  /** Newest first; empty before the first entry. */
  latest: EntryLink[];
}

/** A moment as lists show it; nobody knows its time of day if `dateHasNoTime` is set. */
export type ShownMoment = Pick<Story, 'date' | 'dateHasNoTime'>;

/** The most entries that the front page shows of one story. */
const mostEntries = 3;

/** Composes the stories whose live coverage goes on, the last published first. */
export function composeLiveStories(library: Library): LiveStory[] {
  return articlesWithCoverage(library).flatMap(([article, coverage]) => {
    if (coverage.state !== 'open') return [];
    const story = toStory(article, library);
    return [{ story, latest: latestLinks(story.url, coverage, mostEntries) }];
  });
}

/** Returns the moment of the newest story or entry of live coverage; undefined if nothing is published. */
export function newestMoment(library: Library): ShownMoment | undefined {
  const [newest] = library.articles;
  const entries = articlesWithCoverage(library).map(([, coverage]) => newestEntry(coverage) ?? '');
  return entries.reduce<ShownMoment | undefined>(laterMoment, newest);
}

/** Dates a story whose live coverage goes on by its newest entry. */
export function datedByEntries(story: Story, [newest]: readonly EntryLink[]): Story {
  const { date, dateHasNoTime, ...rest } = story;
  return newest === undefined
    ? story
    : { ...rest, ...laterMoment({ date, ...(dateHasNoTime && { dateHasNoTime }) }, newest.time) };
}

function laterMoment<Moment extends ShownMoment | undefined>(moment: Moment, instant: string): Moment | ShownMoment {
  return moment === undefined || instant <= moment.date ? moment : { date: instant };
}
