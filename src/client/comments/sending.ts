import {
  type CommentDraft,
  CommentError,
  type CommentFailure,
  checkDraft,
  cleanDraft,
  type DraftRules,
} from '../../lib/comments/comment.ts';
import type { Posted } from '../../lib/comments/service.ts';
import type { DraftStore, StoredDraft } from './draft-store.ts';
import type { FormView } from './form-view.ts';

export interface SendingWords {
  sending: string;
  restored: string;
  restoredSent: string;
  needsEmail: string;
}

interface Sending {
  form: FormView;
  store: DraftStore;
  rules: DraftRules;
  words: SendingWords;
  post(draft: CommentDraft): Promise<Posted>;
  onPosted(posted: Posted): void;
}

/** What goes by itself: the comment is kept and sent again. */
const passing: readonly CommentFailure[] = ['offline', 'timeout', 'down'];
const firstPause = 15_000;
const longestPause = 300_000;
/** Typing is kept once it rests for this long, and when the page is left. */
const typingPause = 250;

/**
 * Sends what readers write, once. A comment that the network or the service does not take waits in the browser, and is sent
 * when the connection is back, after a pause that doubles, or when the thread is next opened. Two tabs take turns. A comment
 * whose answer never came and that is a duplicate when it is sent again was stored the first time.
 */
export function startSending({ form, store, rules, words, post, onPosted }: Sending): void {
  let busy = false;
  let typing = 0;
  let retrying = 0;
  let pause = firstPause;

  const keep = (more: Pick<StoredDraft, 'queued' | 'uncertain'> = {}): void => {
    clearTimeout(typing);
    const { text, name } = form.read();
    const { answered } = form;
    const answers = answered && { parent: answered.id, answered: answered.author };
    store.write(text.trim() === '' ? undefined : { text, name, ...answers, ...more });
  };

  const finish = (draft: CommentDraft): void => {
    clearTimeout(retrying);
    pause = firstPause;
    store.write(undefined);
    store.writeEmail('');
    store.writeCommenter(form.remembers ? { name: draft.name, email: draft.email } : undefined);
    form.clearText();
    form.answer(undefined);
    form.showFaults([]);
  };

  const fail = (failure: CommentFailure, draft: CommentDraft, uncertain: boolean): void => {
    if (passing.includes(failure)) {
      keep({ queued: true, uncertain: uncertain || failure !== 'offline' });
      store.writeEmail(draft.email);
      clearTimeout(retrying);
      retrying = window.setTimeout(flush, pause);
      pause = Math.min(pause * 2, longestPause);
    } else {
      keep();
      store.writeEmail('');
      form.showFaults([failure]);
    }
    form.announce(form.sentenceOf(failure), true);
  };

  const send = async (draft: CommentDraft, uncertain: boolean): Promise<void> => {
    try {
      const posted = await post(draft);
      finish(draft);
      onPosted(posted);
      form.announce(form.sentenceOf(posted.pending ? 'pending' : 'published'));
    } catch (error) {
      const failure = error instanceof CommentError ? error.failure : 'unknown';
      if (failure === 'duplicate' && uncertain) {
        finish(draft);
        form.announce(form.sentenceOf('pending'));
      } else fail(failure, draft, uncertain);
    }
  };

  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    busy = true;
    form.setBusy(true);
    try {
      if (navigator.locks) await navigator.locks.request('warraq-comment', work);
      else await work();
    } finally {
      busy = false;
      form.setBusy(false);
    }
  };

  const submit = (): Promise<void> => {
    const draft = cleanDraft(form.read());
    const failures = checkDraft(draft, rules);
    form.showFaults(failures);
    const [first] = failures;
    if (first !== undefined) {
      form.announce(form.sentenceOf(first), true);
      return Promise.resolve();
    }
    const uncertain = store.read()?.uncertain === true;
    return alone(() => {
      keep({ uncertain });
      form.announce(words.sending);
      return send(draft, uncertain);
    });
  };

  /** Reads the queue inside the turn: another tab may have sent it meanwhile. */
  const flush = (): Promise<void> =>
    alone(async () => {
      const stored = store.read();
      const email = store.readEmail() || form.read().email;
      if (!stored?.queued) return;
      const { text, name, parent } = stored;
      const draft = cleanDraft({ text, name, email, ...(parent !== undefined && { parent }) });
      if (checkDraft(draft, rules).length > 0) form.announce(words.needsEmail);
      else await send(draft, stored.uncertain === true);
    });

  const restore = (): void => {
    const commenter = store.readCommenter();
    if (commenter) {
      form.fill(commenter);
      form.remember();
    }
    const stored = store.read();
    if (!stored) return;
    const { text, name, parent, answered } = stored;
    form.fill({ text, name, email: store.readEmail() });
    if (parent !== undefined) form.answer({ id: parent, author: answered ?? '' });
    form.announce(words.restored);
    if (stored.queued && navigator.onLine) void flush();
  };

  restore();
  form.form.noValidate = true;
  form.form.addEventListener('submit', (submission) => {
    submission.preventDefault();
    void submit();
  });
  form.form.addEventListener('input', () => {
    clearTimeout(typing);
    clearTimeout(retrying);
    typing = window.setTimeout(keep, typingPause);
  });
  addEventListener('pagehide', () => {
    if (!store.read()?.queued) keep();
  });
  addEventListener('online', () => void flush());
}
