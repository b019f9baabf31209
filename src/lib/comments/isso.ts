import { type Comment, CommentError, type CommentFailure, readComment } from './comment.ts';
import { decodeEntities } from './html-text.ts';
import {
  type CommentService,
  isRecord,
  readJsonText,
  recordsIn,
  type Send,
  type ServiceAddress,
  type ServiceResponse,
} from './service.ts';

/** Values of `mode`. 4 is a deleted comment that is kept for its replies. */
const publishedMode = 1;
const waitingMode = 2;

/**
 * Creates the adapter for Isso 0.13 and 0.14 (https://isso-comments.de). With `plain=1`, Isso returns texts as typed,
 * but it escapes names even then. Refusals are HTML pages.
 */
export function createIsso({ endpoint }: ServiceAddress, send: Send): CommentService {
  return {
    list: async ({ key }, _page, order) => {
      const query = new URLSearchParams({ uri: key, plain: '1', sort: order });
      const answer = readAnswer(await send({ url: `${endpoint}/?${query}`, credentials: true }));
      if (!isRecord(answer)) throw new CommentError('unknown');
      const roots = recordsIn(answer.replies);
      const entries = roots.flatMap((root) => [root, ...recordsIn(root.replies)]);
      const comments = entries.filter(({ mode }) => mode === publishedMode).flatMap(readEntry);
      return { comments, total: comments.length, hasMore: false };
    },
    post: async ({ key, title }, { name, email, text, root }) => {
      const parent = root === undefined ? null : Number(root);
      const json = { author: name, email, text, website: null, parent, title, notification: 0 };
      const url = `${endpoint}/new?${new URLSearchParams({ uri: key })}`;
      const answer = readAnswer(await send({ url, json, credentials: true }));
      const [comment] = isRecord(answer) ? readEntry({ ...answer, text }) : [];
      if (comment === undefined || !isRecord(answer)) throw new CommentError('unknown');
      return { comment, pending: answer.mode === waitingMode };
    },
    counts: async (keys) => {
      const answer = readAnswer(await send({ url: `${endpoint}/count`, json: keys, credentials: true }));
      return Array.isArray(answer) ? answer.map((count) => Number(count) || 0) : [];
    },
  };
}

function readEntry({ id, parent, author, text, created }: Record<string, unknown>): Comment[] {
  const read = readComment({
    id: String(id),
    ...(typeof parent === 'number' && { parent: String(parent) }),
    author: typeof author === 'string' ? decodeEntities(author) : '',
    text,
    time: Number(created) * 1000,
  });
  return read ? [read] : [];
}

const refusals: readonly [sentence: RegExp, failure: CommentFailure][] = [
  [/ratelimit exceeded|direct responses to/, 'rate-limit'],
  [/edit time frame is still open/, 'rate-limit'],
  [/text is too short|text is missing/, 'text-required'],
  [/text is too long/, 'text-too-long'],
  [/email address required|rfc5321/, 'email-required'],
  [/author.{0,40}required|must have an author/, 'name-required'],
];

function readAnswer({ status, text }: ServiceResponse): unknown {
  if (status < 300) return readJsonText(text);
  if (status >= 500) throw new CommentError('down');
  const known = refusals.find(([sentence]) => sentence.test(text));
  throw new CommentError(known?.[1] ?? (status === 403 ? 'refused' : 'unknown'), { cause: text.slice(0, 200) });
}
