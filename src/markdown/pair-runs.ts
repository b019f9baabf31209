/** A run of `*`, `_` or `~` that may open or close emphasis. */
export interface Run {
  marker: string;
  length: number;
  open: boolean;
  close: boolean;
}

/** Two runs that enclose emphasis, by their indices; `use` is how many markers of each they take. */
export interface Match {
  opening: number;
  closing: number;
  use: number;
}

/**
 * Pairs the runs of one level by CommonMark's rules (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis),
 * those of `~` by GFM's. Matches come in the order of their closing runs, inner ones first.
 */
export function pairRuns(runs: readonly Run[]): Match[] {
  const matches: Match[] = [];
  const left = runs.map(({ length }) => length);
  const openings: number[] = [];
  for (const [closing, run] of runs.entries()) {
    while (run.close && (left[closing] ?? 0) > 0) {
      const at = openings.findLastIndex((opening) => areMates(runs, left, opening, closing));
      const opening = openings[at];
      if (opening === undefined) break;
      const use = markersToUse(run.marker, left[opening] ?? 0, left[closing] ?? 0);
      matches.push({ opening, closing, use });
      left[opening] = (left[opening] ?? 0) - use;
      left[closing] = (left[closing] ?? 0) - use;
      // Runs between the two enclose nothing any more.
      openings.length = left[opening] === 0 ? at : at + 1;
    }
    if (run.open && (left[closing] ?? 0) > 0) openings.push(closing);
  }
  return matches;
}

function areMates(runs: readonly Run[], left: readonly number[], opening: number, closing: number): boolean {
  const [first, second] = [runs[opening], runs[closing]];
  if (!first || !second || first.marker !== second.marker) return false;
  const [before, after] = [left[opening] ?? 0, left[closing] ?? 0];
  if (first.marker === '~') return before === after;
  return !((first.close || second.open) && after % 3 !== 0 && (before + after) % 3 === 0);
}

function markersToUse(marker: string, before: number, after: number): number {
  if (marker === '~') return before;
  return before > 1 && after > 1 ? 2 : 1;
}
