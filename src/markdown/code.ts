import type { Root } from 'hast';
import { isElement } from './hast-nodes.ts';
import { eachElement } from './walk-tree.ts';

/** Makes code blocks left-to-right and keyboard-scrollable; gives inline code the direction of its first letter. */
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
