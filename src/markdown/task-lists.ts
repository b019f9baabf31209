import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/** Gives the checkboxes of task lists accessible names. */
export function rehypeTaskLists() {
  return (tree: Root, file: VFile): void => {
    const { labels } = contextOf(file);
    eachElement(tree, ({ tagName, properties }) => {
      if (tagName !== 'input') return;
      properties.ariaLabel = properties.checked === true ? labels.taskDone : labels.taskOpen;
    });
  };
}
