import type { Element, Nodes as HastNodes, Parents as HastParents } from 'hast';
import type { Nodes as MdastNodes, Parents as MdastParents } from 'mdast';

// Used instead of unist-util-visit, which spends a quarter of the rendering time on naming a function at every node.

/** Calls `visit` for every node under `parent`, in document order. The visitor may replace its node. */
export function eachNode(
  parent: MdastParents,
  visit: (node: MdastNodes, index: number, parent: MdastParents) => void,
): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (!node) continue;
    visit(node, index, parent);
    if ('children' in node) eachNode(node, visit);
  }
}

/** Calls `visit` for every element under `parent`, in document order. The visitor may replace its element. */
export function eachElement(
  parent: HastParents,
  visit: (element: Element, index: number, parent: HastParents) => void,
): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node: HastNodes | undefined = parent.children[index];
    if (!node) continue;
    if (node.type === 'element') visit(node, index, parent);
    if ('children' in node) eachElement(node, visit);
  }
}
