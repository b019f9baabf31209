import path from 'node:path';
import { sentences } from './sentences.ts';

/** The server's settings. Each comes from an environment variable; docs/comments.md lists them. */
export interface ServerSettings {
  /** The site's origin. Only its pages may send comments, and they say which threads are open. */
  site: string;
  /** The site's address: its origin, and the path that it lives below. Links in mails to the editor begin with it. */
  address: string;
  host: string;
  port: number;
  /** Holds the database and the secret. Absolute path. */
  dataDirectory: string;
  /** Whether an editor reads each comment before it is published. */
  moderated: boolean;
  /** How long a reader has to wait between two comments. */
  secondsBetweenComments: number;
  /** Whether requests come through a proxy that appends the client's address to `X-Forwarded-For`. */
  trustsProxy: boolean;
  /** A file with a word or phrase on each line. A comment that has one of them waits for an editor. Absolute path. */
  wordsFile?: string;
  /** Names that readers may not use, besides the site's title and the editor's name. */
  reservedNames: string[];
  /** How many days the token of an editor who has signed in is valid. */
  tokenDays: number;
  /** The account that moderates. Without it, the one of an earlier start remains; nobody can register as one. */
  editor?: { name: string; email: string; password: string };
}

/** A variable is missing or cannot be read. The message names it and says what to write. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const shortestPassword = 12;
/** The hash that Waline uses, bcrypt, reads no more of a password. */
const longestPassword = 72;

/** Reads the settings from environment variables. Relative paths are resolved against `base`. */
export function readSettings(variables: NodeJS.ProcessEnv, base: string): ServerSettings {
  const { COMMENTS_SITE, COMMENTS_HOST, COMMENTS_DATA, COMMENTS_WORDS, COMMENTS_NAMES } = variables;
  if (!COMMENTS_SITE || !isAddress(COMMENTS_SITE)) throw new SettingsError(sentences.siteMissing);
  const editor = readEditor(variables);
  return {
    site: new URL(COMMENTS_SITE).origin,
    address: COMMENTS_SITE.replace(/\/$/, ''),
    host: COMMENTS_HOST || '127.0.0.1',
    port: readNumber('COMMENTS_PORT', variables, { least: 0, most: 65_535, fallback: 8360 }),
    dataDirectory: path.resolve(base, COMMENTS_DATA || 'comments-data'),
    moderated: readBoolean('COMMENTS_MODERATED', variables, true),
    secondsBetweenComments: readNumber('COMMENTS_SECONDS', variables, { least: 0, most: 999_999, fallback: 60 }),
    trustsProxy: readBoolean('COMMENTS_PROXY', variables, false),
    ...(COMMENTS_WORDS && { wordsFile: path.resolve(base, COMMENTS_WORDS) }),
    reservedNames: [sentences.editor, ...(COMMENTS_NAMES ?? '').split(/[،,]/).filter((name) => name.trim() !== '')],
    tokenDays: readNumber('COMMENTS_TOKEN_DAYS', variables, { least: 1, most: 3650, fallback: 30 }),
    ...(editor && { editor }),
  };
}

function readEditor(variables: NodeJS.ProcessEnv): ServerSettings['editor'] {
  const { COMMENTS_EDITOR_NAME, COMMENTS_EDITOR_EMAIL, COMMENTS_EDITOR_PASSWORD: password = '' } = variables;
  if (!COMMENTS_EDITOR_EMAIL && password !== '') throw new SettingsError(sentences.emailMissing);
  if (!COMMENTS_EDITOR_EMAIL) return undefined;
  if (password.length < shortestPassword) throw new SettingsError(sentences.passwordTooShort(shortestPassword));
  if (password.length > longestPassword) throw new SettingsError(sentences.passwordTooLong(longestPassword));
  return { name: COMMENTS_EDITOR_NAME || sentences.editor, email: COMMENTS_EDITOR_EMAIL, password };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^?#]+$/.test(text) && URL.canParse(text);
}

interface NumberLimits {
  least: number;
  most: number;
  fallback: number;
}

function readNumber(name: string, variables: NodeJS.ProcessEnv, { least, most, fallback }: NumberLimits): number {
  const text = variables[name];
  if (text === undefined || text === '') return fallback;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new SettingsError(sentences.notANumber(name, least, most, fallback));
  return number;
}

function readBoolean(name: string, variables: NodeJS.ProcessEnv, fallback: boolean): boolean {
  const text = variables[name];
  if (text === undefined || text === '') return fallback;
  if (text !== 'true' && text !== 'false') throw new SettingsError(sentences.notABoolean(name));
  return text === 'true';
}
