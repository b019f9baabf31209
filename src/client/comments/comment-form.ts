import { type CommentFailure, type CommentField, fieldOf, type UnsentComment } from '../../lib/comments/comment.ts';

/** The comment that the reader is answering. */
export interface ReplyTarget {
  id: string;
  author: string;
}

/** The form of a comment section, with what the scripts read from it and change in it. */
export interface CommentForm {
  element: HTMLFormElement;
  /** False when the form does not ask for an e-mail address. */
  hasEmail: boolean;
  replyTarget: ReplyTarget | undefined;
  /** Whether the reader has ticked the box for storing name and e-mail address in this browser. */
  readonly remembers: boolean;
  read(): UnsentComment;
  /** Fills only fields that are still empty. */
  fill(values: Partial<Record<CommentField, string>>): void;
  clearText(): void;
  /** Ticks the box for storing name and e-mail address. */
  remember(): void;
  /** Makes the form answer a comment, and shows which; `undefined` makes it write comments on the article again. */
  replyTo(target: ReplyTarget | undefined): void;
  /** Marks the fields of these failures, unmarks all others, and moves the focus to the first marked field. */
  showFailures(failures: readonly CommentFailure[]): void;
  /** Shows a sentence in the form's live region. */
  announce(sentence: string, failed?: boolean): void;
  setBusy(busy: boolean): void;
  /** Returns the sentence for an outcome or a failure. The page contains them all, for readers without scripts. */
  sentenceOf(outcome: string): string;
}

const fieldNames: readonly CommentField[] = ['text', 'name', 'email'];

/**
 * Finds the form `[data-comments-form]` of a section. Its fields are `#comment-text`, `#comment-name` and, if it asks
 * for an e-mail address, `#comment-email`.
 */
export function findCommentForm(section: HTMLElement): CommentForm | undefined {
  const element = section.querySelector<HTMLFormElement>('[data-comments-form]');
  const status = section.querySelector<HTMLElement>('[data-comments-status]');
  const replying = section.querySelector<HTMLElement>('[data-comments-replying]');
  const remember = section.querySelector<HTMLInputElement>('[data-comments-remember]');
  const button = element?.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!element || !status || !replying || !remember || !button) return undefined;
  const readField = (name: CommentField) => findField(element, name)?.value ?? '';
  const form: CommentForm = {
    element,
    hasEmail: findField(element, 'email') !== undefined,
    replyTarget: undefined,
    get remembers() {
      return remember.checked;
    },
    read: () => ({
      text: readField('text'),
      name: readField('name'),
      email: readField('email'),
      ...(form.replyTarget && { parent: form.replyTarget.id }),
    }),
    fill: (values) => fillEmptyFields(element, values),
    clearText: () => {
      const text = findField(element, 'text');
      if (text) text.value = '';
    },
    remember: () => {
      remember.checked = true;
    },
    replyTo: (target) => {
      form.replyTarget = target;
      replying.hidden = target === undefined;
      replying.querySelector('bdi')?.replaceChildren(target?.author ?? '');
    },
    showFailures: (failures) => markFields(form, failures),
    announce: (sentence, failed = false) => {
      status.textContent = sentence;
      status.toggleAttribute('data-failed', failed);
    },
    setBusy: (busy) => {
      if (busy) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    },
    sentenceOf: (outcome) => section.querySelector(`#comment-outcome-${outcome}`)?.textContent ?? '',
  };
  return form;
}

function findField(form: HTMLFormElement, name: CommentField): HTMLInputElement | HTMLTextAreaElement | undefined {
  return form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#comment-${name}`) ?? undefined;
}

function fillEmptyFields(form: HTMLFormElement, values: Partial<Record<CommentField, string>>): void {
  for (const name of fieldNames) {
    const field = findField(form, name);
    if (field && field.value === '') field.value = values[name] ?? '';
  }
}

function markFields({ element, sentenceOf }: CommentForm, failures: readonly CommentFailure[]): void {
  const byField = new Map(failures.map((failure) => [fieldOf(failure), failure]));
  let first: HTMLElement | undefined;
  for (const name of fieldNames) {
    const field = findField(element, name);
    const message = element.querySelector(`#comment-${name}-fault`);
    if (!field || !message) continue;
    const failure = byField.get(name);
    if (failure === undefined) field.removeAttribute('aria-invalid');
    else {
      field.setAttribute('aria-invalid', 'true');
      first ??= field;
    }
    message.textContent = failure === undefined ? '' : sentenceOf(failure);
  }
  first?.focus();
}
