import path from 'node:path';

/** What the server is run with; every part comes from a variable of the environment. */
export interface ServerSettings {
  /** The site's origin. Its pages alone may send comments, and they say which threads are open. */
  site: string;
  host: string;
  port: number;
  /** Where the database and the secret are. */
  dataDirectory: string;
  /** Whether an editor reads each comment before it is published. */
  moderated: boolean;
  /** How long a reader waits between two comments. */
  secondsBetweenComments: number;
  /** Whether requests come through a proxy that writes `X-Forwarded-For`. */
  trustsProxy: boolean;
  /** A file with one word or phrase in each line: comments that have one are kept for an editor. */
  wordsFile?: string;
  /** Names that readers may not take. */
  reservedNames: string[];
  /** Who moderates. Without it nobody can, and nobody can become it. */
  editor?: { name: string; email: string; password: string };
}

/** Where a variable is missing or cannot be read. The message says which, and what to write. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the settings from variables; `base` is what relative paths begin at. */
export function readSettings(variables: NodeJS.ProcessEnv, base: string): ServerSettings {
  const { COMMENTS_SITE, COMMENTS_HOST, COMMENTS_DATA, COMMENTS_WORDS, COMMENTS_NAMES } = variables;
  const { COMMENTS_EDITOR_NAME, COMMENTS_EDITOR_EMAIL, COMMENTS_EDITOR_PASSWORD } = variables;
  if (!COMMENTS_SITE || !isOrigin(COMMENTS_SITE)) {
    throw new SettingsError('اكتب عنوان الموقع في المتغيّر COMMENTS_SITE، مثل COMMENTS_SITE=https://news.example');
  }
  if (COMMENTS_EDITOR_EMAIL && (COMMENTS_EDITOR_PASSWORD ?? '').length < shortestPassword) {
    throw new SettingsError(
      `اكتب كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD، وأقلها ${shortestPassword} محرفًا.`,
    );
  }
  return {
    site: new URL(COMMENTS_SITE).origin,
    host: COMMENTS_HOST || '127.0.0.1',
    port: readNumber('COMMENTS_PORT', variables, 8360),
    dataDirectory: path.resolve(base, COMMENTS_DATA || 'comments-data'),
    moderated: readBoolean('COMMENTS_MODERATED', variables, true),
    secondsBetweenComments: readNumber('COMMENTS_SECONDS', variables, 60),
    trustsProxy: readBoolean('COMMENTS_PROXY', variables, false),
    ...(COMMENTS_WORDS && { wordsFile: path.resolve(base, COMMENTS_WORDS) }),
    reservedNames: (COMMENTS_NAMES ?? '').split(/[،,]/).filter((name) => name.trim() !== ''),
    ...(COMMENTS_EDITOR_EMAIL && {
      editor: {
        name: COMMENTS_EDITOR_NAME || 'التحرير',
        email: COMMENTS_EDITOR_EMAIL,
        password: COMMENTS_EDITOR_PASSWORD ?? '',
      },
    }),
  };
}

const shortestPassword = 12;

function isOrigin(written: string): boolean {
  return /^https?:\/\//.test(written) && URL.canParse(written) && new URL(written).pathname === '/';
}

function readNumber(name: string, variables: NodeJS.ProcessEnv, fallback: number): number {
  const written = variables[name];
  if (written === undefined || written === '') return fallback;
  if (!/^\d{1,6}$/.test(written)) throw new SettingsError(`اكتب في المتغيّر ${name} عددًا صحيحًا، مثل ${fallback}.`);
  return Number(written);
}

function readBoolean(name: string, variables: NodeJS.ProcessEnv, fallback: boolean): boolean {
  const written = variables[name];
  if (written === undefined || written === '') return fallback;
  if (written !== 'true' && written !== 'false')
    throw new SettingsError(`اكتب في المتغيّر ${name} إما true وإما false.`);
  return written === 'true';
}
