import { checkDraft, cleanDraft, type DraftRules } from '../../lib/comments/comment.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormView } from './form-view.ts';
import type { SendingWords } from './sending.ts';

/** A form posted this often is posted once. */
const doubleClick = 5000;

/**
 * Keeps what is typed into a form that the browser itself posts: until the service sends the reader back to the sentence of
 * an outcome, nobody can tell whether the comment arrived. Faults are told in the page, and two clicks post once.
 */
export function keepPlainForm(form: FormView, store: DraftStore, rules: DraftRules, words: SendingWords): void {
  let postedAt = Number.NEGATIVE_INFINITY;
  const keep = (uncertain = false): void => {
    const { text, name } = form.read();
    store.write(text.trim() === '' ? undefined : { text, name, uncertain });
  };
  if (/^#comment-outcome-(?:pending|published)$/.test(location.hash)) store.write(undefined);
  const commenter = store.readCommenter();
  if (commenter) {
    form.fill(commenter);
    form.remember();
  }
  const stored = store.read();
  if (stored) {
    form.fill(stored);
    form.announce(stored.uncertain ? words.restoredSent : words.restored);
  }
  form.form.noValidate = true;
  form.form.addEventListener('input', () => keep());
  form.form.addEventListener('submit', (submission) => {
    const draft = cleanDraft(form.read());
    const failures = checkDraft(draft, rules);
    form.showFaults(failures);
    if (failures.length > 0 || Date.now() - postedAt < doubleClick) {
      submission.preventDefault();
      return;
    }
    postedAt = Date.now();
    keep(true);
    store.writeCommenter(form.remembers ? { name: draft.name, email: draft.email } : undefined);
  });
}
