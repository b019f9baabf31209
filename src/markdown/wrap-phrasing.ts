import type { Root } from 'hast';
import { type Content, element, isBlank } from './hast-nodes.ts';

/** Names of phrasing elements (HTML's term for inline content) that the allow-list has. */
const phrasing = new Set(
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Wraps phrasing content between blocks in paragraphs: it is left there where the allow-list has removed a tag. */
export function rehypeWrapPhrasing() {
  return (tree: Root): void => {
    if (!tree.children.some(isPhrasing)) return;
    const blocks: Content[] = [];
    let paragraph: Content[] = [];
    const endParagraph = () => {
      blocks.push(...(paragraph.some(isPhrasing) ? [element('p', {}, paragraph)] : paragraph));
      paragraph = [];
    };
    for (const node of tree.children as Content[]) {
      if (isPhrasing(node) || node.type === 'text') {
        paragraph.push(node);
      } else {
        endParagraph();
        blocks.push(node);
      }
    }
    endParagraph();
    tree.children = blocks;
  };
}

function isPhrasing(node: Content): boolean {
  return node.type === 'text' ? !isBlank(node) : node.type === 'element' && phrasing.has(node.tagName);
}
