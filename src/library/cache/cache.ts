import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Values of one kind by key, stored as JSON. */
export interface CacheTable<Value> {
  get(key: string): Value | undefined;
  /** Yields all entries, in no particular order. */
  entries(): Generator<[key: string, value: Value]>;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/**
 * The results of earlier builds of a site, for the next one. They are in a SQLite database, so that a killed build
 * leaves no transaction half done.
 */
export interface Cache {
  /** Opens a table, and empties it if it was filled under another cache version. */
  table<Value>(name: string, cacheVersion: string): CacheTable<Value>;
  /**
   * Reads a table whatever its cache version, to copy it into another cache; undefined if there is no table of this
   * name.
   */
  peek<Value>(name: string): { cacheVersion: string; entries: Generator<[key: string, value: Value]> } | undefined;
  /** Runs `work` in a transaction, which is rolled back if it throws. */
  transaction<Result>(work: () => Result): Result;
  /**
   * Moves all committed changes from the write-ahead log into the database, so that they survive the loss of the log.
   */
  checkpoint(): void;
  close(): void;
}

/** The cache was truncated, overwritten or made by another program. It can be discarded: the next build rebuilds it. */
export class CacheDamage extends Error {
  override readonly name = 'CacheDamage';
}

/** Checks the name, because an error that crosses a process boundary loses its class. */
export function isCacheDamage(error: unknown): boolean {
  return error instanceof Error && error.name === 'CacheDamage';
}

const fileName = 'warraq.sqlite';
/** `Wrq` and the version of the layout. A database with another id counts as damaged. */
const applicationId = 0x57_72_71_04;
/** SQLITE_CORRUPT and SQLITE_NOTADB, https://sqlite.org/rescode.html */
const damageCodes = [11, 26];
/** SQLITE_CANTOPEN */
const cannotOpenCode = 14;
/** SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN and SQLITE_IOERR, by the codes of the system errors that cause them. */
const systemCodes = new Map([
  [13, 'ENOSPC'],
  [8, 'EACCES'],
  [cannotOpenCode, 'EACCES'],
  [10, 'EIO'],
]);
/** SQLITE_BUSY */
const busyCode = 5;
const busyMilliseconds = 20_000;

const opened = new Map<string, Cache>();

/** Opens the cache of a directory, with one connection for the whole process. Throws `CacheDamage`. */
export function openCache(directory: string): Cache {
  const open = opened.get(directory);
  if (open) return open;
  const cache = wrapSqliteErrors(path.join(directory, fileName), () => openDatabase(directory));
  opened.set(directory, cache);
  return cache;
}

/** Whether an earlier build left a cache in a directory. */
export function hasCache(directory: string): boolean {
  return existsSync(path.join(directory, fileName));
}

/** Removes the cache of a directory, damaged or not. */
export function discardCache(directory: string): void {
  opened.get(directory)?.close();
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(path.join(directory, fileName + suffix), { force: true, recursive: true });
}

function openDatabase(directory: string): Cache {
  mkdirSync(directory, { recursive: true });
  if (isEmptied(directory)) throw new CacheDamage('The cache was emptied.');
  const file = path.join(directory, fileName);
  const database = new DatabaseSync(file, { timeout: busyMilliseconds });
  try {
    retryWhileBusy(() => prepare(database));
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    table: <Value>(name: string, cacheVersion: string) =>
      wrapSqliteErrors(file, () => openTable<Value>(database, name, cacheVersion)),
    peek: <Value>(name: string) =>
      wrapSqliteErrors(file, () => {
        const cacheVersion = versionOf(database, name);
        return cacheVersion === undefined
          ? undefined
          : { cacheVersion, entries: openTable<Value>(database, name, cacheVersion).entries() };
      }),
    transaction: (work) => wrapSqliteErrors(file, () => inTransaction(database, work)),
    checkpoint: () => wrapSqliteErrors(file, () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close() {
      opened.delete(directory);
      database.close();
    },
  };
}

/**
 * Whether the database file has been truncated to 0 or 1 bytes. SQLite takes such a file for a new database, but a new
 * cache directory has no other files.
 */
function isEmptied(directory: string): boolean {
  const { size } = statSync(path.join(directory, fileName), { throwIfNoEntry: false }) ?? {};
  return size !== undefined && size < 2 && readdirSync(directory).some((name) => !name.startsWith(fileName));
}

/**
 * Retries as long as SQLite reports SQLITE_BUSY. SQLite's own timeout does not cover the locks of the last connection
 * to close and of the first one after a crash:
 * https://sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode
 */
function retryWhileBusy(work: () => void): void {
  const end = performance.now() + busyMilliseconds;
  while (true) {
    try {
      work();
      return;
    } catch (error) {
      if (codeOf(error) !== busyCode || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function prepare(database: DatabaseSync): void {
  const isNew = database.prepare('SELECT count(*) AS tables FROM sqlite_master').get()?.tables === 0;
  const found = Number(database.prepare('PRAGMA application_id').get()?.application_id);
  if (!isNew && found !== applicationId) throw new CacheDamage('The cache is another program’s database.');
  // With synchronous=NORMAL, a killed process loses no commit, but a power cut may lose those since the last
  // checkpoint.
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA application_id = ${applicationId};
     CREATE TABLE IF NOT EXISTS versions (name TEXT PRIMARY KEY, version TEXT NOT NULL);`,
  );
}

function versionOf(database: DatabaseSync, name: string): string | undefined {
  return database.prepare('SELECT version FROM versions WHERE name = ?').get(name)?.version as string | undefined;
}

/** Empties a table for a new version, unless another process has just done so. */
function emptyTable(database: DatabaseSync, name: string, cacheVersion: string): void {
  if (versionOf(database, name) === cacheVersion) return;
  database.exec(
    `DROP TABLE IF EXISTS "${name}"; CREATE TABLE "${name}" (key TEXT PRIMARY KEY, value TEXT NOT NULL, sum INTEGER NOT NULL);`,
  );
  database.prepare('INSERT OR REPLACE INTO versions VALUES (?, ?)').run(name, cacheVersion);
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function openTable<Value>(database: DatabaseSync, name: string, cacheVersion: string): CacheTable<Value> {
  const file = database.location() ?? fileName;
  if (versionOf(database, name) !== cacheVersion)
    inTransaction(database, () => emptyTable(database, name, cacheVersion));
  // As a blob, because `node:sqlite` takes five times as long to make a string of Arabic as Node does of its bytes.
  const valueAsBytes = 'CAST(value AS BLOB) AS value';
  const select = database.prepare(`SELECT ${valueAsBytes}, sum FROM "${name}" WHERE key = ?`);
  const insert = database.prepare(`INSERT OR REPLACE INTO "${name}" VALUES (?, ?, ?)`);
  const remove = database.prepare(`DELETE FROM "${name}" WHERE key = ?`);
  return {
    get: (key) =>
      wrapSqliteErrors(file, () => {
        const row = select.get(key);
        return row && parse<Value>(key, row.value, row.sum);
      }),
    *entries() {
      const statement = database.prepare(`SELECT key, ${valueAsBytes}, sum FROM "${name}"`);
      statement.setReturnArrays(true);
      const rows = statement.iterate();
      const readNext = (): [key: string, value: Value] | undefined => {
        const { done, value: row } = rows.next();
        if (done) return undefined;
        const [written, bytes, sum] = row as unknown as unknown[];
        const key = String(written);
        return [key, parse<Value>(key, bytes, sum)];
      };
      while (true) {
        const entry = wrapSqliteErrors(file, readNext);
        if (entry === undefined) return;
        yield entry;
      }
    },
    set: (key, value) =>
      wrapSqliteErrors(file, () => {
        const json = JSON.stringify(value);
        insert.run(key, json, checksum(key, json));
      }),
    delete: (key) => wrapSqliteErrors(file, () => void remove.run(key)),
  };
}

/** Computes the checksum of a row, because SQLite detects damage to its own structures but not to values. */
function checksum(key: string, json: string | Uint8Array): number {
  return crc32(json, crc32(key));
}

function parse<Value>(key: string, bytes: unknown, sum: unknown): Value {
  if (!(bytes instanceof Uint8Array) || checksum(key, bytes) !== sum) {
    throw new CacheDamage('A value in the cache is not what was written.');
  }
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as Value;
}

/** Runs `work` on the database in `file`, and throws errors of SQLite as damage of the cache or as the system errors behind them. */
function wrapSqliteErrors<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && damageCodes.includes(code)) {
      throw new CacheDamage('The cache database is damaged.', { cause: error });
    }
    const systemCode = code === undefined ? undefined : systemCodes.get(code);
    if (systemCode === undefined) throw error;
    if (code === cannotOpenCode) findWhyNotOpen(file);
    throw Object.assign(new Error('The cache cannot be used.', { cause: error }), { code: systemCode, path: file });
  }
}

/** Throws the system error with which the files of the database cannot be opened: SQLite has one code for all of them. */
function findWhyNotOpen(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new CacheDamage('The database is a directory.');
  const opened = ['', '-wal', '-shm'].map((suffix) => openSync(file + suffix, 'a'));
  for (const descriptor of opened) closeSync(descriptor);
}

/**
 * Returns the primary result code of a SQLite error (the low byte of its extended code); undefined for other errors.
 */
function codeOf(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
}
