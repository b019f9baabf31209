import type { Library } from '../library/types.ts';
import { type EntryLink, latestLinks } from './live.ts';
import { articlesWithCoverage } from './live-entries.ts';
import { type Story, toStory } from './story.ts';

/** A story whose live coverage goes on, as the front page shows it: with its last entries. */
export interface LiveStory {
  story: Story;
  /** Newest first; empty before the first entry. */
  latest: EntryLink[];
}

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
