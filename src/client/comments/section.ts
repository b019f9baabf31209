import type { Comment } from '../../lib/comments/comment.ts';
import type { CommentService, Send, ServiceAddress, ThreadKey } from '../../lib/comments/service.ts';
import { mergeThread, type ThreadOrder } from '../../lib/comments/thread.ts';
import { close, closeByAge } from './closing.ts';
import { openDraftStore } from './draft-store.ts';
import { viewForm } from './form-view.ts';
import { send } from './send.ts';
import { type SendingWords, startSending } from './sending.ts';
import {
  type ShownComment,
  type ShownDateStyle,
  type ThreadView,
  type ThreadWords,
  viewThread,
} from './thread-view.ts';

/** The JSON in `data-comments`. */
interface SectionSettings {
  service: { endpoint: string; siteId: string; key: string };
  closesAt?: string;
  textLimit: number;
  dateStyle: ShownDateStyle;
  words: ThreadWords & SendingWords & { stale: string };
}

const mounted = new WeakSet<HTMLElement>();

/**
 * Runs the page's section of comments: fetches what is newer than the page, sends what readers write, keeps what they type.
 * The section carries its settings as JSON in `data-comments`; its `data-live` appears when the service has answered. It is
 * mounted once, however often this is called: a form that listens twice stores every comment twice.
 */
export function mountComments(openService: (address: ServiceAddress, send: Send) => CommentService): void {
  const section = document.querySelector<HTMLElement>('[data-comments]');
  if (section === null || mounted.has(section)) return;
  mounted.add(section);
  const settings: SectionSettings = JSON.parse(section.dataset.comments ?? '{}');
  runService(section, settings, openService(settings.service, send));
}

function runService(
  section: HTMLElement,
  { service: { key }, closesAt, textLimit, words, dateStyle }: SectionSettings,
  service: CommentService,
): void {
  const form = viewForm(section);
  const isClosed = closeByAge(section, closesAt);
  const thread: ThreadKey = { key, page: location.pathname, title: document.title };
  const view = viewThread(section, words, dateStyle);
  const list = view && runList(section, view, service, thread, words.stale);
  if (!form || isClosed) return;
  startSending({
    form,
    words,
    store: openDraftStore(key),
    rules: { email: form.hasEmail, textLimit },
    post: async (draft) => {
      const root = draft.parent === undefined ? undefined : list?.rootOf(draft.parent);
      return service.post(thread, { ...draft, ...(root !== undefined && { root }) });
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
  service: CommentService,
  thread: ThreadKey,
  stale: string,
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
      const found = await service.list(thread, next, order);
      const added = found.comments.map((comment) => view.show(comment));
      const known = new Set(added.map(({ id }) => id));
      live = next === 1 ? added : [...(live ?? []).filter(({ id }) => !known.has(id)), ...added];
      page = next;
      total = found.total;
      complete = !found.hasMore;
      if (more) more.hidden = complete;
      if (found.closed) close(section);
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
