import type { Root } from 'hast';
import { isElement } from './hast-nodes.ts';
import { eachElement } from './walk-tree.ts';

/** Code blocks are left-to-right and keyboard-scrollable; inline code takes the direction of its own first letter. */
export function rehypeCode() {
  return (tree: Root): void => {
    eachElement(tree, ({ tagName, properties }, _index, parent) => {
      if (tagName === 'pre') {
        properties.dir ??= 'ltr';
        properties.tabIndex = 0;
      } else if (tagName === 'code' && !isElement(parent, 'pre')) {
        properties.dir ??= 'auto';
      }
    });
  };
}
