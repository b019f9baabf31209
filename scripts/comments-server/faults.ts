import { describeSystemFault } from '../../src/strings/system-faults.ts';
import { InstallationError } from './install.ts';
import { sentences } from './sentences.ts';
import { SettingsError } from './settings.ts';

/** The parts of an error of Node or of `node:sqlite` that a sentence is made of. */
interface FaultParts {
  code?: unknown;
  /** The result code of SQLite (https://www.sqlite.org/rescode.html). */
  errcode?: unknown;
  path?: unknown;
  syscall?: unknown;
  port?: unknown;
  hostname?: unknown;
}

/**
 * Describes a fault to whoever runs the server: what is wrong, where, and what to do. Undefined if the error is neither
 * of the system nor of the settings.
 */
export function describeFault(error: unknown): string | undefined {
  if (error instanceof SettingsError || error instanceof InstallationError) return error.message;
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, errcode, path, syscall, port, hostname } = error as FaultParts;
  if (code === 'ERR_SQLITE_ERROR') return describeDatabaseFault(Number(errcode), String(path ?? 'waline.sqlite'));
  if (code === 'EACCES' && syscall === 'listen') return sentences.portNotAllowed(String(port));
  if (code === 'ENOTFOUND' && syscall === 'getaddrinfo') return sentences.hostUnknown(String(hostname));
  return describeSystemFault(error);
}

/** The sentences about faults of a database, by SQLite's primary result codes. */
const databaseFaults: Readonly<Record<number, (file: string) => string>> = {
  3: sentences.databaseNotAllowed,
  5: sentences.databaseInUse,
  8: sentences.databaseNotAllowed,
  10: sentences.databaseUnwritable,
  11: sentences.databaseDamaged,
  13: sentences.diskFull,
  14: sentences.databaseNotAllowed,
  26: sentences.databaseDamaged,
};

function describeDatabaseFault(resultCode: number, file: string): string | undefined {
  return databaseFaults[resultCode & 0xff]?.(file);
}
