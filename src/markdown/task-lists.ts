import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { bodyOf } from './in-progress.ts';

/** Names the boxes of a task list for those who do not see them. */
export function rehypeTaskLists() {
  return (tree: Root, file: VFile): void => {
    const { labels } = bodyOf(file);
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName !== 'input') return;
      properties['ariaLabel'] = properties['checked'] === true ? labels.taskDone : labels.taskOpen;
    });
  };
}
