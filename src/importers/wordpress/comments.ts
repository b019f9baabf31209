import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { readDate } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';

/** Returns the published comments of a post, without pingbacks and trackbacks. */
export function commentsOf({ comments }: WordPressItem, { authors }: WordPressExport): Comment[] {
  const published = comments.filter(({ approved, type }) => approved === '1' && (type === '' || type === 'comment'));
  const known = new Set(published.map(({ id }) => id));
  const staff = new Set(authors.map(({ id }) => id));
  return published.flatMap(({ id, parent, author, content, dateUtc, user }) => {
    const comment = readComment({
      id: `wp-${id}`,
      ...(known.has(parent) && { parent: `wp-${parent}` }),
      author,
      text: plainComment(content),
      time: readDate(dateUtc),
      ...(user !== '0' && staff.has(user) && { staff: true }),
      imported: true,
    });
    return comment ?? [];
  });
}

/** Converts a comment's HTML to plain text. WordPress shows line ends in a comment as line breaks. */
function plainComment(html: string): string {
  const marked = html.replace(/\r\n?/g, '\n').replace(/(?:<br\s*\/?>|<\/p>)\n?/gi, '\n');
  return toText(fromHtml(marked, { fragment: true }), { whitespace: 'pre-wrap' }).trim();
}
