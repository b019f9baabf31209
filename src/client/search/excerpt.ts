const excerptWords = 30;
const wordsBefore = 6;

/** The words of a text to show, and which of them to mark: numbers within the excerpt. */
export interface Excerpt {
  words: string[];
  marked: ReadonlySet<number>;
  /** Whether text before or after is left out. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/**
 * The thirty words of a text in which most terms of a query stand, beginning a few words before the first of them; the
 * beginning of the text where none does. `places` has the numbers of the words that match, a list for each term.
 */
export function chooseExcerpt(words: readonly string[], places: readonly (readonly number[])[]): Excerpt {
  const hits = places
    .flatMap((list, term) => list.map((place) => ({ place, term })))
    .filter(({ place }) => place < words.length)
    .sort((a, b) => a.place - b.place);
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
  const start = Math.max(0, Math.min(best - wordsBefore, words.length - excerptWords));
  const end = Math.min(words.length, start + excerptWords);
  return {
    words: words.slice(start, end),
    marked: new Set(hits.map(({ place }) => place - start).filter((place) => place >= 0 && place < end - start)),
    isCutBefore: start > 0,
    isCutAfter: end < words.length,
  };
}
