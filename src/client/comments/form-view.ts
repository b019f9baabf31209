import { type CommentDraft, type CommentFailure, type DraftField, fieldOf } from '../../lib/comments/comment.ts';

export interface Answered {
  id: string;
  author: string;
}

export interface FormView {
  form: HTMLFormElement;
  /** False where the form does not ask for an e-mail address. */
  hasEmail: boolean;
  answered: Answered | undefined;
  readonly remembers: boolean;
  read(): CommentDraft;
  /** Fills only fields that are still empty. */
  fill(values: Partial<Record<DraftField, string>>): void;
  clearText(): void;
  remember(): void;
  /** The form now answers a comment, or none; `focus` takes the reader to it. */
  answer(answered: Answered | undefined): void;
  /** Marks the fields that are at fault, and no others; the focus goes to the first of them. */
  showFaults(failures: readonly CommentFailure[]): void;
  announce(sentence: string, failed?: boolean): void;
  setBusy(busy: boolean): void;
  /** The sentence of an outcome or a failure, which the page holds for readers without scripts. */
  sentenceOf(outcome: string): string;
}

const fieldNames: readonly DraftField[] = ['text', 'name', 'email'];

/** The form of a section: `[data-comments-form]`, with the fields `#comment-text`, `#comment-name` and `#comment-email`. */
export function viewForm(section: HTMLElement): FormView | undefined {
  const form = section.querySelector<HTMLFormElement>('[data-comments-form]');
  const status = section.querySelector<HTMLElement>('[data-comments-status]');
  const replying = section.querySelector<HTMLElement>('[data-comments-replying]');
  const remember = section.querySelector<HTMLInputElement>('[data-comments-remember]');
  const button = form?.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!form || !status || !replying || !remember || !button) return undefined;
  const field = (name: DraftField) =>
    form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#comment-${name}`) ?? undefined;
  const sentenceOf = (outcome: string) => section.querySelector(`#comment-outcome-${outcome}`)?.textContent ?? '';

  const view: FormView = {
    form,
    hasEmail: field('email') !== undefined,
    answered: undefined,
    get remembers() {
      return remember.checked;
    },
    read: () => ({
      text: field('text')?.value ?? '',
      name: field('name')?.value ?? '',
      email: field('email')?.value ?? '',
      ...(view.answered && { parent: view.answered.id }),
    }),
    fill: (values) => {
      for (const name of fieldNames) {
        const input = field(name);
        if (input && input.value === '') input.value = values[name] ?? '';
      }
    },
    clearText: () => {
      const text = field('text');
      if (text) text.value = '';
    },
    remember: () => {
      remember.checked = true;
    },
    answer: (answered) => {
      view.answered = answered;
      replying.hidden = answered === undefined;
      replying.querySelector('bdi')?.replaceChildren(answered?.author ?? '');
    },
    showFaults: (failures) => {
      const byField = new Map(failures.map((failure) => [fieldOf(failure), failure]));
      let first: HTMLElement | undefined;
      for (const name of fieldNames) {
        const input = field(name);
        const failure = byField.get(name);
        const fault = form.querySelector(`#comment-${name}-fault`);
        if (!input || !fault) continue;
        if (failure === undefined) input.removeAttribute('aria-invalid');
        else {
          input.setAttribute('aria-invalid', 'true');
          first ??= input;
        }
        fault.textContent = failure === undefined ? '' : sentenceOf(failure);
      }
      first?.focus();
    },
    announce: (sentence, failed = false) => {
      status.textContent = sentence;
      status.toggleAttribute('data-failed', failed);
    },
    setBusy: (busy) => {
      if (busy) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    },
    sentenceOf,
  };
  return view;
}
