const excerptWords = 30;
const wordsBefore = 6;

/** The words of a text to show, and the numbers of those to mark, counted from the excerpt's first word. */
export interface Excerpt {
  words: string[];
  marked: ReadonlySet<number>;
  isCutBefore: boolean;
  isCutAfter: boolean;
}

interface Hit {
  place: number;
  /** The index of the term in the query. */
  term: number;
}

/**
 * The thirty words of a text that have most terms of a query, beginning a few words before the first of them; without
 * any terms, the beginning of the text. `places` has the numbers of the words that match, a list for each term.
 */
export function chooseExcerpt(words: readonly string[], places: readonly (readonly number[])[]): Excerpt {
  const hits = places
    .flatMap((list, term) => list.map((place): Hit => ({ place, term })))
    .filter(({ place }) => place < words.length)
    .sort((a, b) => a.place - b.place);
  const start = Math.max(0, Math.min(bestPlace(hits) - wordsBefore, words.length - excerptWords));
  const end = Math.min(words.length, start + excerptWords);
  return {
    words: words.slice(start, end),
    marked: new Set(hits.map(({ place }) => place - start).filter((place) => place >= 0 && place < end - start)),
    isCutBefore: start > 0,
    isCutAfter: end < words.length,
  };
}

/** The place of the hit that most terms follow within an excerpt; of several, the first one that most hits follow. */
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
