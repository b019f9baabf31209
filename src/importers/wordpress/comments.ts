import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { instantOf } from './dates.ts';
import type { WordPressComment, WordPressExport, WordPressItem } from './export.ts';

export interface ReadComments {
  comments: Comment[];
  /** How many of them have the date of the post, because they have none. */
  undated: number;
}

/** Reads the published comments of a post, without pingbacks and trackbacks. */
export function readComments(item: WordPressItem, { authors }: WordPressExport, timeZone: string): ReadComments {
  const published = item.comments.filter((comment) => isPublished(comment) && isByPerson(comment));
  const fallback = instantOf(item.dateUtc, item.date, timeZone);
  const ids = nameComments(published);
  const byOldId = new Map(published.toReversed().map((comment) => [comment.id, ids.get(comment)]));
  const staff = new Set(authors.map(({ id }) => id));
  const read = published.flatMap((written) => {
    const { parent, author, content, date, dateUtc, user } = written;
    const time = instantOf(dateUtc, date, timeZone);
    const comment = readComment({
      id: ids.get(written),
      ...(parent !== '' && { parent: byOldId.get(parent) }),
      author,
      text: plainComment(content),
      time: time ?? fallback,
      ...(user !== '0' && staff.has(user) && { staff: true }),
      imported: true,
    });
    return comment ? [{ comment, isUndated: time === undefined }] : [];
  });
  return {
    comments: read.map(({ comment }) => comment),
    undated: read.filter(({ isUndated }) => isUndated).length,
  };
}

/** Gives each comment an id of its own: exports of old systems have comments without one, or several with the same. */
function nameComments(comments: readonly WordPressComment[]): Map<WordPressComment, string> {
  const taken = new Set<string>();
  const names = new Map<WordPressComment, string>();
  for (const [index, comment] of comments.entries()) {
    const wanted = /^[\w-]{1,40}$/.test(comment.id) ? `wp-${comment.id}` : `wp-n${index + 1}`;
    const name = taken.has(wanted) ? `${wanted}-n${index + 1}` : wanted;
    taken.add(name);
    names.set(comment, name);
  }
  return names;
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
