import { type Comment, CommentError, isCommentFailure, readComment } from './comment.ts';
import { textOfHtml } from './html-text.ts';
import {
  type CommentService,
  isRecord,
  readJsonText,
  recordsIn,
  type Send,
  type ServiceAddress,
  type ServiceResponse,
} from './service.ts';

/** How many roots a page has, each with all its replies; Waline's maximum is 100. */
const pageSize = 50;
const sorting = { newest: 'insertedAt_desc', oldest: 'insertedAt_asc' };

/**
 * Creates the adapter for Waline 1.39 (https://waline.js.org). Refusals have status 200 and an `errno`. `lang=en` makes
 * their sentences the same for all readers, since `readData` compares them.
 */
export function createWaline({ endpoint }: ServiceAddress, send: Send): CommentService {
  const address = (query: Record<string, string>) =>
    `${endpoint}/api/comment?${new URLSearchParams({ ...query, lang: 'en' })}`;
  return {
    list: async ({ key }, page, order) => {
      const data = readData(
        await send({
          url: address({ path: key, page: String(page), pageSize: String(pageSize), sortBy: sorting[order] }),
        }),
      );
      if (!isRecord(data)) throw new CommentError('unknown');
      const roots = recordsIn(data.data);
      return {
        comments: roots.flatMap((root) => [root, ...recordsIn(root.children)]).flatMap(readEntry),
        total: Number(data.count) || 0,
        hasMore: page < Number(data.totalPages),
      };
    },
    post: async ({ key, page }, { name, email, text, parent, root }) => {
      const answersTo = parent !== undefined && { pid: parent, rid: root ?? parent };
      const json = { nick: name, mail: email, comment: text, link: '', ua: '', url: key, page, ...answersTo };
      const data = readData(await send({ url: address({}), json }));
      const [comment] = isRecord(data) ? readEntry({ ...data, orig: text }) : [];
      if (comment === undefined || !isRecord(data)) throw new CommentError('unknown');
      return { comment, pending: data.status !== 'approved' };
    },
    counts: async (keys) => {
      const data = readData(await send({ url: address({ type: 'count', url: keys.join(',') }) }));
      return (Array.isArray(data) ? data : [data]).map((count) => Number(count) || 0);
    },
  };
}

function readEntry(entry: Record<string, unknown>): Comment[] {
  const { objectId, pid, nick, orig, comment, time, sticky, type } = entry;
  const read = readComment({
    id: String(objectId),
    ...(Number(pid) > 0 && { parent: String(pid) }),
    author: nick,
    text: typeof orig === 'string' ? orig : textOfHtml(String(comment ?? '')),
    time,
    pinned: Boolean(Number(sticky)),
    staff: type === 'administrator',
  });
  return read ? [read] : [];
}

/**
 * Returns the data of an answer; throws for a refusal. `errmsg` is a failure code of our own server, a sentence of
 * Waline, an object with a message for each field, or absent.
 */
function readData({ status, text }: ServiceResponse): unknown {
  const answer = readJsonText(text);
  if (!isRecord(answer)) throw new CommentError(status >= 500 ? 'down' : 'unknown');
  if (answer.errno === 0) return answer.data;
  const { errmsg } = answer;
  if (isCommentFailure(errmsg)) throw new CommentError(errmsg);
  if (isRecord(errmsg) && errmsg.comment !== undefined) throw new CommentError('text-required');
  if (errmsg === 'Duplicate Content') throw new CommentError('duplicate');
  if (errmsg === 'Comment too fast!') throw new CommentError('rate-limit');
  if (status === 401 || status === 403) throw new CommentError('refused');
  throw new CommentError(status >= 500 ? 'down' : 'unknown', { cause: errmsg });
}
