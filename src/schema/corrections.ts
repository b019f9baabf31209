import { type Edit, editBetween, withEdits } from '../lib/tracked-text.ts';
import type { Problem } from './problem.ts';

/**
 * Gives all problems of one line the same suggestion, the line with all their corrections. On input, each suggests the
 * line with only its own mistake corrected.
 */
export function shareCorrections(problems: readonly Problem[]): Problem[] {
  const lines = Map.groupBy(problems, ({ file, line, source }) => `${file}\n${line}\n${source}`);
  const shared = new Map([...lines].map(([key, together]) => [key, correctAll(together)]));
  return problems.map((problem) => {
    const { file, line, source, suggestion } = problem;
    const corrected = suggestion === undefined ? undefined : shared.get(`${file}\n${line}\n${source}`);
    return corrected === undefined ? problem : { ...problem, suggestion: corrected };
  });
}

/**
 * Returns the line with the corrections of all its problems; undefined if two corrections overlap and neither contains
 * the other.
 */
function correctAll(problems: readonly Problem[]): string | undefined {
  const source = problems[0]?.source;
  const suggestions = problems.flatMap(({ suggestion }) => suggestion ?? []);
  if (source === undefined || suggestions.length < 2) return undefined;
  const edits = suggestions.map((suggestion) => editBetween(source, suggestion));
  const kept: Edit[] = [];
  for (const edit of edits.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.some(({ start, end }) => start <= edit.start && edit.end <= end)) continue;
    if (kept.some(({ start, end }) => start < edit.end && edit.start < end)) return undefined;
    kept.push(edit);
  }
  return withEdits(
    source,
    kept.sort((a, b) => a.start - b.start),
  );
}
