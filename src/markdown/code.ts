import type { Root } from 'hast';
import { isElement } from './hast-nodes.ts';
import { eachElement } from './walk-tree.ts';

/** Blocks of code read from left to right and scroll from the keyboard; code within a line goes as its own text goes. */
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
