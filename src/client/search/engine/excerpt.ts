import { joint } from '../../../lib/arabic/search/shown-words.ts';

const excerptWords = 30;
const wordsBefore = 6;
/** How many words more an excerpt may have, so that it does not begin or end inside a run without spaces. */
const mostJoined = 5;

/** The words of a text that a result shows. `marked` contains the indexes, within `words`, of those to highlight. */
export interface Excerpt {
  words: string[];
  marked: ReadonlySet<number>;
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/** Counts how many words at the beginning of a list follow another one without a space. */
function countJoined(words: readonly string[]): number {
  const count = words.findIndex((word) => !word.startsWith(joint));
  return count === -1 ? 0 : count;
}

interface Hit {
  place: number;
  /** The index of the term in the query. */
  term: number;
}

/**
 * Chooses the thirty words of a text that contain the most terms of a query, beginning a few words before the first of
 * them; the beginning of the text if it has none of the terms. `places` has a list for each term: the indexes of the
 * words that match it.
 */
export function chooseExcerpt(words: readonly string[], places: readonly (readonly number[])[]): Excerpt {
  const hits = places
    .flatMap((list, term) => list.map((place): Hit => ({ place, term })))
    .filter(({ place }) => place < words.length)
    .sort((a, b) => a.place - b.place);
  const first = Math.max(0, Math.min(bestPlace(hits) - wordsBefore, words.length - excerptWords));
  const start = first - countJoined(words.slice(Math.max(0, first - mostJoined), first + 1).reverse());
  const last = Math.min(words.length, first + excerptWords);
  const end = last + countJoined(words.slice(last, last + mostJoined));
  return {
    words: words.slice(start, end),
    marked: new Set(hits.map(({ place }) => place - start).filter((place) => place >= 0 && place < end - start)),
    isCutBefore: start > 0,
    isCutAfter: end < words.length,
  };
}

/**
 * Finds the hit from which an excerpt contains the most terms, and returns its place. Of several, takes the one with
 * the most hits after it, then the first.
 */
function bestPlace(hits: readonly Hit[]): number {
  let best = 0;
  let bestTerms = 0;
  let bestHits = 0;
  for (const [index, { place }] of hits.entries()) {
    const terms = new Set<number>();
    let inside = 0;
    for (let next = index; next < hits.length; next++) {
      const hit = hits[next];
      if (hit === undefined || hit.place >= place + excerptWords - wordsBefore) break;
      terms.add(hit.term);
      inside += 1;
    }
    if (terms.size > bestTerms || (terms.size === bestTerms && inside > bestHits)) {
      best = place;
      bestTerms = terms.size;
      bestHits = inside;
    }
  }
  return best;
}
