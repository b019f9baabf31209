import { writeFileSync } from 'node:fs';

/**
 * The codes of errors that come from the system and not from the content: a full or failing disk, missing permission, too many open
 * files. Whoever reads content must not take them for mistakes of its author.
 */
const systemErrorCodes = ['EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO', 'ENOSPC', 'EROFS', 'ENOMEM'];

export function isSystemError(error: unknown): boolean {
  return systemErrorCodes.includes(String((error as { code?: unknown } | undefined)?.code));
}

/** Writes a file. An error of the write itself, such as a full disk, has no path in Node: it gets one here. */
export function writeNamedFile(file: string, content: Uint8Array | string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw withPath(error, file);
  }
}

/** Adds the path to a system error that lacks it. */
export function withPath(error: unknown, file: string): unknown {
  const { code, path } = error as { code?: unknown; path?: unknown };
  return error instanceof Error && code !== undefined && path === undefined
    ? Object.assign(error, { path: file })
    : error;
}
