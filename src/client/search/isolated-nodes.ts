import { type Isolate, markOf, mayNeedIsolate } from '../../lib/arabic/isolates.ts';
import type { MarkedRun } from '../../lib/arabic/search/matching.ts';
import { createMarkedNodes } from './marked-nodes.ts';
import type { MarkedText } from './types.ts';

/** Loads the code that finds isolates. Results have them already, so that only other texts need it, and few of these. */
export const loadBidi = () => import('../../lib/arabic/bidi.ts');

/** Shows a text in an element, and then with an isolate around what pages isolate, such as `C++`. */
export async function showIsolated(element: Element, text: string): Promise<void> {
  element.textContent = text;
  if (!mayNeedIsolate(text)) return;
  const { findIsolates } = await loadBidi();
  if (element.textContent !== text) return;
  element.replaceChildren(...createIsolatedNodes({ runs: [{ text, marked: false }], isolates: findIsolates(text) }));
}

/** Creates the nodes of `createMarkedNodes`, with an element around each isolate. */
export function createIsolatedNodes({ runs, isolates }: MarkedText): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const isolate of isolates) {
    nodes.push(...createMarkedNodes(cut(runs, at, isolate.start)), createIsolate(isolate, runs));
    at = isolate.end;
  }
  return [...nodes, ...createMarkedNodes(cut(runs, at, Number.POSITIVE_INFINITY))];
}

function createIsolate(isolate: Isolate, runs: readonly MarkedRun[]): HTMLElement {
  const element = document.createElement(isolate.element);
  if (isolate.dir !== undefined) element.dir = isolate.dir;
  const marked = createMarkedNodes(cut(runs, isolate.start, isolate.end));
  element.append(...[markOf(isolate)].filter((mark) => mark !== ''), ...marked);
  return element;
}

/** Returns the part of the runs between two positions in their joined text. */
function cut(runs: readonly MarkedRun[], start: number, end: number): MarkedRun[] {
  const parts: MarkedRun[] = [];
  let at = 0;
  for (const { text, marked } of runs) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (part !== '') parts.push({ text: part, marked });
    at += text.length;
  }
  return parts;
}
