import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { type PasswordHash, readEditor, saveEditor } from './editor-account.ts';
import { describeFault } from './faults.ts';
import { namingFile } from './naming-file.ts';
import type { ServerSettings } from './settings.ts';
import type { WalineWorkerData } from './waline-worker.ts';

export interface RunningWaline {
  /** Listens on the loopback interface only. */
  origin: string;
  database: DatabaseSync;
  /** Signs Waline's tokens, and keys those of the gate and the readers' pseudonymous addresses. */
  secret: string;
  /** The token by which Waline knows the editor; undefined if there is none. */
  editorToken?: string;
  close(): void;
}

const databaseName = 'waline';

/**
 * Runs the Waline of an installation on SQLite, on the loopback interface, in a thread of its own: whatever Waline is
 * busy with, the gate answers.
 * @param words a comment with one of them waits for an editor
 */
export async function runWaline(
  installation: string,
  settings: ServerSettings,
  words: string[],
): Promise<RunningWaline> {
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const secret = readSecret(path.join(settings.dataDirectory, 'secret'));
  const file = path.join(settings.dataDirectory, `${databaseName}.sqlite`);
  // All threads have one time zone.
  process.env.TZ = 'UTC';
  const { database, editorToken } = namingFile(file, () => {
    const opened = openDatabase(file);
    return { database: opened, editorToken: prepareEditor(installation, opened, settings, secret) };
  });
  const worker = new Worker(new URL('./waline-worker.ts', import.meta.url), {
    env: { ...process.env, ...walineVariables(settings, secret) },
    workerData: { installation, words } satisfies WalineWorkerData,
  });
  const [origin] = (await once(worker, 'message')) as [string];
  worker.on('error', endProcess);
  return {
    origin,
    database,
    secret,
    ...(editorToken !== undefined && { editorToken }),
    close: () => {
      worker.off('error', endProcess);
      void worker.terminate();
      database.close();
    },
  };
}

/** Ends the process, because it is useless without Waline. A service manager starts it again. */
function endProcess(error: unknown): never {
  console.error(describeFault(error) ?? error);
  process.exit(1);
}

/**
 * Saves the editor of the settings, with the packages that Waline itself hashes passwords and signs tokens with. Returns
 * Waline's token of the editor.
 */
function prepareEditor(
  installation: string,
  database: DatabaseSync,
  { editor }: ServerSettings,
  secret: string,
): string | undefined {
  const require = createRequire(createRequire(path.join(installation, 'package.json')).resolve('@waline/vercel'));
  const { PasswordHash } = require('phpass') as { PasswordHash: new () => PasswordHash };
  const { sign } = require('jsonwebtoken') as { sign(payload: string, secret: string): string };
  if (editor !== undefined) saveEditor(database, editor, new PasswordHash());
  const account = readEditor(database);
  return account && sign(account.id, secret);
}

/** Waline's settings (https://waline.js.org/en/reference/server/env.html). */
function walineVariables(settings: ServerSettings, secret: string): Record<string, string> {
  return {
    // Waline writes its settings, the secret among them, below the system's directory for temporary files.
    [process.platform === 'win32' ? 'TEMP' : 'TMPDIR']: settings.dataDirectory,
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
    SITE_URL: settings.address,
  };
}

/**
 * Reads the secret, and creates it at the first start. Whoever has it can sign in as the editor. The file is moved to
 * its place when it is complete: a disk that is full must not leave an empty secret.
 */
function readSecret(file: string): string {
  try {
    const secret = namingFile(file, () => readFileSync(file, 'utf8').trim());
    if (secret !== '') return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('hex');
  const unfinished = `${file}.new`;
  namingFile(unfinished, () => writeFileSync(unfinished, secret, { mode: 0o600 }));
  renameSync(unfinished, file);
  return secret;
}
