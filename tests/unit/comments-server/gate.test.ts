import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { createGate } from '../../../scripts/comments-server/gate.ts';
import type { Gate } from '../../../scripts/comments-server/handlers.ts';
import type { Answer, WalineRequest } from '../../../scripts/comments-server/waline-client.ts';
import { incomingRequest, type RequestParts } from '../../support/incoming-request.ts';

const site = 'https://news.example';
const json = { 'content-type': 'application/json' };
const token = { authorization: 'Bearer abc.def' };
const forged = { authorization: 'Bearer abc.deg' };
const stored: Answer = {
  status: 200,
  body: { errno: 0, errmsg: '', data: { status: 'waiting', nick: 'هدى', ip: 'fd00::1' } },
};

interface GateParts {
  answer?: Answer;
  failure?: Error;
  trustsProxy?: boolean;
}

/** Opens a gate in front of a Waline that answers every request with `answer`, or fails. */
function openGate({ answer = stored, failure, trustsProxy = false }: GateParts = {}) {
  const asked: WalineRequest[] = [];
  const gate: Gate = {
    settings: { site, trustsProxy },
    askWaline: async (_context, request) => {
      asked.push(request);
      if (failure) throw failure;
      return answer;
    },
    threadState: async (page) => (page === '/closed/' ? 'closed' : page === '/open/' ? 'open' : 'unknown'),
    isReservedName: (name) => name === 'التحرير',
    findParent: (id, thread) => (id === '7' && thread === '/open/' ? { pid: 7, rid: 3 } : undefined),
    limitPosts: (_request, _comment, store) => store(),
    editorTokens: { issue: async () => 'abc.def', isValid: async (bearer) => bearer === 'abc.def' },
  };
  const app = createGate(Hono, gate);
  const send = async (method: string, path: string, parts: RequestParts = {}) => {
    const env: HttpBindings = incomingRequest(parts);
    const response = await app.fetch(new Request(`http://localhost${path}`, { method }), env);
    const body = await response.text();
    return { status: response.status, headers: response.headers, body: body === '' ? undefined : JSON.parse(body) };
  };
  return { asked, send, app };
}

const publicParts = { status: 'waiting', nick: 'هدى' };
const comment = { nick: 'هدى', mail: 'huda@mail.example', comment: 'شكرًا', url: '/open/', page: '/open/' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the gate refuses', () => {
  it.each<[what: string, method: string, path: string, parts: RequestParts, status: number, code: string]>([
    [
      'a page of another origin',
      'POST',
      '/api/comment',
      { headers: { origin: 'https://other.example' } },
      403,
      'refused',
    ],
    ['a page that hides its origin', 'POST', '/api/comment', { headers: { origin: 'null' } }, 403, 'refused'],
    ['every path that it does not know', 'GET', '/ui', {}, 404, 'not-found'],
    ['an encoded form of a path that it knows', 'GET', '/api/%63omment', {}, 404, 'not-found'],
    ['a path of two slashes', 'GET', '//', {}, 404, 'not-found'],
    ['a path after the name of another host', 'GET', '//other.example/api/comment', {}, 404, 'not-found'],
    ['a path with half an escape', 'GET', '/%', {}, 404, 'not-found'],
    ['to let anybody register', 'POST', '/api/user', { headers: json, body: '{}' }, 404, 'not-found'],
    ['an id of more than nine digits', 'DELETE', '/api/comment/1234567890', { headers: token }, 404, 'not-found'],
    ['methods that Waline is not asked with', 'PATCH', '/api/comment', {}, 405, 'method-not-allowed'],
    ['HEAD', 'HEAD', '/api/comment', {}, 405, ''],
    ['a change without a token', 'PUT', '/api/comment/7', { headers: json, body: '{}' }, 401, 'unauthorized'],
    ['a forged token for a change', 'PUT', '/api/comment/7', { headers: { ...json, ...forged } }, 401, 'unauthorized'],
    ['a forged token for a post', 'POST', '/api/comment', { headers: { ...json, ...forged } }, 401, 'unauthorized'],
    ['a forged token for reading', 'GET', '/api/comment?path=/open/', { headers: forged }, 401, 'unauthorized'],
    [
      'other schemes than bearer tokens for a change',
      'DELETE',
      '/api/comment/7',
      { headers: { authorization: 'Basic abc.def' } },
      401,
      'unauthorized',
    ],
    ['to list comments that wait without a token', 'GET', '/api/comment?type=list', {}, 401, 'unauthorized'],
    [
      'a page that is no number, before it asks for a token',
      'GET',
      '/api/comment?type=list&page=x',
      {},
      400,
      'bad-request',
    ],
    [
      'a status that Waline does not have',
      'PUT',
      '/api/comment/7',
      { headers: { ...json, ...token }, body: '{"status":"x"}' },
      400,
      'bad-request',
    ],
    [
      'a body of another type',
      'POST',
      '/api/comment',
      { headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a body over 64 KB',
      'POST',
      '/api/comment',
      { headers: { ...json, 'content-length': '70000' } },
      413,
      'text-too-long',
    ],
    ['a list for a body', 'POST', '/api/comment', { headers: json, body: '[]' }, 400, 'bad-request'],
  ])('%s', async (_what, method, path, parts, status, code) => {
    const { asked, send } = openGate();
    const answer = await send(method, path, parts);
    expect(answer.status).toBe(status);
    if (code !== '') expect(answer.body).toEqual({ errno: 1000 + status, errmsg: code });
    expect(answer.headers.get('access-control-allow-origin')).toBe(site);
    expect(asked).toEqual([]);
  });

  it.each<[what: string, fields: object, code: string]>([
    ['without a name', { nick: ' ' }, 'name-required'],
    ['in the field that only bots see', { website: 'x' }, 'refused'],
    ['under the name of the editors', { nick: 'التحرير' }, 'name-refused'],
    ['on a closed thread', { page: '/closed/' }, 'closed'],
    ['on a thread that no page has', { page: 'https://other.example/open/' }, 'refused'],
    ['in reply to one that is not published', { pid: '8' }, 'parent-gone'],
  ])('a comment %s', async (_what, fields, code) => {
    const { asked, send } = openGate();
    const parts = { headers: json, body: JSON.stringify({ ...comment, ...fields }) };
    expect(await send('POST', '/api/comment', parts)).toMatchObject({
      status: 422,
      body: { errno: 1422, errmsg: code },
    });
    expect(asked).toEqual([]);
  });

  it('the eleventh sign-in of a minute, whatever its body and wherever it is in its network', async () => {
    const { send } = openGate({ trustsProxy: true });
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      const headers = { ...json, 'x-forwarded-for': `2001:db8::${count}` };
      statuses.push((await send('POST', '/api/token', { headers, body: '{}' })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    const elsewhere = { ...json, 'x-forwarded-for': '2001:db8:0:1::1' };
    expect((await send('POST', '/api/token', { headers: elsewhere, body: '{}' })).status).toBe(200);
  });

  it('to sign in an account that is no editor', async () => {
    const { send } = openGate({ answer: { status: 200, body: { errno: 0, data: { type: 'guest', token: 'inner' } } } });
    const { status, body } = await send('POST', '/api/token', { headers: json, body: '{}' });
    expect([status, body]).toEqual([401, { errno: 1401, errmsg: 'unauthorized' }]);
  });

  it('a comment whose sender is gone before its end, without a word in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { send, asked } = openGate();
    expect((await send('POST', '/api/comment', { headers: json, failure: 'ECONNRESET' })).status).toBe(400);
    expect([asked, log.mock.calls]).toEqual([[], []]);
  });
});

describe('the gate asks Waline', () => {
  it.each<[what: string, method: string, path: string, parts: RequestParts, request: WalineRequest]>([
    [
      'for the comments of a page, without what it does not know',
      'GET',
      '/api/comment?path=/open/&x=1&pageSize=10',
      {},
      { method: 'GET', path: '/api/comment?path=%2Fopen%2F&sortBy=insertedAt_desc&page=1&pageSize=10' },
    ],
    [
      'for counts, without a name that occurs twice',
      'GET',
      '/api/comment?type=count&url=/a/&url=/b/',
      {},
      { method: 'GET', path: '/api/comment?type=count&url=' },
    ],
    [
      'to store a comment of its checked parts alone, with the top of its thread',
      'POST',
      '/api/comment',
      { headers: json, body: JSON.stringify({ ...comment, pid: '7', status: 'approved', link: 'javascript:0' }) },
      {
        method: 'POST',
        path: '/api/comment?lang=en',
        json: {
          nick: 'هدى',
          mail: 'huda@mail.example',
          comment: 'شكرًا',
          link: '',
          ua: '',
          url: '/open/',
          pid: 7,
          rid: 3,
        },
      },
    ],
    [
      'to change a status or to pin, and nothing else',
      'PUT',
      '/api/comment/12',
      { headers: { ...json, ...token }, body: '{"status":"spam","sticky":1,"orig":"x"}' },
      { method: 'PUT', path: '/api/comment/12', json: { status: 'spam', sticky: 1 } },
    ],
    ['to delete', 'DELETE', '/api/comment/12', { headers: token }, { method: 'DELETE', path: '/api/comment/12' }],
  ])('%s', async (_what, method, path, parts, request) => {
    const { asked, send } = openGate();
    expect((await send(method, path, parts)).status).toBe(200);
    expect(asked).toEqual([request]);
  });
});

describe('the gate answers', () => {
  const post = { headers: json, body: JSON.stringify(comment) };

  it('a preflight of any origin, for any path', async () => {
    const { status, headers } = await openGate().send('OPTIONS', '/x', {
      headers: { origin: 'https://other.example' },
    });
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST, PUT, DELETE']);
  });

  it.each<[what: string, answer: Answer, headers: Record<string, string>, data: unknown]>([
    ['readers with what pages show', stored, {}, { status: 'waiting', nick: 'هدى' }],
    ['readers with no more, whatever their authorization', stored, { authorization: 'Basic abc.def' }, publicParts],
    ['an editor with everything', stored, token, { status: 'waiting', nick: 'هدى', ip: 'fd00::1' }],
    [
      'the author of a suspect comment as if it waited',
      { status: 200, body: { errno: 0, data: { status: 'spam', mail: 'x' } } },
      {},
      { status: 'waiting' },
    ],
    [
      'pages of comments without private parts, replies included',
      {
        status: 200,
        body: { errno: 0, data: { count: 1, data: [{ nick: 'أ', ip: 'x', children: [{ nick: 'ب', mail: 'y' }] }] } },
      },
      {},
      { count: 1, data: [{ nick: 'أ', children: [{ nick: 'ب' }] }] },
    ],
  ])('%s', async (_what, answer, headers, data) => {
    const { body } = await openGate({ answer }).send('POST', '/api/comment', {
      ...post,
      headers: { ...json, ...headers },
    });
    expect(body.data).toEqual(data);
  });

  it('a sign-in with a token of its own instead of that of Waline', async () => {
    const account = { type: 'administrator', email: 'editor@mail.example' };
    const answer = { status: 200, body: { errno: 0, data: { ...account, token: 'inner' } } };
    const { body } = await openGate({ answer }).send('POST', '/api/token', { headers: json, body: '{}' });
    expect(body.data).toEqual({ ...account, token: 'abc.def' });
  });

  it('an editor who signs as the editors, whom it does not limit', async () => {
    const { send, asked } = openGate();
    const body = JSON.stringify({ ...comment, nick: 'التحرير' });
    expect((await send('POST', '/api/comment', { headers: { ...json, ...token }, body })).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it.each<[what: string, failure: Error, status: number, logged: unknown]>([
    [
      'a fault of the system, which it logs in one sentence',
      Object.assign(new Error('write'), { code: 'ENOSPC', path: 'waline.sqlite' }),
      503,
      'امتلأ القرص فلم يُكتب waline.sqlite. أفرغ منه شيئًا، ثم أعد الأمر.',
    ],
    ['a fault of its own, which it logs with its trace', new TypeError('x'), 500, expect.any(TypeError)],
  ])('as if it were down for %s', async (_what, failure, status, logged) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await openGate({ failure }).send('POST', '/api/comment', post);
    expect([answer.status, answer.body]).toEqual([status, { errno: 1000 + status, errmsg: 'down' }]);
    expect(log.mock.calls).toEqual([[logged]]);
  });

  it('with the codes of pages for what Waline refuses', async () => {
    const { send } = openGate({
      answer: { status: 200, body: { errno: 1000, errmsg: 'Duplicate Content', data: {} } },
    });
    expect((await send('POST', '/api/comment', post)).body).toMatchObject({ errno: 1000, errmsg: 'duplicate' });
  });

  it.each<[what: string, fields: object, place: string]>([
    ['that was stored', {}, '/open/#comment-outcome-pending'],
    ['that was refused', { nick: '' }, '/open/#comment-outcome-name-required'],
    ['of a page elsewhere', { page: 'https://other.example/' }, '/#comment-outcome-refused'],
  ])('a plain form %s with the way back to the page', async (_what, fields, place) => {
    const body = new URLSearchParams({ ...comment, ...fields }).toString();
    const { status, headers } = await openGate().send('POST', '/api/comment', { headers: form, body });
    expect([status, headers.get('location')]).toEqual([303, site + place]);
  });
});

describe('a request for', () => {
  it.each<[target: string, status: number]>([
    ['//', 404],
    ['///', 404],
    ['//other.example/api/comment', 404],
    ['/%', 404],
    ['/%00', 404],
    ['/[', 404],
    ['//[', 404],
    ['http://other.example//', 404],
    ['http://[', 400],
    ['http:///', 400],
    ['*', 400],
    ['?path=/open/', 400],
    ['/\\', 400],
  ])('%s is answered with %i', async (target, status) => {
    const { app, asked } = openGate();
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false })).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(asked).toEqual([]);
    server.close();
  });
});
