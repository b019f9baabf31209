import { formatPeriod } from '../lib/arabic/dates.ts';
import type { Library } from '../library/types.ts';
import type { FrontPageSelection } from './front-page-selection.ts';
import { type Story, toStory } from './story.ts';

/** The articles that were read most, with the first and the last day that were counted as readers see them. */
export interface MostRead {
  /** The most read first. */
  stories: Story[];
  /** «23», «28 نوفمبر»: without what `to` says as well. */
  from: string;
  /** Equals `from` for a single day. */
  to: string;
}

const storyCount = 5;

/**
 * Composes the list of what was read most; undefined without `popular.yaml`, or if nothing is left of it. It is a ranking,
 * so that it is complete even if some of its stories stand elsewhere on the front page too.
 */
export function composeMostRead(library: Library, selection: FrontPageSelection): MostRead | undefined {
  const { popular, site } = library;
  if (popular === undefined) return undefined;
  const found = selection.listed(popular.ids, storyCount);
  if (found.length === 0) return undefined;
  const { from, to } = formatPeriod(popular.from, popular.to, site, { year: !popular.isOfThisYear });
  return { stories: found.map((article) => toStory(article, library)), from, to };
}
