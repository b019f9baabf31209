import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { instantOf } from './dates.ts';
import type { WordPressComment, WordPressExport, WordPressItem } from './export.ts';

/**
 * Returns the published comments of a post, without pingbacks and trackbacks. A comment without any date gets that of
 * the post.
 */
export function commentsOf(item: WordPressItem, { authors }: WordPressExport, timeZone: string): Comment[] {
  const published = item.comments.filter((comment) => isPublished(comment) && isByPerson(comment));
  const fallback = instantOf(item.dateUtc, item.date, timeZone);
  const known = new Set(published.map(({ id }) => id));
  const staff = new Set(authors.map(({ id }) => id));
  return published.flatMap(({ id, parent, author, content, date, dateUtc, user }) => {
    const comment = readComment({
      id: idOf(id),
      ...(known.has(parent) && { parent: idOf(parent) }),
      author,
      text: plainComment(content),
      time: instantOf(dateUtc, date, timeZone) ?? fallback,
      ...(user !== '0' && staff.has(user) && { staff: true }),
      imported: true,
    });
    return comment ?? [];
  });
}

/** Returns how many of the comments that have been read from a post have no date of their own. */
export function countUndated(item: WordPressItem, comments: readonly Comment[], timeZone: string): number {
  const undated = item.comments.filter(({ date, dateUtc }) => instantOf(dateUtc, date, timeZone) === undefined);
  const ids = new Set(undated.map(({ id }) => idOf(id)));
  return comments.filter(({ id }) => ids.has(id)).length;
}

/** Returns the id that a comment gets here. */
function idOf(id: string): string {
  return `wp-${id}`;
}

export function isPublished({ approved }: WordPressComment): boolean {
  return approved === '1';
}

export function isByPerson({ type }: WordPressComment): boolean {
  return type === '' || type === 'comment';
}

/** Converts a comment's HTML to plain text. WordPress shows line ends in a comment as line breaks. */
function plainComment(html: string): string {
  const marked = html.replace(/\r\n?/g, '\n').replace(/(?:<br\s*\/?>|<\/p>)\n?/gi, '\n');
  return toText(fromHtml(marked, { fragment: true }), { whitespace: 'pre-wrap' }).trim();
}
