import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const retryMs = 200;
/** SQLITE_BUSY */
const busyCode = 5;

/**
 * Waits until no other build uses a cache directory, and returns the function that lets the next one begin. Two builds at once
 * would each report the changes of one of them only. The lock is an exclusive transaction of SQLite, which the system releases
 * even if the process is killed. `onWait` is called once if the build has to wait.
 */
export async function acquireBuildLock(cacheDirectory: string, onWait: () => void): Promise<() => void> {
  mkdirSync(cacheDirectory, { recursive: true });
  const database = new DatabaseSync(path.join(cacheDirectory, 'build-lock.sqlite'), { timeout: 0 });
  let isWaiting = false;
  while (!tryLock(database)) {
    if (!isWaiting) onWait();
    isWaiting = true;
    await delay(retryMs);
  }
  return () => database.close();
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === busyCode) return false;
    throw error;
  }
}
