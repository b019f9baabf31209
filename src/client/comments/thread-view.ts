import { type DigitSystem, formatDigits } from '../../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../../lib/arabic/plural.ts';
import type { Comment } from '../../lib/comments/comment.ts';
import { readParagraphs } from '../../lib/comments/comment-text.ts';
import { arrangeThread, type ThreadOrder } from '../../lib/comments/thread.ts';
import { showRelativeTimes } from '../relative-times.ts';

/** The twelve names of the site's months, and none of other countries. */
export interface ShownDateStyle {
  monthNames: readonly string[];
  digits: DigitSystem;
}

export interface ThreadWords {
  count: NounForms;
  reader: string;
  /** `#` stands for the author. */
  by: string;
  replyTo: string;
}

/** A comment in the page. */
export interface ShownComment extends Pick<Comment, 'id' | 'parent' | 'time' | 'pinned' | 'imported' | 'author'> {
  element: HTMLElement;
}

export interface ThreadView {
  /** The comments that the page was built with. */
  built: ShownComment[];
  /** A comment as an element: the one of the last build where that says the same. */
  show(comment: Comment, pending?: boolean): ShownComment;
  draw(comments: readonly ShownComment[], order: ThreadOrder, total: number): void;
}

/** The list of comments in `section`: `[data-comments-list]`, and the pattern that new comments are copied from. */
export function viewThread(
  section: HTMLElement,
  words: ThreadWords,
  dateStyle: ShownDateStyle,
): ThreadView | undefined {
  const list = section.querySelector<HTMLElement>('[data-comments-list]');
  const pattern = section.querySelector<HTMLTemplateElement>('[data-comments-pattern]')?.content.firstElementChild;
  const heading = section.querySelector<HTMLElement>('[data-comments-heading]');
  if (list === null || heading === null || !pattern) return undefined;

  const built = Array.from(list.querySelectorAll<HTMLElement>('[data-comment]'), readBuilt);
  const builtById = new Map(built.map((comment) => [comment.id, comment]));

  const create = (comment: Comment, pending: boolean): HTMLElement => {
    const item = pattern.cloneNode(true) as HTMLElement;
    const author = comment.author || words.reader;
    item.id = `comment-${comment.id}`;
    item.dataset.comment = comment.id;
    item.firstElementChild?.setAttribute(
      'aria-label',
      words.by.replace('#', () => author),
    );
    const parts = { staff: comment.staff, pinned: comment.pinned, pending, when: !pending, reply: !pending };
    for (const [name, isNeeded] of Object.entries(parts)) {
      if (!isNeeded) item.querySelector(`[data-part=${name}]`)?.remove();
    }
    item.querySelector('[data-field=author]')?.replaceChildren(author);
    item.querySelector('[data-field=text]')?.replaceChildren(...paragraphs(comment.text));
    item.querySelector('[data-part=reply]')?.setAttribute(
      'aria-label',
      words.replyTo.replace('#', () => author),
    );
    item.querySelector('[data-part=when]')?.setAttribute('href', `#${item.id}`);
    const time = item.querySelector('time');
    if (time) {
      time.dateTime = comment.time;
      time.textContent = formatDate(comment.time, dateStyle);
    }
    return item;
  };

  const nameAnswered = (item: HTMLElement, answered: string | undefined): void => {
    const part = item.querySelector<HTMLElement>('[data-part=answered]');
    if (part === null) return;
    part.hidden = answered === undefined;
    part.querySelector('bdi')?.replaceChildren(answered ?? '');
  };

  return {
    built,
    show: (comment, pending = false) => {
      const { text: _, ...facts } = comment;
      const known = builtById.get(comment.id);
      const isSame = known !== undefined && signature(known.element) === signatureOf(comment, words.reader);
      return { ...facts, element: isSame ? known.element : create(comment, pending) };
    },
    draw: (comments, order, total) => {
      const names = new Map(comments.map(({ id, author }) => [id, author || words.reader]));
      const branches = arrangeThread(comments, order);
      for (const { root, replies } of branches) {
        const nested = root.element.querySelector(':scope > ol') ?? emptyReplies();
        for (const { element, parent } of replies) {
          nameAnswered(element, parent === undefined || parent === root.id ? undefined : names.get(parent));
        }
        nameAnswered(root.element, undefined);
        place(nested, replies);
        if (replies.length > 0) root.element.append(nested);
        else nested.remove();
      }
      place(
        list,
        branches.map(({ root }) => root),
      );
      heading.hidden = total === 0;
      heading.querySelector('[data-comments-count]')?.replaceChildren(countNoun(total, words.count, dateStyle.digits));
      showRelativeTimes(list);
    },
  };
}

function readBuilt(element: HTMLElement): ShownComment {
  const { comment = '', time = '', parent, pinned, imported } = element.dataset;
  return {
    id: comment,
    time,
    ...(parent !== undefined && { parent }),
    ...(pinned !== undefined && { pinned: true }),
    ...(imported !== undefined && { imported: true }),
    author: element.querySelector('[data-field=author]')?.textContent ?? '',
    element,
  };
}

/** Everything that readers see of a comment, apart from its place and time. */
function signature(element: HTMLElement): string {
  const part = (selector: string) => element.querySelector(`:scope > .comment ${selector}`);
  const marks = ['staff', 'pinned'].filter((name) => part(`[data-part=${name}]`) !== null);
  return [part('[data-field=author]')?.textContent, part('[data-field=text]')?.textContent, marks]
    .join(' ')
    .replace(/\s+/g, '');
}

function signatureOf({ author, text, staff, pinned }: Comment, reader: string): string {
  const marks = [staff && 'staff', pinned && 'pinned'].filter(Boolean);
  return [author || reader, text, marks].join(' ').replace(/\s+/g, '');
}

/** The date on the reader's own calendar. */
function formatDate(instant: string, { monthNames, digits }: ShownDateStyle): string {
  const date = new Date(instant);
  return formatDigits(`${date.getDate()} ${monthNames[date.getMonth()]} ${date.getFullYear()}`, digits);
}

function paragraphs(text: string): HTMLElement[] {
  return readParagraphs(text).map((lines) => {
    const paragraph = document.createElement('p');
    paragraph.dir = 'auto';
    for (const [index, runs] of lines.entries()) {
      if (index > 0) paragraph.append(document.createElement('br'));
      paragraph.append(...runs.map(({ text: run, href }) => (href === undefined ? run : link(run, href))));
    }
    return paragraph;
  });
}

function link(text: string, href: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.rel = 'ugc nofollow noopener';
  anchor.dir = 'ltr';
  anchor.textContent = text;
  return anchor;
}

function emptyReplies(): HTMLElement {
  const replies = document.createElement('ol');
  replies.className = 'replies';
  return replies;
}

/** Leaves in place what is in place, so that focus and selection stay with the reader. */
function place(parent: Element, comments: readonly ShownComment[]): void {
  for (const [index, { element }] of comments.entries()) {
    const there = parent.children[index];
    if (there !== element) parent.insertBefore(element, there ?? null);
  }
  while (parent.children.length > comments.length) parent.lastElementChild?.remove();
}
