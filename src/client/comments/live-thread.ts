import type { Comment } from '../../lib/comments/comment.ts';
import type { CommentService, ThreadKey } from '../../lib/comments/service.ts';
import { closeThread } from './close-thread.ts';
import type { ShownComment } from './comment-item.ts';
import { ThreadState } from './thread-state.ts';
import type { ThreadView } from './thread-view.ts';

/**
 * Keeps a thread up to date with its service: fetches the comments, and further pages or another order when the reader
 * requests them. The section's `data-live` is empty after a successful request, and `failed` after a failed one.
 */
export class LiveThread {
  readonly #section: HTMLElement;
  readonly #view: ThreadView;
  readonly #service: CommentService;
  readonly #thread: ThreadKey;
  /** Says that the comments are those of the last build. */
  readonly #staleMessage: string;
  readonly #state: ThreadState;
  /** The comments as they were last drawn. */
  #drawn: readonly ShownComment[];
  readonly #moreButton: HTMLButtonElement | null;
  readonly #status: HTMLElement | null;

  constructor(
    section: HTMLElement,
    view: ThreadView,
    service: CommentService,
    thread: ThreadKey,
    staleMessage: string,
  ) {
    this.#section = section;
    this.#view = view;
    this.#service = service;
    this.#thread = thread;
    this.#staleMessage = staleMessage;
    this.#state = new ThreadState(view.built);
    this.#drawn = view.built;
    this.#moreButton = section.querySelector('[data-comments-more]');
    this.#status = section.querySelector('[data-comments-loading]');
  }

  start(): void {
    const state = this.#state;
    const orderMenu = this.#section.querySelector<HTMLSelectElement>('[data-comments-order]');
    this.#moreButton?.addEventListener('click', () => void this.#loadPage(state.page + 1));
    orderMenu?.addEventListener('change', () => {
      state.order = orderMenu.value === 'oldest' ? 'oldest' : 'newest';
      if (state.canReorder()) this.#draw();
      else void this.#loadPage(1);
    });
    if (navigator.onLine) void this.#loadPage(1);
    else this.#status?.replaceChildren(this.#staleMessage);
    addEventListener('online', () => void this.#loadPage(1));
  }

  /** Shows a comment that the reader has just sent. */
  add(comment: Comment, pending: boolean): void {
    this.#state.addSent(this.#view.show(comment, pending), pending);
    this.#draw();
  }

  /** Returns the id of the comment at the top of the branch that contains the comment `id`. */
  rootOf(id: string): string {
    const byId = new Map(this.#drawn.map((comment) => [comment.id, comment]));
    let top = id;
    // At most one step for each comment, because comments may answer each other in a circle.
    for (const _ of this.#drawn) {
      const parent = byId.get(top)?.parent;
      if (parent === undefined || !byId.has(parent)) break;
      top = parent;
    }
    return top;
  }

  async #loadPage(page: number): Promise<void> {
    const section = this.#section;
    section.setAttribute('aria-busy', 'true');
    try {
      const { comments, total, hasMore, closed } = await this.#service.list(this.#thread, page, this.#state.order);
      const shown = comments.map((comment) => this.#view.show(comment));
      this.#state.addPage(page, { comments: shown, total, hasMore });
      if (this.#moreButton) this.#moreButton.hidden = !hasMore;
      if (closed) closeThread(section);
      this.#draw();
      this.#status?.replaceChildren();
      section.dataset.live = '';
      if (page > 1) shown[0]?.element.querySelector<HTMLElement>('a')?.focus();
      else if (/^#comment-/.test(location.hash)) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      this.#status?.replaceChildren(this.#staleMessage);
      section.dataset.live = 'failed';
    } finally {
      section.removeAttribute('aria-busy');
    }
  }

  #draw(): void {
    const { comments, total } = this.#state.list();
    this.#drawn = comments;
    this.#view.draw(comments, this.#state.order, total);
  }
}
