import { findIsolates, type Isolate, markOf } from '../../lib/arabic/bidi.ts';
import type { MarkedRun } from '../../lib/arabic/search/matching.ts';
import { createMarkedNodes } from './marked-nodes.ts';

/** Creates the nodes of `createMarkedNodes`, with an isolate around what pages isolate, such as `C++`. */
export function createIsolatedNodes(runs: readonly MarkedRun[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const isolate of findIsolates(runs.map(({ text }) => text).join(''))) {
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
