import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createGate } from './gate.ts';
import type { Gate, ParentIds } from './handlers.ts';
import { listen } from './listen.ts';
import type { ServerSettings } from './settings.ts';
import { createThreadPages } from './thread-pages.ts';
import { type RunningWaline, runWaline } from './waline.ts';
import { createWalineClient } from './waline-client.ts';
import { createNameFilter, createWordFilter, readWords } from './word-filter.ts';

export interface CommentsServer {
  origin: string;
  close(): void;
}

const headersTimeoutMs = 10_000;
const requestTimeoutMs = 20_000;

/**
 * Runs the Waline of an installation (see `installWaline`), and the gate in front of it. Only the gate can be reached
 * from other machines.
 */
export async function startCommentsServer(installation: string, settings: ServerSettings): Promise<CommentsServer> {
  const words = settings.wordsFile === undefined ? [] : readWords(readFileSync(settings.wordsFile, 'utf8'));
  const waline = await runWaline(installation, settings, createWordFilter(words));
  await registerEditor(waline, settings);
  const require = createRequire(path.join(installation, 'package.json'));
  const { Hono } = require('hono') as typeof import('hono');
  const { getRequestListener } = require('@hono/node-server') as typeof import('@hono/node-server');
  const app = createGate(Hono, openGate(waline, settings));
  // Hono must not replace Node's global objects, because Waline runs in the same process.
  const server = createServer(getRequestListener(app.fetch, { hostname: 'localhost', overrideGlobalObjects: false }));
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  const origin = await listen(server, settings.port, settings.host);
  return {
    origin,
    close: () => {
      server.close();
      server.closeAllConnections();
      waline.close();
    },
  };
}

/** Registers the editor. Waline makes its first user the administrator, and nobody can register through the gate. */
async function registerEditor({ origin }: RunningWaline, { editor }: ServerSettings): Promise<void> {
  if (editor === undefined) return;
  const { name, email, password } = editor;
  await fetch(`${origin}/api/user?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ display_name: name, email, password, url: '' }),
  });
}

function openGate(waline: RunningWaline, settings: ServerSettings): Gate {
  return {
    settings,
    askWaline: createWalineClient(waline, settings),
    threadState: createThreadPages(settings.site),
    isReservedName: createNameFilter(settings.reservedNames),
    findParent: createParentLookup(waline),
    queue: createQueue(),
  };
}

function createParentLookup({ database }: RunningWaline): Gate['findParent'] {
  const select = database.prepare(
    "SELECT id, rid FROM wl_Comment WHERE id = ? AND url = ? AND status NOT IN ('waiting', 'spam')",
  );
  return (id, thread): ParentIds | undefined => {
    const parent = select.get(Number(id), thread);
    return parent && { pid: Number(parent.id), rid: Number(parent.rid ?? 0) || Number(parent.id) };
  };
}

function createQueue(): Gate['queue'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
