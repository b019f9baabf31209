import { formatPeriod } from '../lib/arabic/dates.ts';
import type { Library } from '../library/types.ts';
import type { FrontPageSelection } from './front-page-selection.ts';
import { type Story, toStory } from './story.ts';

/** The articles that were read most, with the first and the last day that were counted as readers see them. */
export interface MostRead {
  /** The most read first. */
  stories: Story[];
  /** False if the page has some of the most read elsewhere, so that those in `stories` have no rank. */
  isRanked: boolean;
  /** «23», «28 نوفمبر»: without what `to` says as well. */
  from: string;
  /** Equals `from` for a single day. */
  to: string;
}

const storyCount = 5;

/**
 * Composes the list of what was read most, without what the front page has elsewhere; undefined without `popular.yaml`,
 * or if nothing is left of it.
 */
export function composeMostRead(library: Library, selection: FrontPageSelection): MostRead | undefined {
  const { popular, site } = library;
  if (popular === undefined) return undefined;
  const first = popular.ids.slice(0, storyCount);
  const found = selection.takeFirst(popular.ids, storyCount);
  if (found.length === 0) return undefined;
  const { from, to } = formatPeriod(popular.from, popular.to, site, { year: !popular.isOfThisYear });
  const isRanked = found.every(({ id }, index) => id === first[index]);
  return { stories: found.map((article) => toStory(article, library)), isRanked, from, to };
}
