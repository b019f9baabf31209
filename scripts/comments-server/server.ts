import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CommentFailure,
  checkUnsentComment,
  cleanUnsentComment,
  commentLimits,
} from '../../src/lib/comments/comment.ts';
import { isRecord, recordsIn } from '../../src/lib/comments/service.ts';
import { Refusal, readBody, readForm } from './requests.ts';
import type { ServerSettings } from './settings.ts';
import { createThreadPages } from './thread-pages.ts';
import { listen, type RunningWaline, runWaline } from './waline.ts';
import { createNameFilter, createWordFilter, readWords } from './word-filter.ts';

export interface CommentsServer {
  origin: string;
  close(): void;
}

interface Answer {
  status: number;
  body: unknown;
}

const seconds = 1000;
const signInsPerMinute = 10;

/**
 * Runs Waline behind a gate that lets through what a reader, the site's own scripts and an editor need, each rebuilt from
 * its checked parts: https://waline.js.org takes anything from anyone.
 */
export async function startCommentsServer(installation: string, settings: ServerSettings): Promise<CommentsServer> {
  const words = settings.wordsFile === undefined ? [] : readWords(readFileSync(settings.wordsFile, 'utf8'));
  const waline = await runWaline(installation, settings, createWordFilter(words));
  await registerEditor(waline, settings);
  const respond = createGate(waline, settings);
  const server = createServer((request, response) => {
    respond(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.headersTimeout = 10 * seconds;
  server.requestTimeout = 20 * seconds;
  await listen(server, settings.port, settings.host);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${settings.host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
      waline.close();
    },
  };
}

/** The first user of a Waline is its administrator: nobody else may be that. */
async function registerEditor({ origin }: RunningWaline, { editor }: ServerSettings): Promise<void> {
  if (editor === undefined) return;
  const { name, email, password } = editor;
  await fetch(`${origin}/api/user?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ display_name: name, email, password, url: '' }),
  });
}

function createGate(waline: RunningWaline, settings: ServerSettings) {
  const stateOf = createThreadPages(settings.site);
  const isReserved = createNameFilter(settings.reservedNames);
  const findParent = waline.database.prepare(
    "SELECT id, rid FROM wl_Comment WHERE id = ? AND url = ? AND status NOT IN ('waiting', 'spam')",
  );
  const signIns = new Map<string, number>();
  setInterval(() => signIns.clear(), 60 * seconds).unref();
  let turn: Promise<unknown> = Promise.resolve();

  const ask = async (request: IncomingMessage, method: string, path: string, json?: unknown): Promise<Answer> => {
    const { authorization } = request.headers;
    const response = await fetch(waline.origin + path, {
      method,
      headers: {
        'x-forwarded-for': disguise(addressOf(request, settings.trustsProxy), waline.secret),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(authorization !== undefined && { authorization }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };

  /** One after the other: Waline looks for a duplicate and then stores, and two at once would both find none. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const post = async (request: IncomingMessage, fields: Record<string, string>): Promise<Answer> => {
    const { nick = '', mail = '', comment = '', url = '', page = url, pid = '', website = '' } = fields;
    const draft = cleanUnsentComment({ name: nick, email: mail, text: comment });
    const [failure] = checkUnsentComment(draft, { email: true, textLimit: commentLimits.text });
    if (failure !== undefined) throw new Refusal(422, failure);
    if (website !== '') throw new Refusal(422, 'refused' satisfies CommentFailure);
    if (isReserved(draft.name)) throw new Refusal(422, 'name-refused' satisfies CommentFailure);
    const state = await stateOf(pathIn(page, settings.site), url);
    if (state !== 'open') throw new Refusal(422, state === 'closed' ? 'closed' : 'refused');
    const parent = pid === '' ? undefined : findParent.get(Number(pid), url);
    if (pid !== '' && parent === undefined) throw new Refusal(422, 'parent-gone' satisfies CommentFailure);
    const answers = parent && { pid: Number(parent.id), rid: Number(parent.rid ?? 0) || Number(parent.id) };
    const json = { nick: draft.name, mail: draft.email, comment: draft.text, link: '', ua: '', url, ...answers };
    return inTurn(() => ask(request, 'POST', '/api/comment?lang=en', json));
  };

  const readComments = (request: IncomingMessage, query: Record<string, string>): Promise<Answer> => {
    const { type, path = '', url = '', page = '1', pageSize = '50', sortBy = 'insertedAt_desc', status = '' } = query;
    if (type === 'count') return ask(request, 'GET', `/api/comment?${new URLSearchParams({ type, url })}`);
    const numbers = { page: wholeNumber(page), pageSize: wholeNumber(pageSize) };
    if (type === 'list') {
      requireAuthorization(request);
      return ask(request, 'GET', `/api/comment?${new URLSearchParams({ type, status, ...numbers })}`);
    }
    return ask(request, 'GET', `/api/comment?${new URLSearchParams({ path, sortBy, ...numbers })}`);
  };

  const moderate = async (request: IncomingMessage, id: string): Promise<Answer> => {
    requireAuthorization(request);
    if (request.method === 'DELETE') return ask(request, 'DELETE', `/api/comment/${id}`);
    const { status, sticky } = (await readBody(request)).fields;
    if (status !== undefined && !['approved', 'waiting', 'spam'].includes(status))
      throw new Refusal(400, 'bad-request');
    const changes = {
      ...(status !== undefined && { status }),
      ...(sticky !== undefined && { sticky: Number(sticky) }),
    };
    return ask(request, 'PUT', `/api/comment/${id}`, changes);
  };

  const signIn = async (request: IncomingMessage): Promise<Answer> => {
    const address = addressOf(request, settings.trustsProxy);
    const tries = (signIns.get(address) ?? 0) + 1;
    signIns.set(address, tries);
    if (tries > signInsPerMinute) throw new Refusal(429, 'rate-limit' satisfies CommentFailure);
    const { email = '', password = '', code = '' } = (await readBody(request)).fields;
    return ask(request, 'POST', '/api/token', { email, password, code });
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { method = 'GET' } = request;
    const { origin } = request.headers;
    response.setHeader('access-control-allow-origin', settings.site);
    response.setHeader('vary', 'origin');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'access-control-allow-headers': 'content-type, authorization',
        'access-control-max-age': '86400',
      });
      response.end();
      return;
    }
    let form: Record<string, string> | undefined;
    try {
      if (method !== 'GET' && origin !== undefined && origin !== 'null' && origin !== settings.site) {
        throw new Refusal(403, 'refused');
      }
      const id = /^\/api\/comment\/(\d{1,9})$/.exec(pathname)?.[1];
      let answer: Answer;
      if (pathname === '/' && method === 'GET') answer = { status: 200, body: { errno: 0 } };
      else if (pathname === '/api/token' && method === 'POST') answer = await signIn(request);
      else if (id !== undefined && (method === 'PUT' || method === 'DELETE')) answer = await moderate(request, id);
      else if (pathname !== '/api/comment') throw new Refusal(404, 'not-found');
      else if (method === 'GET') answer = await readComments(request, readForm(searchParams));
      else if (method === 'POST') {
        const { isForm, fields } = await readBody(request);
        if (isForm) form = fields;
        answer = await post(request, fields);
      } else throw new Refusal(405, 'method-not-allowed');
      finish(response, settings, withoutPrivateParts(answer, request), form);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      finish(
        response,
        settings,
        { status: error.status, body: { errno: 1000 + error.status, errmsg: error.message } },
        form,
      );
    }
  };
}

/** What Waline calls its refusals, as the page knows them. */
const walineFailures: Readonly<Record<string, CommentFailure>> = {
  'Duplicate Content': 'duplicate',
  'Comment too fast!': 'rate-limit',
};

/** JSON for scripts; for a plain form, the way back to the sentence in the page that says what became of the comment. */
function finish(
  response: ServerResponse,
  { site }: ServerSettings,
  { status, body }: Answer,
  form: Record<string, string> | undefined,
): void {
  const { errno, errmsg, data } = isRecord(body) ? body : { errno: status, errmsg: undefined, data: undefined };
  const code = typeof errmsg === 'string' ? (walineFailures[errmsg] ?? errmsg) : errmsg;
  if (form === undefined) {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify(isRecord(body) ? { ...body, errmsg: code } : { errno: status }));
    return;
  }
  const isStored = errno === 0 && isRecord(data);
  const outcome = isStored ? (data.status === 'approved' ? 'published' : 'pending') : (code ?? 'unknown');
  const back = new URL(pathIn(form.page ?? '/', site), site);
  back.hash = `comment-outcome-${outcome}`;
  response.writeHead(303, { location: back.href });
  response.end();
}

const publicParts = ['objectId', 'pid', 'rid', 'nick', 'orig', 'time', 'sticky', 'status', 'type'];

/** An editor sees what Waline gives; readers, what the page shows. A suspect comment is to its author one that waits. */
function withoutPrivateParts({ status, body }: Answer, request: IncomingMessage): Answer {
  if (request.headers.authorization !== undefined || !isRecord(body) || !isRecord(body.data)) return { status, body };
  const pick = (entry: Record<string, unknown>) => ({
    ...Object.fromEntries(publicParts.filter((part) => part in entry).map((part) => [part, entry[part]])),
    ...(entry.status === 'spam' && { status: 'waiting' }),
  });
  const { data } = body;
  if ('token' in data) return { status, body };
  if (!Array.isArray(data.data)) return { status, body: { ...body, data: pick(data) } };
  const roots = recordsIn(data.data).map((root) => ({ ...pick(root), children: recordsIn(root.children).map(pick) }));
  return { status, body: { ...body, data: { ...data, data: roots } } };
}

function requireAuthorization({ headers }: IncomingMessage): void {
  if (!/^Bearer [\w.-]+$/.test(headers.authorization ?? '')) throw new Refusal(401, 'unauthorized');
}

function wholeNumber(written: string): string {
  if (!/^[1-9]\d{0,4}$/.test(written)) throw new Refusal(400, 'bad-request');
  return written;
}

/** A path of the site; the front page where `written` would lead anywhere else. */
function pathIn(written: string, site: string): string {
  if (!written.startsWith('/') || !URL.canParse(written, site)) return '/';
  const address = new URL(written, site);
  return address.origin === site ? address.pathname : '/';
}

/** Whoever writes `X-Forwarded-For` is believed only where it is our proxy, which adds the last address in it. */
function addressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const last = trustsProxy ? forwarded.split(',').at(-1)?.trim() : undefined;
  return last || (request.socket.remoteAddress ?? '');
}

/** An address of the same reader, and of nobody else: the database learns no reader's own. */
function disguise(address: string, secret: string): string {
  const digits = createHmac('sha256', secret).update(address).digest('hex').slice(0, 30);
  return `fd${digits}`.match(/.{4}/g)?.join(':') ?? '';
}
