import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CommentFailure } from '../../src/lib/comments/comment.ts';
import { isRecord, recordsIn } from '../../src/lib/comments/service.ts';
import { type GateContext, pathOnSite } from './requests.ts';
import type { Answer } from './waline-client.ts';

/** The codes for which pages have sentences, by Waline's messages of refusal. */
const walineFailures: Readonly<Record<string, CommentFailure>> = {
  'Duplicate Content': 'duplicate',
  'Comment too fast!': 'rate-limit',
};

/**
 * Answers with JSON. The answer to a plain form is a redirect to the page that it came from; the hash of the redirect's
 * URL makes the page show the sentence about the outcome.
 */
export function sendAnswer(context: GateContext, site: string, answer: Answer): Response {
  const { status, body } = withoutPrivateParts(answer, context);
  const { errno, errmsg, data } = isRecord(body) ? body : { errno: status, errmsg: undefined, data: undefined };
  const code = typeof errmsg === 'string' ? (walineFailures[errmsg] ?? errmsg) : errmsg;
  const form = context.get('form');
  if (form === undefined) {
    const json = isRecord(body) ? { ...body, errmsg: code } : { errno: status };
    return context.body(JSON.stringify(json), status as ContentfulStatusCode, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  }
  const isStored = errno === 0 && isRecord(data);
  const outcome = isStored ? (data.status === 'approved' ? 'published' : 'pending') : (code ?? 'unknown');
  const page = new URL(pathOnSite(form.page ?? '/', site), site);
  page.hash = `comment-outcome-${outcome}`;
  return context.redirect(page.href, 303);
}

/** The fields of a comment that pages show. */
const publicFields = ['objectId', 'pid', 'rid', 'nick', 'orig', 'time', 'sticky', 'status', 'type'];

/**
 * Removes the fields that pages do not show, unless the editor has sent the request. The author of a comment that was
 * marked as spam gets the status of one that waits for an editor.
 */
function withoutPrivateParts({ status, body }: Answer, context: GateContext): Answer {
  if (context.get('isEditor') || !isRecord(body) || !isRecord(body.data)) return { status, body };
  const pick = (comment: Record<string, unknown>) => ({
    ...Object.fromEntries(publicFields.filter((field) => field in comment).map((field) => [field, comment[field]])),
    ...(comment.status === 'spam' && { status: 'waiting' }),
  });
  const { data } = body;
  if ('token' in data) return { status, body };
  if (!Array.isArray(data.data)) return { status, body: { ...body, data: pick(data) } };
  const roots = recordsIn(data.data).map((root) => ({ ...pick(root), children: recordsIn(root.children).map(pick) }));
  return { status, body: { ...body, data: { ...data, data: roots } } };
}
