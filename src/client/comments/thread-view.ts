import { countNoun, type NounForms } from '../../lib/arabic/plural.ts';
import type { Comment } from '../../lib/comments/comment.ts';
import { arrangeThread, type ThreadOrder } from '../../lib/comments/thread.ts';
import { showRelativeTimes } from '../relative-times.ts';
import {
  type CommentDateStyle,
  type CommentItemWords,
  createItem,
  readBuiltItem,
  type ShownComment,
  showAnswered,
  showsSame,
} from './comment-item.ts';

export interface ThreadWords extends CommentItemWords {
  count: NounForms;
}

export interface ThreadView {
  /** The comments that the page was built with. */
  built: ShownComment[];
  /** Returns the comment with an element: that of the built page if it shows the same, otherwise a new one. */
  show(comment: Comment, pending?: boolean): ShownComment;
  /** Makes these comments the only ones in the list, in this order. `total` is the number in the heading. */
  draw(comments: readonly ShownComment[], order: ThreadOrder, total: number): void;
}

/**
 * Finds the list of comments in `section`, `[data-comments-list]`, and the template that new comments are copied from.
 */
export function findThreadView(
  section: HTMLElement,
  words: ThreadWords,
  dateStyle: CommentDateStyle,
): ThreadView | undefined {
  const list = section.querySelector<HTMLElement>('[data-comments-list]');
  const pattern = section.querySelector<HTMLTemplateElement>('[data-comments-pattern]')?.content.firstElementChild;
  const heading = section.querySelector<HTMLElement>('[data-comments-heading]');
  if (list === null || heading === null || !pattern) return undefined;

  const built = Array.from(list.querySelectorAll<HTMLElement>('[data-comment]'), readBuiltItem);
  const builtById = new Map(built.map((comment) => [comment.id, comment]));
  return {
    built,
    show: (comment, pending = false) => {
      const { text: _, ...facts } = comment;
      const known = builtById.get(comment.id);
      const isUnchanged = known !== undefined && showsSame(known.element, comment, words.reader);
      return {
        ...facts,
        element: isUnchanged ? known.element : createItem(pattern, comment, pending, words, dateStyle),
      };
    },
    draw: (comments, order, total) => {
      drawBranches(list, comments, order, words.reader);
      heading.hidden = total === 0;
      heading.querySelector('[data-comments-count]')?.replaceChildren(countNoun(total, words.count, dateStyle.digits));
      showRelativeTimes(list);
    },
  };
}

function drawBranches(list: HTMLElement, comments: readonly ShownComment[], order: ThreadOrder, reader: string): void {
  const authors = new Map(comments.map(({ id, author }) => [id, author || reader]));
  const branches = arrangeThread(comments, order);
  for (const { root, replies } of branches) {
    const replyList = root.element.querySelector(':scope > ol') ?? createReplyList();
    for (const { element, parent } of replies) {
      showAnswered(element, parent === undefined || parent === root.id ? undefined : authors.get(parent));
    }
    showAnswered(root.element, undefined);
    placeItems(replyList, replies);
    if (replies.length > 0) root.element.append(replyList);
    else replyList.remove();
  }
  placeItems(
    list,
    branches.map(({ root }) => root),
  );
}

function createReplyList(): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'replies';
  return list;
}

/**
 * Makes `comments` the only items of `list`. Items that are already in place are not moved: moving an element takes
 * focus and selection from the reader.
 */
function placeItems(list: Element, comments: readonly ShownComment[]): void {
  for (const [index, { element }] of comments.entries()) {
    const current = list.children[index];
    if (current !== element) list.insertBefore(element, current ?? null);
  }
  while (list.children.length > comments.length) list.lastElementChild?.remove();
}
