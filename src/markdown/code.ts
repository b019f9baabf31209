import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Blocks of code read from left to right and scroll from the keyboard; code within a line goes as its own text goes. */
export function rehypeCode() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'pre') {
        properties['dir'] ??= 'ltr';
        properties['tabIndex'] = 0;
        return SKIP;
      }
      if (tagName === 'code') properties['dir'] ??= 'auto';
      return undefined;
    });
  };
}
