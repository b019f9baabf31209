import type { CommentService, Send, ServiceAddress, ThreadKey } from '../../lib/comments/service.ts';
import { closeThreadIfDue } from './close-thread.ts';
import { type CommentForm, findCommentForm } from './comment-form.ts';
import type { CommentDateStyle } from './comment-item.ts';
import { CommentSender, type SendingWords } from './comment-sender.ts';
import { LiveThread } from './live-thread.ts';
import { sendRequest } from './send-request.ts';
import { findThreadView, type ThreadWords } from './thread-view.ts';
import { openUnsentCommentStore } from './unsent-comment-store.ts';

/** The JSON in `data-comments`. */
interface SectionSettings {
  service: { endpoint: string; siteId: string; key: string };
  closesAt?: string;
  textLimit: number;
  dateStyle: CommentDateStyle;
  words: ThreadWords & SendingWords & { stale: string };
}

const mounted = new WeakSet<HTMLElement>();

/**
 * Runs the page's comment section: fetches the current comments, sends the reader's comments, and stores a comment
 * while it is typed. The section carries its settings as JSON in `data-comments`. Further calls do nothing: a form with
 * two listeners would send every comment twice.
 */
export function mountComments(openService: (address: ServiceAddress, send: Send) => CommentService): void {
  const section = document.querySelector<HTMLElement>('[data-comments]');
  if (section === null || mounted.has(section)) return;
  mounted.add(section);
  const settings: SectionSettings = JSON.parse(section.dataset.comments ?? '{}');
  runSection(section, settings, openService(settings.service, sendRequest));
}

function runSection(section: HTMLElement, settings: SectionSettings, service: CommentService): void {
  const { closesAt, textLimit, words, dateStyle } = settings;
  const { key } = settings.service;
  const form = findCommentForm(section);
  const isClosed = closeThreadIfDue(section, closesAt);
  const thread: ThreadKey = { key, page: location.pathname, title: document.title };
  const view = findThreadView(section, words, dateStyle);
  const live = view && new LiveThread(section, view, service, thread, words.stale);
  live?.start();
  if (!form || isClosed) return;
  new CommentSender({
    form,
    words,
    store: openUnsentCommentStore(key),
    rules: { email: form.hasEmail, textLimit },
    post: async (comment) => service.post(thread, { ...comment, ...findBranch(live, comment.parent) }),
    onPosted: ({ comment, pending }) => live?.add(comment, pending),
  }).start();
  startReplies(section, form, words.reader);
}

function findBranch(live: LiveThread | undefined, parent: string | undefined): { root?: string } {
  const root = parent === undefined ? undefined : live?.rootOf(parent);
  return root === undefined ? {} : { root };
}

/** Makes a comment's reply button switch the form to answering that comment, until the reader cancels. */
function startReplies(section: HTMLElement, form: CommentForm, unnamedReader: string): void {
  const focusText = (): void => form.element.querySelector<HTMLElement>('#comment-text')?.focus();
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-reply]') : null;
    const item = button?.closest<HTMLElement>('[data-comment]');
    if (!item) return;
    const author = item.querySelector('[data-field=author]')?.textContent ?? unnamedReader;
    form.replyTo({ id: item.dataset.comment ?? '', author });
    focusText();
  });
  section.querySelector('[data-comments-cancel]')?.addEventListener('click', () => {
    const item = form.replyTarget && document.getElementById(`comment-${form.replyTarget.id}`);
    const replyButton = item?.querySelector<HTMLElement>('[data-reply]');
    form.replyTo(undefined);
    if (replyButton) replyButton.focus();
    else focusText();
  });
}
