import type { PhrasingContent } from 'mdast';
import type { Range } from '../lib/arabic/verse.ts';
import { isContainer } from './verse-blocks.ts';

/**
 * Returns the inline content of each range of its text. The ranges must be in order; what lies between them is left
 * out, and an element that reaches into several ranges is in each. A node without text is one character long.
 */
export function cutInline(nodes: readonly PhrasingContent[], ranges: readonly Range[]): PhrasingContent[][] {
  const found: PhrasingContent[][] = ranges.map(() => []);
  let offset = 0;
  let first = 0;
  for (const [at, content] of cutChildren(nodes)) found[at] = content;
  return found;

  function cutChildren(children: readonly PhrasingContent[]): Map<number, PhrasingContent[]> {
    const parts = new Map<number, PhrasingContent[]>();
    for (const node of children) {
      for (const [at, piece] of cutNode(node)) {
        const part = parts.get(at);
        if (part) part.push(piece);
        else parts.set(at, [piece]);
      }
    }
    return parts;
  }

  function cutNode(node: PhrasingContent): [number, PhrasingContent][] {
    if (isContainer(node))
      return [...cutChildren(node.children)].map(([at, children]) => [at, { ...node, children } as PhrasingContent]);
    const start = offset;
    offset += node.type === 'text' ? node.value.length : 1;
    return rangesBetween(start, offset).map((at) => {
      const range = ranges[at] ?? { start, end: offset };
      if (node.type !== 'text') return [at, node];
      const value = node.value.slice(Math.max(0, range.start - start), range.end - start);
      return [at, { type: 'text', value }];
    });
  }

  /** Returns the indices of the ranges with a part between two offsets. */
  function rangesBetween(start: number, end: number): number[] {
    while (first < ranges.length && (ranges[first]?.end ?? 0) <= start) first += 1;
    const indices: number[] = [];
    for (let at = first; at < ranges.length && (ranges[at]?.start ?? 0) < end; at += 1) indices.push(at);
    return indices;
  }
}
