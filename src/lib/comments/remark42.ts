import { type Comment, CommentError, type CommentFailure, readComment } from './comment.ts';
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

/** The error codes of `backend/app/rest/httperrors.go` that a reader can cause. */
const refusals: Readonly<Record<number, CommentFailure>> = {
  3: 'refused',
  4: 'text-too-long',
  7: 'refused',
  8: 'closed',
  9: 'refused',
  17: 'refused',
};

/**
 * Creates the adapter for Remark42 1.16 (https://remark42.com). Before each comment the reader is logged in
 * anonymously, under the name in the form. The login sets a cookie with a token against cross-site request forgery.
 * `readCookie` reads this token, which works only when the service has the site's own origin. The key of a thread is
 * the whole URL of its page.
 */
export function createRemark42(
  { endpoint, siteId }: ServiceAddress,
  send: Send,
  readCookie: (name: string) => string | undefined,
): CommentService {
  const address = (path: string, query: Record<string, string>) =>
    `${endpoint}${path}?${new URLSearchParams({ site: siteId, ...query })}`;
  return {
    list: async ({ key }, _page, order) => {
      const sort = order === 'newest' ? '-time' : '+time';
      const answer = readAnswer(
        await send({ url: address('/api/v1/find', { url: key, sort, format: 'plain' }), credentials: true }),
      );
      if (!isRecord(answer)) throw new CommentError('unknown');
      const comments = recordsIn(answer.comments).flatMap(readEntry);
      const closed = isRecord(answer.info) && answer.info.read_only === true;
      return { comments, total: comments.length, hasMore: false, ...(closed && { closed }) };
    },
    post: async ({ key, title }, { name, text, parent }) => {
      const query = new URLSearchParams({ user: name, aud: siteId });
      const login = await send({ url: `${endpoint}/auth/anonymous/login?${query}`, credentials: true });
      if (login.status >= 400) throw new CommentError(login.status >= 500 ? 'down' : 'name-refused');
      const token = readCookie('XSRF-TOKEN');
      const answer = readAnswer(
        await send({
          url: address('/api/v1/comment', {}),
          json: { text, title, locator: { site: siteId, url: key }, ...(parent !== undefined && { pid: parent }) },
          ...(token !== undefined && { headers: { 'X-XSRF-TOKEN': token } }),
          credentials: true,
        }),
      );
      const [comment] = isRecord(answer) ? readEntry({ ...answer, orig: text }) : [];
      if (comment === undefined) throw new CommentError('unknown');
      return { comment, pending: false };
    },
    counts: async (keys) => {
      const answer = readAnswer(await send({ url: address('/api/v1/counts', {}), json: keys }));
      const byKey = new Map(recordsIn(answer).map(({ url, count }) => [url, Number(count) || 0]));
      return keys.map((key) => byKey.get(key) ?? 0);
    },
  };
}

function readEntry(entry: Record<string, unknown>): Comment[] {
  const { id, pid, user, orig, text, time, pin, delete: deleted } = entry;
  if (deleted === true) return [];
  const { name, admin } = isRecord(user) ? user : { name: '', admin: false };
  const read = readComment({
    id,
    ...(pid !== '' && { parent: pid }),
    author: name,
    text: typeof orig === 'string' && orig !== '' ? orig : textOfHtml(String(text ?? '')),
    time,
    pinned: pin,
    staff: admin,
  });
  return read ? [read] : [];
}

function readAnswer({ status, text }: ServiceResponse): unknown {
  const answer = readJsonText(text);
  if (status < 300) return answer;
  if (status === 429) throw new CommentError('rate-limit');
  if (status >= 500) throw new CommentError('down');
  if (status === 401) throw new CommentError('refused');
  const code = isRecord(answer) ? Number(answer.code) : Number.NaN;
  throw new CommentError(refusals[code] ?? 'unknown', { cause: text.slice(0, 200) });
}
