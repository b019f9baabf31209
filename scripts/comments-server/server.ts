import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readEditor } from './editor-account.ts';
import { createEditorTokens } from './editor-tokens.ts';
import { createGate } from './gate.ts';
import type { Gate, ParentIds } from './handlers.ts';
import { listen } from './listen.ts';
import { namingFile } from './naming-file.ts';
import { createPostLimits } from './post-limits.ts';
import { addressOf, pseudonymousAddress } from './reader-address.ts';
import { createNameFilter } from './reserved-names.ts';
import { sentences } from './sentences.ts';
import { type ServerSettings, SettingsError } from './settings.ts';
import { createThreadPages } from './thread-pages.ts';
import { type RunningWaline, runWaline } from './waline.ts';
import { createWalineClient } from './waline-client.ts';
import { readWords } from './word-filter.ts';

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
  const waline = await runWaline(installation, settings, loadWords(settings));
  const require = createRequire(path.join(installation, 'package.json'));
  const { Hono } = require('hono') as typeof import('hono');
  const jwt = require('hono/jwt') as typeof import('hono/jwt');
  const { getRequestListener } = require('@hono/node-server') as typeof import('@hono/node-server');
  const app = createGate(Hono, openGate(waline, settings, jwt));
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

function loadWords({ wordsFile }: ServerSettings): string[] {
  if (wordsFile === undefined) return [];
  if (!existsSync(wordsFile)) throw new SettingsError(sentences.wordsFileMissing(wordsFile));
  return readWords(namingFile(wordsFile, () => readFileSync(wordsFile, 'utf8')));
}

function openGate(waline: RunningWaline, settings: ServerSettings, jwt: typeof import('hono/jwt')): Gate {
  const { database, secret } = waline;
  const { site, trustsProxy, reservedNames, secondsBetweenComments, tokenDays } = settings;
  const pages = createThreadPages(site);
  const limitPosts = createPostLimits(database, secondsBetweenComments);
  return {
    settings,
    askWaline: createWalineClient(waline, settings),
    threadState: pages.stateOf,
    isReservedName: (name) =>
      createNameFilter([...reservedNames, readEditor(database)?.name ?? '', pages.siteTitle() ?? ''])(name),
    findParent: createParentLookup(waline),
    limitPosts: (request, comment, store) =>
      limitPosts(pseudonymousAddress(addressOf(request, trustsProxy), secret), comment, store),
    editorTokens: createEditorTokens(jwt, secret, () => readEditor(database), tokenDays),
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
