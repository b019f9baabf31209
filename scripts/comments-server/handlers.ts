import type { IncomingMessage } from 'node:http';
import {
  type CommentFailure,
  checkUnsentComment,
  cleanUnsentComment,
  commentLimits,
} from '../../src/lib/comments/comment.ts';
import { isRecord } from '../../src/lib/comments/service.ts';
import type { EditorTokens } from './editor-tokens.ts';
import type { CommentIdentity } from './post-limits.ts';
import {
  type Fields,
  type GateContext,
  pathOnSite,
  Refusal,
  readBody,
  readForm,
  requireEditor,
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
  /** Stores a reader's comment, unless it is a duplicate or the reader wrote another one just now. */
  limitPosts(request: IncomingMessage, comment: CommentIdentity, store: () => Promise<Answer>): Promise<Answer>;
  editorTokens: EditorTokens;
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
  requireEditor(context);
  return ask({ type, status, ...numbers });
};

/** Stores a comment. The limits and the reserved names are for readers: the editor has neither. */
export const postComment: GateHandler = async (gate, context) => {
  const { incoming } = context.env;
  const isEditor = context.get('isEditor') === true;
  const { isForm, fields } = await readBody(incoming);
  if (isForm) context.set('form', fields);
  const json = await checkComment(gate, fields, isEditor);
  const store = () => gate.askWaline(context, { method: 'POST', path: '/api/comment?lang=en', json });
  return isEditor ? store() : gate.limitPosts(incoming, json, store);
};

/** Builds what is sent to Waline for a comment, or throws the first reason to refuse it. */
async function checkComment(
  gate: Gate,
  fields: Fields,
  isEditor: boolean,
): Promise<CommentIdentity & Record<string, string | number>> {
  const { nick = '', mail = '', comment = '', url = '', page = url, pid = '', website = '' } = fields;
  const unsent = cleanUnsentComment({ name: nick, email: mail, text: comment });
  const [failure] = checkUnsentComment(unsent, { email: true, textLimit: commentLimits.text });
  if (failure !== undefined) refuseComment(failure);
  // A field that people do not see and that bots fill in.
  if (website !== '') refuseComment('refused');
  const state = await gate.threadState(pathOnSite(page, gate.settings.site), url);
  if (!isEditor && gate.isReservedName(unsent.name)) refuseComment('name-refused');
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
  requireEditor(context);
  const { status, sticky } = (await readBody(context.env.incoming)).fields;
  if (status !== undefined && !['approved', 'waiting', 'spam'].includes(status)) throw new Refusal(400, 'bad-request');
  const json = {
    ...(status !== undefined && { status }),
    ...(sticky !== undefined && { sticky: Number(sticky) }),
  };
  return askWaline(context, { method: 'PUT', path: `/api/comment/${context.req.param('id')}`, json });
};

/** Deletes a comment and its replies, for editors. */
export const deleteComment: GateHandler = ({ askWaline }, context) => {
  requireEditor(context);
  return askWaline(context, { method: 'DELETE', path: `/api/comment/${context.req.param('id')}` });
};

/** Signs in the editor and returns a token of the gate. Whether e-mail address and password are right, Waline decides. */
export const signIn: GateHandler = async ({ askWaline, editorTokens }, context) => {
  const { email = '', password = '', code = '' } = (await readBody(context.env.incoming)).fields;
  const { status, body } = await askWaline(context, {
    method: 'POST',
    path: '/api/token',
    json: { email, password, code },
  });
  if (!isRecord(body) || !isRecord(body.data) || body.data.token === undefined) return { status, body };
  if (body.data.type !== 'administrator') throw new Refusal(401, 'unauthorized');
  return { status, body: { ...body, data: { ...body.data, token: await editorTokens.issue() } } };
};
