import type { Element, Nodes as HastNodes, Parents as HastParents } from 'hast';
import type { Nodes as MdastNodes, Parents as MdastParents } from 'mdast';

// unist-util-visit names a function for every node it meets, which takes a quarter of the whole pipeline's time.

/** Meets every node under `parent`, in the order of the text. The visitor may replace the node it is given. */
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

/** Meets every element under `parent`, in the order of the text. The visitor may replace the element it is given. */
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
