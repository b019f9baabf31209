import type { MarkedRun } from '../../lib/arabic/search/matching.ts';

/** Text nodes, and `<mark>` elements for the marked runs. */
export function createMarkedNodes(runs: readonly MarkedRun[]): Node[] {
  return runs.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}
