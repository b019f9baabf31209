import type { Root } from 'hast';
import { type Content, element, isBlank } from './hast-nodes.ts';

const withinLines = new Set(
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Puts into paragraphs what lies between blocks, where a tag that is not allowed has left its words. */
export function rehypeWrapPhrasing() {
  return (tree: Root): void => {
    if (!tree.children.some(isLoose)) return;
    const blocks: Content[] = [];
    let line: Content[] = [];
    const endLine = () => {
      blocks.push(...(line.some(isLoose) ? [element('p', {}, line)] : line));
      line = [];
    };
    for (const node of tree.children as Content[]) {
      if (isLoose(node) || node.type === 'text') {
        line.push(node);
      } else {
        endLine();
        blocks.push(node);
      }
    }
    endLine();
    tree.children = blocks;
  };
}

function isLoose(node: Content): boolean {
  return node.type === 'text' ? !isBlank(node) : node.type === 'element' && withinLines.has(node.tagName);
}
