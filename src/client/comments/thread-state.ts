import { mergeThread, type ThreadOrder } from '../../lib/comments/thread.ts';
import type { ShownComment } from './comment-item.ts';

/** The state of a thread: the comments of the built page, those of the service, and the reader's own. */
export class ThreadState {
  order: ThreadOrder = 'newest';
  /** The number of the last page that the service has returned, from 1; 0 before its first answer. */
  page = 0;
  /** The comments that the page was built with. */
  readonly #built: readonly ShownComment[];
  /** The comments that the service has returned or accepted; undefined before its first answer. */
  #live: readonly ShownComment[] | undefined;
  /** The reader's comments that wait for an editor's approval. */
  readonly #pending: ShownComment[] = [];
  /** Whether the service has returned all its comments. */
  #isComplete = false;
  /** How many comments the service has; before its first answer, how many the page was built with. */
  #total: number;

  constructor(built: readonly ShownComment[]) {
    this.#built = built;
    this.#total = built.length;
  }

  /** Whether the order can change without a request to the service. */
  canReorder(): boolean {
    return this.#isComplete || this.#live === undefined;
  }

  /** Adds a page of comments that the service has returned. The first page replaces all that were returned before. */
  addPage(page: number, given: { comments: readonly ShownComment[]; total: number; hasMore: boolean }): void {
    const { comments, total, hasMore } = given;
    const ids = new Set(comments.map(({ id }) => id));
    this.#live = page === 1 ? comments : [...(this.#live ?? []).filter(({ id }) => !ids.has(id)), ...comments];
    this.page = page;
    this.#total = total;
    this.#isComplete = !hasMore;
  }

  /** Adds a comment that the reader has just sent. */
  addSent(comment: ShownComment, pending: boolean): void {
    if (pending) this.#pending.push(comment);
    else {
      this.#live = [...(this.#live ?? []), comment];
      this.#total += 1;
    }
  }

  /**
   * Returns all comments to show, and the size of the thread, which includes imported comments but not pending ones.
   */
  list(): { comments: readonly ShownComment[]; total: number } {
    const live = this.#live;
    const merged = live
      ? mergeThread(this.#built, { comments: live, order: this.order, complete: this.#isComplete })
      : this.#built;
    const ids = new Set(merged.map(({ id }) => id));
    const imported = merged.filter((comment) => comment.imported).length;
    return {
      comments: [...merged, ...this.#pending.filter(({ id }) => !ids.has(id))],
      total: live ? Math.max(this.#total + imported, merged.length) : this.#total,
    };
  }
}
