import {
  type CommentFailure,
  checkUnsentComment,
  cleanUnsentComment,
  commentLimits,
} from '../../src/lib/comments/comment.ts';
import {
  type Fields,
  type GateContext,
  pathOnSite,
  Refusal,
  readBody,
  readForm,
  requireAuthorization,
  requireWholeNumber,
} from './requests.ts';
import type { ServerSettings } from './settings.ts';
import type { ThreadState } from './thread-pages.ts';
import type { Answer, AskWaline } from './waline-client.ts';

/** The id of the comment that another one replies to, and the id of the comment at the top of its thread. */
export interface ParentIds {
  pid: number;
  rid: number;
}

/** What the handlers need besides the request. */
export interface Gate {
  settings: Pick<ServerSettings, 'site' | 'trustsProxy'>;
  askWaline: AskWaline;
  /** @param page a path of the site */
  threadState(page: string, thread: string): Promise<ThreadState>;
  isReservedName(name: string): boolean;
  /** Finds the comment that a reply is to; undefined if the thread has no published comment with this id. */
  findParent(id: string, thread: string): ParentIds | undefined;
  /** Runs one task at a time, in order. */
  queue<Result>(task: () => Promise<Result>): Promise<Result>;
}

export type GateHandler = (gate: Gate, context: GateContext) => Promise<Answer> | Answer;

export const reportHealth: GateHandler = () => ({ status: 200, body: { errno: 0 } });

/** Returns a page of a thread, the counts of several threads, or the list that editors moderate. */
export const readComments: GateHandler = ({ askWaline }, context) => {
  const query = readForm(new URL(context.req.url).searchParams);
  const { type, path = '', url = '', page = '1', pageSize = '50', sortBy = 'insertedAt_desc', status = '' } = query;
  const ask = (parameters: Fields) =>
    askWaline(context, { method: 'GET', path: `/api/comment?${new URLSearchParams(parameters)}` });
  if (type === 'count') return ask({ type, url });
  const numbers = { page: requireWholeNumber(page), pageSize: requireWholeNumber(pageSize) };
  if (type !== 'list') return ask({ path, sortBy, ...numbers });
  requireAuthorization(context.env.incoming);
  return ask({ type, status, ...numbers });
};

/**
 * Stores a comment. Posts are queued, because Waline checks for a duplicate before it stores a comment: two concurrent
 * posts of the same comment would both be stored.
 */
export const postComment: GateHandler = async (gate, context) => {
  const { isForm, fields } = await readBody(context.env.incoming);
  if (isForm) context.set('form', fields);
  const json = await checkComment(gate, fields);
  return gate.queue(() => gate.askWaline(context, { method: 'POST', path: '/api/comment?lang=en', json }));
};

/** Builds what is sent to Waline for a comment, or throws the first reason to refuse it. */
async function checkComment(gate: Gate, fields: Fields): Promise<Record<string, string | number>> {
  const { nick = '', mail = '', comment = '', url = '', page = url, pid = '', website = '' } = fields;
  const unsent = cleanUnsentComment({ name: nick, email: mail, text: comment });
  const [failure] = checkUnsentComment(unsent, { email: true, textLimit: commentLimits.text });
  if (failure !== undefined) refuseComment(failure);
  // A field that people do not see and that bots fill in.
  if (website !== '') refuseComment('refused');
  if (gate.isReservedName(unsent.name)) refuseComment('name-refused');
  const state = await gate.threadState(pathOnSite(page, gate.settings.site), url);
  if (state !== 'open') refuseComment(state === 'closed' ? 'closed' : 'refused');
  const parent = pid === '' ? undefined : gate.findParent(pid, url);
  if (pid !== '' && parent === undefined) refuseComment('parent-gone');
  return { nick: unsent.name, mail: unsent.email, comment: unsent.text, link: '', ua: '', url, ...parent };
}

function refuseComment(failure: CommentFailure): never {
  throw new Refusal(422, failure);
}

/** Sets the status of a comment or pins it, for editors. */
export const changeComment: GateHandler = async ({ askWaline }, context) => {
  const { incoming } = context.env;
  requireAuthorization(incoming);
  const { status, sticky } = (await readBody(incoming)).fields;
  if (status !== undefined && !['approved', 'waiting', 'spam'].includes(status)) throw new Refusal(400, 'bad-request');
  const json = {
    ...(status !== undefined && { status }),
    ...(sticky !== undefined && { sticky: Number(sticky) }),
  };
  return askWaline(context, { method: 'PUT', path: `/api/comment/${context.req.param('id')}`, json });
};

/** Deletes a comment and its replies, for editors. */
export const deleteComment: GateHandler = ({ askWaline }, context) => {
  requireAuthorization(context.env.incoming);
  return askWaline(context, { method: 'DELETE', path: `/api/comment/${context.req.param('id')}` });
};

/** Signs in an editor and returns their token. */
export const signIn: GateHandler = async ({ askWaline }, context) => {
  const { email = '', password = '', code = '' } = (await readBody(context.env.incoming)).fields;
  return askWaline(context, { method: 'POST', path: '/api/token', json: { email, password, code } });
};
