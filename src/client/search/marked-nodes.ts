import type { MarkedRun } from '../../lib/arabic/search/matching.ts';

/** Creates a `<mark>` element for each marked run, and text nodes for the others. */
export function createMarkedNodes(runs: readonly MarkedRun[]): Node[] {
  return runs.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}
