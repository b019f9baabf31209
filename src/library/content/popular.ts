import { daysBetween } from '../../lib/calendar-days.ts';
import { localDay } from '../../lib/time-zone.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import { type ParsedPopular, parsePopular, popularFile, popularPlace } from '../../schema/popular.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from './content-files.ts';
import { readParsed } from './read-parsed.ts';

/** The articles that were read most, as `popular.yaml` has them. */
export interface Popular {
  /** The first and the last day that were counted: `2026-11-23`. */
  from: string;
  to: string;
  /** Whether both days are of the year in which the site is built, so that readers need not be told it. */
  isOfThisYear: boolean;
  /** The most read first; only what is published. At least one. */
  ids: string[];
}

interface PopularReading {
  /** Undefined if there is nothing to show. */
  popular?: Popular;
  problems: Problem[];
  notices: string[];
}

type KnownIds = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

interface Knowledge {
  /** By their ids, all articles, unpublished ones included. */
  known: KnownIds;
  published: ReadonlySet<string>;
  timeZone: string;
  now: number;
}

/** After so many days readers are no longer told anything new. */
const staleAfter = 14;

/** Reads `popular.yaml`, if there is one. `known` has all articles by id, unpublished ones included. */
export async function readPopular(
  source: ContentFile | undefined,
  articles: readonly { id: string; unpublished: boolean }[],
  known: KnownIds,
  { timeZone }: { timeZone: string },
  { now }: { now: number },
): Promise<PopularReading> {
  if (source === undefined) return { problems: [], notices: [] };
  const parsed = await readParsed(source, parsePopular);
  const published = new Set(articles.filter(({ unpublished }) => !unpublished).map(({ id }) => id));
  return choosePopular(parsed, { known, published, timeZone, now });
}

/**
 * Chooses what the site shows of `popular.yaml`. Articles that are not published now are left out in silence. What is no
 * article at all is a notice and no problem: deleting an article must not stop the next build.
 */
export function choosePopular({ popular, places, problems }: ParsedPopular, knowledge: Knowledge): PopularReading {
  if (popular === undefined) return { problems, notices: [] };
  const { known, published, timeZone, now } = knowledge;
  const { from, to } = popular;
  const candidates = [...known.keys()];
  const unknown = popular.ids.flatMap((id, index) => {
    const { line } = popularPlace(places, index);
    return known.has(id) ? [] : [messages.popularUnknown(popularFile, line, id, findNearest(id, candidates))];
  });
  const today = localDay(now, timeZone);
  if (to > today) return { problems, notices: [...unknown, messages.popularOfTheFuture(popularFile, to)] };
  const age = daysBetween(to, today);
  const ids = popular.ids.filter((id) => published.has(id));
  const year = today.slice(0, 4);
  const isOfThisYear = from.startsWith(year) && to.startsWith(year);
  return {
    ...(ids.length > 0 && { popular: { from, to, isOfThisYear, ids } }),
    problems,
    notices: [...unknown, ...(age > staleAfter ? [messages.popularStale(popularFile, to, age)] : [])],
  };
}
