import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ServerSettings } from './settings.ts';

/** A comment on its way into the database, as Waline's hook gives it. */
interface SavedComment {
  comment: string;
  status: string;
}

export interface RunningWaline {
  /** Where it listens, for this machine alone. */
  origin: string;
  database: DatabaseSync;
  secret: string;
  close(): void;
}

const databaseName = 'waline';

/**
 * Runs the Waline of an installation on SQLite, reachable from this machine alone and without a word to any other: its
 * defaults ask other hosts about logins, spam, avatars and places. Waline reads its settings from the environment when it is
 * loaded, so that a process can run one.
 * @param isSuspect says of a text whether an editor must see it first
 */
export async function runWaline(
  installation: string,
  settings: ServerSettings,
  isSuspect: (text: string) => boolean,
): Promise<RunningWaline> {
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const secret = readSecret(path.join(settings.dataDirectory, 'secret'));
  const database = openDatabase(path.join(settings.dataDirectory, `${databaseName}.sqlite`));
  Object.assign(process.env, {
    TZ: 'UTC',
    SQLITE_PATH: settings.dataDirectory,
    SQLITE_DB: databaseName,
    JWT_TOKEN: secret,
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
  });
  const require = createRequire(path.join(installation, 'package.json'));
  const createWaline = require('@waline/vercel') as (config: object) => RequestListener;
  const preSave = (data: SavedComment): void => {
    if (isSuspect(data.comment)) data.status = 'spam';
  };
  const handle = createWaline({ env: 'production', plugins: [{ hooks: { preSave } }] });
  // Its log has every statement, with names, addresses and passwords.
  const { think } = globalThis as unknown as { think: { logger: Record<'info' | 'debug', () => void> } };
  Object.assign(think.logger, { info: () => {}, debug: () => {} });
  const server = createServer(handle);
  await listen(server, 0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    database,
    secret,
    close: () => {
      server.close();
      server.closeAllConnections();
      database.close();
    },
  };
}

export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Made at the first start; whoever has it can sign in as the editor. */
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
 * The tables of Waline 1.39, which its package does not make. `insertedAt` has the database's clock: the model loses the
 * time that Waline gives it, and without one comments have no date and no limit.
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
