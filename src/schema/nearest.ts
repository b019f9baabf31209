import { distance } from 'fastest-levenshtein';
import { foldForMatching } from '../lib/arabic/normalize.ts';

/**
 * The candidate that `written` most likely means, or undefined when none is near: within two slips (one in a word of
 * three letters or fewer, a third of the letters in a long one).
 */
export function findNearest(written: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(written);
  let nearest: string | undefined;
  let least = (folded.length <= 3 ? 1 : Math.max(2, Math.floor(folded.length / 3))) + 1;
  for (const candidate of candidates) {
    const slips = distance(folded, fold(candidate));
    if (slips < least) [nearest, least] = [candidate, slips];
  }
  return nearest;
}

/** `lastUpdated`, `last_updated` and `last-updated` are one word. */
function fold(text: string): string {
  return foldForMatching(text).replace(/[-_\s]/g, '');
}
