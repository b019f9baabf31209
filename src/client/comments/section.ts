import type { Comment } from '../../lib/comments/comment.ts';
import type { CommentService, LiveProvider, ThreadKey } from '../../lib/comments/service.ts';
import { mergeThread, type ThreadOrder } from '../../lib/comments/thread.ts';
import { openDraftStore } from './draft-store.ts';
import { type FormView, viewForm } from './form-view.ts';
import { send } from './send.ts';
import { type SendingWords, startSending } from './sending.ts';
import { openService } from './services.ts';
import {
  type ShownComment,
  type ShownDateStyle,
  type ThreadView,
  type ThreadWords,
  viewThread,
} from './thread-view.ts';

/** The JSON in `data-comments`. */
interface SectionSettings {
  service?: { provider: LiveProvider; endpoint: string; siteId: string; key: string };
  closesAt?: string;
  textLimit: number;
  dateStyle: ShownDateStyle;
  words: ThreadWords & SendingWords & { stale: string };
}

const mounted = new WeakSet<HTMLElement>();

/** Mounts every section of the page, `[data-comments]`. */
export function mountAllComments(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-comments]')) mountComments(section);
}

/**
 * Runs a section of comments: fetches what is newer than the page, sends what readers write, keeps what they type. `section`
 * carries its settings as JSON in `data-comments`; its `data-live` appears when the service has answered. A section is
 * mounted once, however often this is called: a form that listens twice stores every comment twice.
 */
export function mountComments(section: HTMLElement): void {
  if (mounted.has(section)) return;
  mounted.add(section);
  const settings: SectionSettings = JSON.parse(section.dataset.comments ?? '{}');
  const { closesAt, words } = settings;
  const form = viewForm(section);
  if (form && closesAt !== undefined && Date.parse(closesAt) <= Date.now()) close(section);
  if (settings.service) {
    runService(section, settings, settings.service, form);
  } else if (form) {
    const rules = { email: form.hasEmail, textLimit: settings.textLimit };
    void import('./plain-form.ts').then(({ keepPlainForm }) =>
      keepPlainForm(form, openDraftStore(location.pathname), rules, words),
    );
  }
}

function close(section: HTMLElement): void {
  section.dataset.state = 'closed';
  section.querySelector('[data-comments-closed]')?.removeAttribute('hidden');
  section.querySelector('[data-comments-answer]')?.setAttribute('hidden', '');
}

function runService(
  section: HTMLElement,
  { textLimit, words, dateStyle }: SectionSettings,
  { provider, key, ...address }: NonNullable<SectionSettings['service']>,
  form: FormView | undefined,
): void {
  const service = openService(provider, address, send);
  const thread: ThreadKey = { key, page: location.pathname, title: document.title };
  const view = viewThread(section, words, dateStyle);
  const list = view && runList(section, view, service, thread, words.stale, () => close(section));
  if (!form || section.dataset.state === 'closed') return;
  startSending({
    form,
    words,
    store: openDraftStore(key),
    rules: { email: form.hasEmail, textLimit },
    post: async (draft) => {
      const root = draft.parent === undefined ? undefined : list?.rootOf(draft.parent);
      return (await service).post(thread, { ...draft, ...(root !== undefined && { root }) });
    },
    onPosted: ({ comment, pending }) => list?.add(comment, pending),
  });
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-reply]') : null;
    const item = button?.closest<HTMLElement>('[data-comment]');
    if (!item) return;
    const author = item.querySelector('[data-field=author]')?.textContent ?? words.reader;
    form.answer({ id: item.dataset.comment ?? '', author });
    form.form.querySelector<HTMLElement>('#comment-text')?.focus();
  });
  section.querySelector('[data-comments-cancel]')?.addEventListener('click', () => {
    const item = form.answered && document.getElementById(`comment-${form.answered.id}`);
    form.answer(undefined);
    (
      item?.querySelector<HTMLElement>('[data-reply]') ?? form.form.querySelector<HTMLElement>('#comment-text')
    )?.focus();
  });
}

interface ThreadList {
  add(comment: Comment, pending: boolean): void;
  /** The id of the comment at the top of the thread that a comment is in. */
  rootOf(id: string): string;
}

function runList(
  section: HTMLElement,
  view: ThreadView,
  service: Promise<CommentService>,
  thread: ThreadKey,
  stale: string,
  onClosed: () => void,
): ThreadList {
  const more = section.querySelector<HTMLButtonElement>('[data-comments-more]');
  const orderMenu = section.querySelector<HTMLSelectElement>('[data-comments-order]');
  const status = section.querySelector<HTMLElement>('[data-comments-loading]');
  const own: ShownComment[] = [];
  let live: ShownComment[] | undefined;
  let order: ThreadOrder = 'newest';
  let page = 0;
  let complete = false;
  let total = view.built.length;
  let shown: ShownComment[] = view.built;

  const draw = (): void => {
    const merged = live ? mergeThread(view.built, { comments: live, order, complete }) : view.built;
    const ids = new Set(merged.map(({ id }) => id));
    shown = [...merged, ...own.filter(({ id }) => !ids.has(id))];
    const imported = merged.filter((comment) => comment.imported).length;
    view.draw(shown, order, live ? Math.max(total + imported, merged.length) : total);
  };

  const load = async (next: number): Promise<void> => {
    section.setAttribute('aria-busy', 'true');
    try {
      const found = await (await service).list(thread, next, order);
      const added = found.comments.map((comment) => view.show(comment));
      const known = new Set(added.map(({ id }) => id));
      live = next === 1 ? added : [...(live ?? []).filter(({ id }) => !known.has(id)), ...added];
      page = next;
      total = found.total;
      complete = !found.hasMore;
      if (more) more.hidden = complete;
      if (found.closed) onClosed();
      draw();
      status?.replaceChildren();
      section.dataset.live = '';
      if (next > 1) added[0]?.element.querySelector<HTMLElement>('a')?.focus();
      else if (/^#comment-/.test(location.hash)) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      status?.replaceChildren(stale);
      section.dataset.live = 'failed';
    } finally {
      section.removeAttribute('aria-busy');
    }
  };

  more?.addEventListener('click', () => void load(page + 1));
  orderMenu?.addEventListener('change', () => {
    order = orderMenu.value === 'oldest' ? 'oldest' : 'newest';
    if (complete || live === undefined) draw();
    else void load(1);
  });
  if (navigator.onLine) void load(1);
  else status?.replaceChildren(stale);
  addEventListener('online', () => void load(1));

  return {
    add: (comment, pending) => {
      const entry = view.show(comment, pending);
      if (pending) own.push(entry);
      else {
        live = [...(live ?? []), entry];
        total += 1;
      }
      draw();
    },
    rootOf: (id) => {
      const byId = new Map(shown.map((comment) => [comment.id, comment]));
      let top = id;
      for (const _ of shown) {
        const parent = byId.get(top)?.parent;
        if (parent === undefined || !byId.has(parent)) break;
        top = parent;
      }
      return top;
    },
  };
}
