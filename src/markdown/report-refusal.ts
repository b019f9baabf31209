import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { Refusal } from './refusals.ts';
import { contextOf, reportProblem } from './render-context.ts';

/**
 * Reports a refusal of a node, or of what is `linesBelow` lines under its start, with the corrected line if the line
 * has the URL to correct exactly once.
 */
export function reportRefusal(file: VFile, node: Nodes, refusal: Refusal, linesBelow = 0): void {
  const { message, correction } = refusal;
  const lines = String(file).split(/\r?\n/);
  const line = lines[(node.position?.start.line ?? 1) - 1 + linesBelow] ?? '';
  const [before = '', after, ...others] = correction === undefined ? [] : line.split(correction.written);
  const isOnce = correction !== undefined && after !== undefined && others.length === 0;
  const suggestion = isOnce ? before + correction.meant + after : refusal.suggestion;
  reportProblem(contextOf(file), node, { message, suggestion }, linesBelow);
}
