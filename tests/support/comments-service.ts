import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { environmentOutsideTests, projectDirectory } from './build-site.ts';

/** Where Waline is installed: the same place as for `npm run comments:server`. */
export const commentsCache = path.join(projectDirectory, '.cache/comments-server');

/** The account that moderates unless a test names another one. */
export const editor = { email: 'editor@example.com', password: 'a-long-password' };

/** A comment in the service's database. */
export interface StoredComment {
  objectId: number;
  nick: string;
  orig: string;
  mail: string;
  ip: string;
  url: string;
  status: string;
}

interface ServiceAnswer {
  status: number;
  data?: unknown;
  errno?: number;
  errmsg?: string;
}

export interface CommentsService {
  origin: string;
  /** The `authorization` of the editor. */
  token: string;
  stop(): Promise<void>;
  /** Sends a request. */
  call(method: string, address: string, json?: object, authorization?: string): Promise<ServiceAnswer>;
  /** Returns the comments of a thread that have this status, newest first. */
  stored(thread: string, status: 'waiting' | 'approved' | 'spam'): Promise<StoredComment[]>;
  change(id: number, changes: { status?: string; sticky?: number }): Promise<void>;
  /** Publishes all comments of a thread that wait for approval. */
  approveAll(thread: string): Promise<void>;
  /** Posts a comment, as a reader unless `as` says otherwise. */
  write(fields: Record<string, string>, as?: 'editor' | 'reader'): Promise<{ status: number; errmsg?: string }>;
}

interface ServiceOptions {
  site: string;
  port: number;
  dataDirectory: string;
  variables?: Record<string, string>;
  /** Whom to sign in. */
  as?: typeof editor;
}

/** Finds a port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts `scripts/comments-server` in a process of its own, with the editor signed in. */
export async function runCommentsService({
  site,
  port,
  dataDirectory,
  variables,
  as = editor,
}: ServiceOptions): Promise<CommentsService> {
  const child = spawn(process.execPath, ['scripts/comments-server/start.ts'], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentOutsideTests(),
      COMMENTS_CACHE: commentsCache,
      COMMENTS_SITE: site,
      COMMENTS_PORT: String(port),
      COMMENTS_DATA: dataDirectory,
      COMMENTS_SECONDS: '0',
      COMMENTS_EDITOR_EMAIL: as.email,
      COMMENTS_EDITOR_PASSWORD: as.password,
      ...variables,
    },
  });
  const printed: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const note = (chunk: Buffer) => {
      printed.push(chunk.toString());
      if (printed.join('').includes('خدمة التعليقات تعمل')) resolve();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('exit', (code) => reject(new Error(`The comments server ended with ${code}:\n${printed.join('')}`)));
  });

  const origin = `http://127.0.0.1:${port}`;
  const call: CommentsService['call'] = async (method, address, json, authorization) => {
    const response = await fetch(origin + address, {
      method,
      headers: {
        ...(json && { 'content-type': 'application/json' }),
        ...(authorization !== undefined && { authorization }),
      },
      ...(json && { body: JSON.stringify(json) }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const signIn = async () => {
    const { data } = await call('POST', '/api/token', as);
    return `Bearer ${(data as { token: string }).token}`;
  };
  const token = await signIn();
  const stored: CommentsService['stored'] = async (thread, status) => {
    const { data } = await call('GET', `/api/comment?type=list&status=${status}&pageSize=100`, undefined, token);
    return (data as { data: StoredComment[] }).data.filter(({ url }) => url === thread);
  };
  const change: CommentsService['change'] = async (id, changes) => {
    await call('PUT', `/api/comment/${id}`, changes, token);
  };
  return {
    origin,
    token,
    call,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    stored,
    change,
    approveAll: async (thread) => {
      for (const { objectId } of await stored(thread, 'waiting')) await change(objectId, { status: 'approved' });
    },
    write: async (fields, as = 'reader') => call('POST', '/api/comment', fields, as === 'editor' ? token : undefined),
  };
}
