import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheDamage, discardCache, openCache } from '../../../../src/library/cache/cache.ts';

let root: string;
const cacheFile = 'warraq.sqlite';
const file = (suffix = '') => path.join(root, cacheFile + suffix);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'cache-'));
});

afterEach(() => {
  discardCache(root);
  rmSync(root, { recursive: true });
});

const table = <Value = string>(name: string, cacheVersion = '') => openCache(root).table<Value>(name, cacheVersion);
const all = (name: string, cacheVersion = '') => Object.fromEntries(table(name, cacheVersion).entries());
const close = () => openCache(root).close();

describe('a table', () => {
  it('keeps any JSON value by its key, from one opening to the next', () => {
    const values = { نص: 'متن «مقتبس»', 'a/b.md': { list: [1, null, 'ثلاثة'] }, empty: '' };
    for (const [key, value] of Object.entries(values)) table<unknown>('things').set(key, value);
    close();
    expect(all('things')).toEqual(values);
    expect(table('things').get('نص')).toBe('متن «مقتبس»');
    expect(table('things').get('غائب')).toBeUndefined();
  });

  it('replaces and deletes values', () => {
    table('things').set('a', '1');
    table('things').set('a', '2');
    table('things').set('b', '3');
    table('things').delete('b');
    table('things').delete('c');
    expect(all('things')).toEqual({ a: '2' });
  });

  it('is empty for another version, and the other tables are not', () => {
    table('articles', 'engine 1').set('a', '1');
    table('outputs', 'site').set('b', '2');
    expect(all('articles', 'engine 2')).toEqual({});
    expect(all('articles', 'engine 1')).toEqual({});
    expect(all('outputs', 'site')).toEqual({ b: '2' });
  });

  it('can be peeked at whatever its version', () => {
    table('articles', 'engine 1').set('a', '1');
    const peeked = openCache(root).peek('articles');
    expect([peeked?.cacheVersion, [...(peeked?.entries ?? [])]]).toEqual(['engine 1', [['a', '1']]]);
    expect(openCache(root).peek('bodies')).toBeUndefined();
  });
});

describe('a transaction', () => {
  it('keeps all of its changes', () => {
    const result = openCache(root).transaction(() => {
      table('things').set('a', '1');
      return openCache(root).transaction(() => {
        table('things').set('b', '2');
        return 'done';
      });
    });
    expect([result, all('things')]).toEqual(['done', { a: '1', b: '2' }]);
  });

  it('keeps none of its changes if it throws, and the next one works', () => {
    table('things').set('a', '1');
    const failing = () =>
      openCache(root).transaction(() => {
        table('things').set('a', '2');
        openCache(root).transaction(() => table('things').set('b', '3'));
        throw new Error('عطل');
      });
    expect(failing).toThrow('عطل');
    expect(all('things')).toEqual({ a: '1' });
    openCache(root).transaction(() => table('things').set('c', '4'));
    expect(all('things')).toEqual({ a: '1', c: '4' });
  });

  it('keeps the rows of a table that it emptied if it throws', () => {
    table('articles', 'engine 1').set('a', '1');
    const failing = () =>
      openCache(root).transaction(() => {
        table('articles', 'engine 2');
        throw new Error('عطل');
      });
    expect(failing).toThrow('عطل');
    expect(all('articles', 'engine 1')).toEqual({ a: '1' });
  });
});

/**
 * Fills a cache with rows that take several database pages each, and leaves them in the database or in its write-ahead
 * log.
 */
function fill(where: 'in the database' | 'in the log'): void {
  const rows = table('things', 'version');
  openCache(root).transaction(() => {
    for (let row = 0; row < 200; row += 1) rows.set(`articles/${row}.md`, `${row} `.repeat(500));
  });
  if (where === 'in the database') openCache(root).checkpoint();
  // The files are copied before the cache is closed: a build ends without closing it, so its rows stay in the log.
  for (const suffix of ['', '-wal']) copyFileSync(file(suffix), path.join(root, `kept${suffix}`));
  close();
  for (const suffix of ['', '-wal']) renameSync(path.join(root, `kept${suffix}`), file(suffix));
}

/** Asserts that a build either notices damage or reads every row as it was written. */
function readAll(): 'damage' | number {
  try {
    let sound = 0;
    for (const [key, value] of table('things', 'version').entries()) {
      const row = /^articles\/(\d+)\.md$/.exec(key)?.[1];
      expect(value === `${row} `.repeat(500)).toBe(true);
      sound += 1;
    }
    openCache(root).transaction(() => table('things', 'version').set('new', 'value'));
    openCache(root).transaction(() => table('things', 'version').delete('new'));
    return sound;
  } catch (error) {
    if (error instanceof CacheDamage) return 'damage';
    throw error;
  }
}

describe('damage', () => {
  it.each([
    ['a text', () => writeFileSync(file(), 'قائمة المشتريات\n'.repeat(500))],
    [
      'noise',
      () => writeFileSync(file(), Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251))),
    ],
    [
      'another program’s database',
      () => {
        const foreign = new DatabaseSync(file());
        foreign.exec('CREATE TABLE notes (text TEXT)');
        foreign.close();
      },
    ],
  ])('is reported if %s replaces the database', (_, write) => {
    write();
    expect(() => openCache(root)).toThrow(CacheDamage);
    discardCache(root);
    table('things').set('a', '1');
    expect(all('things')).toEqual({ a: '1' });
  });

  it('is reported for a database with an older layout', () => {
    table('things').set('a', '1');
    close();
    const older = new DatabaseSync(file());
    older.exec(`PRAGMA application_id = ${0x57_72_71_00}`);
    older.close();
    expect(() => openCache(root)).toThrow(CacheDamage);
  });

  it('is reported for a value that is not what was written, however it is read', () => {
    table('things').set('a', '1');
    openCache(root).checkpoint();
    const other = new DatabaseSync(file());
    other.prepare('UPDATE things SET value = ?').run(Buffer.from('"2"'));
    other.close();
    expect(() => table('things').get('a')).toThrow(CacheDamage);
    expect(() => [...table('things').entries()]).toThrow(CacheDamage);
  });

  it('is gone once the cache is discarded, which works even if there is none', () => {
    table('things').set('a', '1');
    discardCache(root);
    discardCache(root);
    expect(['', '-wal', '-shm'].map((suffix) => existsSync(file(suffix)))).toEqual([false, false, false]);
    expect(all('things')).toEqual({});
  });

  it.each([0, 1, 16, 99, 100, 512, 4095, 4096, 4097, 8192, 20_480, 100_000, 300_000])(
    'is reported for a database truncated to %d bytes, unless it is alone and has 0 or 1 bytes like a new one',
    (bytes) => {
      fill('in the database');
      truncateSync(file(), Math.min(bytes, statSync(file()).size - 1));
      expect(readAll()).toBe(bytes < 2 ? 0 : 'damage');
    },
  );

  it.each([0, 1])('is reported for a database of %d bytes beside other files of earlier builds', (bytes) => {
    fill('in the database');
    writeFileSync(path.join(root, 'changed-files.txt'), '');
    truncateSync(file(), bytes);
    expect(readAll()).toBe('damage');
  });

  it.each([0, 1, 31, 32, 33, 4096, 4152, 30_000, 100_000, 300_000])(
    'is not reported for a log truncated to %d bytes: its rows are lost',
    (bytes) => {
      fill('in the log');
      truncateSync(file('-wal'), Math.min(bytes, statSync(file('-wal')).size - 1));
      expect(readAll()).toBe(0);
    },
  );

  it('is reported for a database overwritten at any offset, or every row that is read is as it was written', () => {
    fill('in the database');
    const sound = readFileSync(file());
    close();
    const told = { damage: 0, rows: 0 };
    // The step is less than a page of 4,096 bytes and no divisor of it, so every page is hit, each at another offset.
    for (let at = 0; at < sound.length; at += 2999) {
      rmSync(file('-wal'), { force: true });
      rmSync(file('-shm'), { force: true });
      const spoilt = Buffer.from(sound);
      spoilt.fill(0xa5, at, at + 64);
      writeFileSync(file(), spoilt);
      told[readAll() === 'damage' ? 'damage' : 'rows'] += 1;
      try {
        close();
      } catch {
        // A cache that cannot be opened needs no closing.
      }
    }
    expect(told.damage).toBeGreaterThan(0);
  });
});

describe('two builds that use one cache at the same time', () => {
  it('neither fail nor lose rows', async () => {
    const module = JSON.stringify(path.resolve(import.meta.dirname, '../../../../src/library/cache/cache.ts'));
    const script = (name: string) => `
      import { openCache } from ${module};
      for (let round = 0; round < 40; round += 1) {
        const cache = openCache(${JSON.stringify(root)});
        const shared = cache.table('shared', 'version');
        const turned = cache.table('turned', 'version ' + (round % 2));
        cache.transaction(() => { for (let row = 0; row < 20; row += 1) shared.set('${name} ' + round + ' ' + row, row); });
        cache.transaction(() => turned.set('${name}', round));
        cache.close();
      }`;
    mkdirSync(root, { recursive: true });
    const run = (name: string) =>
      new Promise<[code: number | null, printed: string]>((resolve) => {
        const child = spawn(process.execPath, ['--input-type=module', '--eval', script(name)]);
        let printed = '';
        child.stderr.on('data', (chunk) => (printed += chunk));
        child.on('close', (code) => resolve([code, printed]));
      });
    expect(await Promise.all([run('one'), run('two')])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(Object.keys(all('shared', 'version'))).toHaveLength(2 * 40 * 20);
  });
});
