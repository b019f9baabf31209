import { distance } from 'fastest-levenshtein';
import { foldForMatching } from '../lib/arabic/normalize.ts';

/**
 * Finds the candidate with the smallest edit distance (Levenshtein) to `written`; undefined if every distance is above
 * the limit: 1 up to three letters, else a third of the letters, but at least 2.
 */
export function findNearest(written: string, candidates: readonly string[]): string | undefined {
  const folded = fold(written);
  const limit = folded.length <= 3 ? 1 : Math.max(2, Math.floor(folded.length / 3));
  let nearest: string | undefined;
  let smallest = limit + 1;
  const foldedForms = foldAll(candidates);
  for (const [index, candidate] of candidates.entries()) {
    const foldedCandidate = foldedForms[index] ?? '';
    if (Math.abs(foldedCandidate.length - folded.length) >= smallest) continue;
    const edits = distance(folded, foldedCandidate);
    if (edits < smallest) [nearest, smallest] = [candidate, edits];
  }
  return nearest;
}

const foldedLists = new WeakMap<readonly string[], string[]>();

/** Folds each list only once: thousands of articles may name an author who is not there. */
function foldAll(candidates: readonly string[]): readonly string[] {
  const known = foldedLists.get(candidates) ?? candidates.map(fold);
  foldedLists.set(candidates, known);
  return known;
}

/** Folds a name for comparison: `lastUpdated`, `last_updated` and `last-updated` become the same. */
function fold(text: string): string {
  return foldForMatching(text).replace(/[-_\s]/g, '');
}
