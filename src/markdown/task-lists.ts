import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { bodyOf } from './in-progress.ts';
import { eachElement } from './walk.ts';

/** Names the boxes of a task list for those who do not see them. */
export function rehypeTaskLists() {
  return (tree: Root, file: VFile): void => {
    const { labels } = bodyOf(file);
    eachElement(tree, ({ tagName, properties }) => {
      if (tagName !== 'input') return;
      properties.ariaLabel = properties.checked === true ? labels.taskDone : labels.taskOpen;
    });
  };
}
