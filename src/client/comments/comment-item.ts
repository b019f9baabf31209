import { type DigitSystem, formatDigits } from '../../lib/arabic/digits.ts';
import type { Comment } from '../../lib/comments/comment.ts';
import { readParagraphs } from '../../lib/comments/comment-text.ts';

/** How dates are written: the twelve names of the months in the site's country, and the site's digits. */
export interface CommentDateStyle {
  monthNames: readonly string[];
  digits: DigitSystem;
}

export interface CommentItemWords {
  /** Shown as the author of a comment without a name. */
  reader: string;
  /** `#` stands for the author. */
  by: string;
  /** `#` stands for the author. */
  replyTo: string;
}

/** A comment in the page. */
export interface ShownComment extends Pick<Comment, 'id' | 'parent' | 'time' | 'pinned' | 'imported' | 'author'> {
  element: HTMLElement;
}

/** Reads a comment that the page was built with. */
export function readBuiltItem(element: HTMLElement): ShownComment {
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

/**
 * Creates the element of a comment as a copy of `pattern`. A pending comment has neither the link with its date nor a
 * reply button.
 */
export function createItem(
  pattern: Element,
  comment: Comment,
  pending: boolean,
  words: CommentItemWords,
  dateStyle: CommentDateStyle,
): HTMLElement {
  const item = pattern.cloneNode(true) as HTMLElement;
  const author = comment.author || words.reader;
  const label = (text: string): string => text.replace('#', () => author);
  item.id = `comment-${comment.id}`;
  item.dataset.comment = comment.id;
  item.firstElementChild?.setAttribute('aria-label', label(words.by));
  const needed = { staff: comment.staff, pinned: comment.pinned, pending, when: !pending, reply: !pending };
  for (const [name, isNeeded] of Object.entries(needed)) {
    if (!isNeeded) item.querySelector(`[data-part=${name}]`)?.remove();
  }
  item.querySelector('[data-field=author]')?.replaceChildren(author);
  item.querySelector('[data-field=text]')?.replaceChildren(...createParagraphs(comment.text));
  item.querySelector('[data-part=reply]')?.setAttribute('aria-label', label(words.replyTo));
  item.querySelector('[data-part=when]')?.setAttribute('href', `#${item.id}`);
  const time = item.querySelector('time');
  if (time) {
    time.dateTime = comment.time;
    time.textContent = formatDate(comment.time, dateStyle);
  }
  return item;
}

/** Shows whose comment a reply answers; hides this line when `author` is undefined. */
export function showAnswered(item: HTMLElement, author: string | undefined): void {
  const answered = item.querySelector<HTMLElement>('[data-part=answered]');
  if (answered === null) return;
  answered.hidden = author === undefined;
  answered.querySelector('bdi')?.replaceChildren(author ?? '');
}

/** Whether an element shows the same author, text and marks as a comment. */
export function showsSame(element: HTMLElement, comment: Comment, reader: string): boolean {
  const find = (selector: string) => element.querySelector(`:scope > .comment ${selector}`);
  const marks = ['staff', 'pinned'].filter((name) => find(`[data-part=${name}]`) !== null);
  const wantedMarks = [comment.staff && 'staff', comment.pinned && 'pinned'].filter(Boolean);
  return (
    joinFields(find('[data-field=author]')?.textContent, find('[data-field=text]')?.textContent, marks) ===
    joinFields(comment.author || reader, comment.text, wantedMarks)
  );
}

function joinFields(...fields: unknown[]): string {
  return fields.join(' ').replace(/\s+/g, '');
}

/** Formats a date in the reader's own time zone. */
function formatDate(instant: string, { monthNames, digits }: CommentDateStyle): string {
  const date = new Date(instant);
  return formatDigits(`${date.getDate()} ${monthNames[date.getMonth()]} ${date.getFullYear()}`, digits);
}

function createParagraphs(text: string): HTMLElement[] {
  return readParagraphs(text).map((lines) => {
    const paragraph = document.createElement('p');
    paragraph.dir = 'auto';
    for (const [index, runs] of lines.entries()) {
      if (index > 0) paragraph.append(document.createElement('br'));
      paragraph.append(...runs.map((run) => (run.href === undefined ? run.text : createLink(run.text, run.href))));
    }
    return paragraph;
  });
}

function createLink(text: string, href: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.rel = 'ugc nofollow noopener';
  anchor.dir = 'ltr';
  anchor.textContent = text;
  return anchor;
}
