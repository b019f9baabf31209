import {
  CommentError,
  type CommentFailure,
  type CommentRules,
  checkUnsentComment,
  cleanUnsentComment,
  type UnsentComment,
} from '../../lib/comments/comment.ts';
import type { Posted } from '../../lib/comments/service.ts';
import type { CommentForm } from './comment-form.ts';
import { createRetryTimer } from './retry-timer.ts';
import type { StoredComment, UnsentCommentStore } from './unsent-comment-store.ts';

/** The sentences that the form announces, from the settings in the page. */
export interface SendingWords {
  sending: string;
  restored: string;
  restoredSent: string;
  needsEmail: string;
}

export interface SenderOptions {
  form: CommentForm;
  store: UnsentCommentStore;
  rules: CommentRules;
  words: SendingWords;
  post(comment: UnsentComment): Promise<Posted>;
  onPosted(posted: Posted): void;
}

/** After these failures, which are temporary, the comment is stored and sent again. */
const temporaryFailures: readonly CommentFailure[] = ['offline', 'timeout', 'down'];
const typingPauseMs = 250;

/**
 * Sends the comments that readers submit, each only once. A comment is stored in the browser if the network or the
 * service is down. It is sent again when the connection is back, after a pause that doubles each time, or when the
 * thread is next opened. Only one tab sends at a time. If an attempt was not answered and the next one is refused as a
 * duplicate, the service has stored the first: the comment then counts as sent.
 */
export class CommentSender {
  readonly #options: SenderOptions;
  readonly #form: CommentForm;
  readonly #store: UnsentCommentStore;
  readonly #retry = createRetryTimer();
  /** Runs `#storeTyped` when the reader pauses typing. */
  #typingTimer = 0;
  #isBusy = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#form = options.form;
    this.#store = options.store;
  }

  start(): void {
    const form = this.#form.element;
    this.#restore();
    form.noValidate = true;
    form.addEventListener('submit', (submission) => {
      submission.preventDefault();
      void this.#submit();
    });
    form.addEventListener('input', () => {
      clearTimeout(this.#typingTimer);
      this.#retry.cancel();
      this.#typingTimer = window.setTimeout(() => this.#storeTyped(), typingPauseMs);
    });
    addEventListener('pagehide', () => {
      if (!this.#store.read()?.queued) this.#storeTyped();
    });
    addEventListener('online', () => void this.#sendQueued());
  }

  /** Fills the form from the store, and sends the stored comment if the reader has already submitted it. */
  #restore(): void {
    const form = this.#form;
    const commenter = this.#store.readCommenter();
    if (commenter) {
      form.fill(commenter);
      form.remember();
    }
    const stored = this.#store.read();
    if (!stored) return;
    const { text, name, parent, answered } = stored;
    form.fill({ text, name, email: this.#store.readEmail() });
    if (parent !== undefined) form.replyTo({ id: parent, author: answered ?? '' });
    form.announce(this.#options.words.restored);
    if (stored.queued && navigator.onLine) void this.#sendQueued();
  }

  async #submit(): Promise<void> {
    const form = this.#form;
    const { rules, words } = this.#options;
    const comment = cleanUnsentComment(form.read());
    const failures = checkUnsentComment(comment, rules);
    form.showFailures(failures);
    const [first] = failures;
    if (first !== undefined) {
      form.announce(form.sentenceOf(first), true);
      return;
    }
    const uncertain = this.#store.read()?.uncertain === true;
    await this.#withLock(() => {
      this.#storeTyped({ uncertain });
      form.announce(words.sending);
      return this.#send(comment, uncertain);
    });
  }

  /** Sends the stored comment. Reads the store inside the lock: another tab may have sent the comment meanwhile. */
  #sendQueued(): Promise<void> {
    return this.#withLock(async () => {
      const { rules, words } = this.#options;
      const stored = this.#store.read();
      const email = this.#store.readEmail() || this.#form.read().email;
      if (!stored?.queued) return;
      const { text, name, parent } = stored;
      const comment = cleanUnsentComment({ text, name, email, ...(parent !== undefined && { parent }) });
      if (checkUnsentComment(comment, rules).length > 0) this.#form.announce(words.needsEmail);
      else await this.#send(comment, stored.uncertain === true);
    });
  }

  /** Sends a comment. `uncertain`: an earlier attempt was not answered, so the service may already have the comment. */
  async #send(comment: UnsentComment, uncertain: boolean): Promise<void> {
    const form = this.#form;
    const { post, onPosted } = this.#options;
    try {
      const posted = await post(comment);
      this.#forget(comment);
      onPosted(posted);
      form.announce(form.sentenceOf(posted.pending ? 'pending' : 'published'));
    } catch (error) {
      const failure = error instanceof CommentError ? error.failure : 'unknown';
      if (failure === 'duplicate' && uncertain) {
        this.#forget(comment);
        form.announce(form.sentenceOf('pending'));
      } else this.#handleFailure(failure, comment, uncertain);
    }
  }

  /** Empties form and store after the service has accepted the comment. */
  #forget({ name, email }: UnsentComment): void {
    const form = this.#form;
    this.#retry.reset();
    this.#store.write(undefined);
    this.#store.writeEmail('');
    this.#store.writeCommenter(form.remembers ? { name, email } : undefined);
    form.clearText();
    form.replyTo(undefined);
    form.showFailures([]);
  }

  #handleFailure(failure: CommentFailure, { email }: UnsentComment, uncertain: boolean): void {
    const form = this.#form;
    if (temporaryFailures.includes(failure)) {
      this.#storeTyped({ queued: true, uncertain: uncertain || failure !== 'offline' });
      this.#store.writeEmail(email);
      this.#retry.schedule(() => this.#sendQueued());
    } else {
      this.#storeTyped();
      this.#store.writeEmail('');
      form.showFailures([failure]);
    }
    form.announce(form.sentenceOf(failure), true);
  }

  #storeTyped(state: Pick<StoredComment, 'queued' | 'uncertain'> = {}): void {
    clearTimeout(this.#typingTimer);
    const { text, name } = this.#form.read();
    const { replyTarget } = this.#form;
    const reply = replyTarget && { parent: replyTarget.id, answered: replyTarget.author };
    this.#store.write(text.trim() === '' ? undefined : { text, name, ...reply, ...state });
  }

  /**
   * Runs `work`, unless this tab is already sending a comment. Where the browser has the Web Locks API, waits first
   * until no other tab of the site is sending.
   */
  async #withLock(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#form.setBusy(true);
    try {
      if (navigator.locks) await navigator.locks.request('warraq-comment', work);
      else await work();
    } finally {
      this.#isBusy = false;
      this.#form.setBusy(false);
    }
  }
}
