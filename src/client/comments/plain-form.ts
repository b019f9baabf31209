import { type CommentRules, checkUnsentComment, cleanUnsentComment } from '../../lib/comments/comment.ts';
import { closeThreadIfDue } from './close-thread.ts';
import { type CommentForm, findCommentForm } from './comment-form.ts';
import type { SendingWords } from './comment-sender.ts';
import { openUnsentCommentStore, type UnsentCommentStore } from './unsent-comment-store.ts';

/** A form that is submitted twice within this time is posted once. */
const doubleClickMs = 5000;

interface FormSettings {
  closesAt?: string;
  textLimit: number;
  words: Pick<SendingWords, 'restored' | 'restoredSent'>;
}

const mounted = new WeakSet<HTMLElement>();

/**
 * Runs a comment section that has no list, only a form that the browser itself posts to the service. The section is
 * `[data-comments]`; the attribute contains its settings as JSON.
 */
export function mountPlainForm(): void {
  const section = document.querySelector<HTMLElement>('[data-comments]');
  const form = section && findCommentForm(section);
  if (!form || mounted.has(section)) return;
  mounted.add(section);
  const { closesAt, textLimit, words }: FormSettings = JSON.parse(section.dataset.comments ?? '{}');
  if (closeThreadIfDue(section, closesAt)) return;
  const store = openUnsentCommentStore(location.pathname);
  if (/^#comment-outcome-(?:pending|published)$/.test(location.hash)) store.write(undefined);
  restore(form, store, words);
  watchForm(form, store, { email: form.hasEmail, textLimit });
}

function restore(form: CommentForm, store: UnsentCommentStore, words: FormSettings['words']): void {
  const commenter = store.readCommenter();
  if (commenter) {
    form.fill(commenter);
    form.remember();
  }
  const stored = store.read();
  if (!stored) return;
  form.fill(stored);
  form.announce(stored.uncertain ? words.restoredSent : words.restored);
}

/**
 * Stores the comment while it is typed, and checks it before the browser posts it. The comment stays stored after
 * posting: whether it arrived is known only when the service sends the reader back to the sentence of an outcome,
 * `#comment-outcome-…`.
 */
function watchForm(form: CommentForm, store: UnsentCommentStore, rules: CommentRules): void {
  let postedAt = Number.NEGATIVE_INFINITY;
  const storeTyped = (uncertain: boolean): void => {
    const { text, name } = form.read();
    store.write(text.trim() === '' ? undefined : { text, name, uncertain });
  };
  form.element.noValidate = true;
  form.element.addEventListener('input', () => storeTyped(false));
  form.element.addEventListener('submit', (submission) => {
    const comment = cleanUnsentComment(form.read());
    const failures = checkUnsentComment(comment, rules);
    form.showFailures(failures);
    if (failures.length > 0 || Date.now() - postedAt < doubleClickMs) {
      submission.preventDefault();
      return;
    }
    postedAt = Date.now();
    storeTyped(true);
    store.writeCommenter(form.remembers ? { name: comment.name, email: comment.email } : undefined);
  });
}
