import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { listen } from './listen.ts';
import type { ServerSettings } from './settings.ts';

export interface RunningWaline {
  /** Listens on the loopback interface only. */
  origin: string;
  database: DatabaseSync;
  /** Signs Waline's tokens and keys the readers' pseudonymous addresses. */
  secret: string;
  close(): void;
}

type WordFilter = (text: string) => boolean;

const databaseName = 'waline';

/**
 * Runs the Waline of an installation on SQLite, on the loopback interface. A process can run only one, because Waline
 * reads its settings from environment variables when it is loaded.
 * @param isSuspect returns whether an editor must see a text before it is published
 */
export async function runWaline(
  installation: string,
  settings: ServerSettings,
  isSuspect: WordFilter,
): Promise<RunningWaline> {
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const secret = readSecret(path.join(settings.dataDirectory, 'secret'));
  const database = openDatabase(path.join(settings.dataDirectory, `${databaseName}.sqlite`));
  Object.assign(process.env, walineVariables(settings, secret));
  const server = createServer(loadWaline(installation, isSuspect));
  const origin = await listen(server, 0, '127.0.0.1');
  return {
    origin,
    database,
    secret,
    close: () => {
      server.close();
      server.closeAllConnections();
      database.close();
    },
  };
}

/** Waline's settings (https://waline.js.org/en/reference/server/env.html). */
function walineVariables(settings: ServerSettings, secret: string): Record<string, string> {
  return {
    TZ: 'UTC',
    SQLITE_PATH: settings.dataDirectory,
    SQLITE_DB: databaseName,
    JWT_TOKEN: secret,
    // By default, Waline contacts other hosts for logins, spam checks, avatars and locations. These settings keep
    // readers' data on this machine.
    OAUTH_URL: 'data:application/json,{"services":[]}',
    AKISMET_KEY: 'false',
    GRAVATAR_STR: 'about:blank',
    DISABLE_USERAGENT: 'true',
    DISABLE_REGION: 'true',
    MARKDOWN_TEX: 'false',
    MARKDOWN_EMOJI: 'false',
    MARKDOWN_HIGHLIGHT: 'false',
    COMMENT_AUDIT: String(settings.moderated),
    IPQPS: String(settings.secondsBetweenComments),
    SITE_NAME: new URL(settings.site).hostname,
    SITE_URL: settings.site,
  };
}

/** A comment as Waline passes it to its `preSave` hook. */
interface UnsavedComment {
  comment: string;
  status: string;
}

function loadWaline(installation: string, isSuspect: WordFilter): RequestListener {
  const require = createRequire(path.join(installation, 'package.json'));
  const createWaline = require('@waline/vercel') as (config: object) => RequestListener;
  const preSave = (data: UnsavedComment): void => {
    if (isSuspect(data.comment)) data.status = 'spam';
  };
  const handle = createWaline({ env: 'production', plugins: [{ hooks: { preSave } }] });
  // Waline's log would hold every SQL statement, with names, addresses and passwords.
  const { think } = globalThis as unknown as { think: { logger: Record<'info' | 'debug', () => void> } };
  Object.assign(think.logger, { info: () => {}, debug: () => {} });
  return handle;
}

/** Reads the secret, and creates it at the first start. Whoever has it can sign in as the editor. */
function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const secret = randomBytes(32).toString('hex');
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}

/**
 * Creates the tables of Waline 1.39, because its package does not. `insertedAt` defaults to the database's clock,
 * because Waline's model drops the value that Waline sets; without it, comments have no date and the limit per reader
 * does not work.
 */
function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  const times = ['createdAt', 'updatedAt'].map((name) => `"${name}" DATETIME DEFAULT (datetime('now','localtime'))`);
  const texts = (...names: string[]) => names.map((name) => `"${name}" TEXT`);
  const table = (name: string, columns: string[]) =>
    `CREATE TABLE IF NOT EXISTS wl_${name} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${[...columns, ...times].join(', ')});`;
  database.exec(`PRAGMA journal_mode = WAL;
    ${table('Comment', [
      'user_id INTEGER',
      "insertedAt DATETIME DEFAULT (datetime('now','localtime'))",
      ...texts('comment', 'ip', 'link', 'mail', 'nick', 'ua', 'url'),
      'rid INTEGER',
      'pid INTEGER',
      'sticky NUMERIC',
      'status TEXT NOT NULL',
      '"like" INTEGER',
    ])}
    ${table('Counter', ['time INTEGER', ...Array.from({ length: 9 }, (_, at) => `reaction${at} INTEGER`), 'url TEXT'])}
    ${table('Users', [
      ...['display_name', 'email', 'password', 'type'].map((name) => `"${name}" TEXT NOT NULL DEFAULT ''`),
      ...texts(
        'label',
        'url',
        'avatar',
        '2fa',
        'github',
        'twitter',
        'facebook',
        'google',
        'weibo',
        'qq',
        'oidc',
        'huawei',
      ),
    ])}
    CREATE INDEX IF NOT EXISTS wl_Comment_url ON wl_Comment (url);
    CREATE INDEX IF NOT EXISTS wl_Comment_ip ON wl_Comment (ip, insertedAt);`);
  return database;
}
