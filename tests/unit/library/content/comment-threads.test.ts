import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Comment } from '../../../../src/lib/comments/comment.ts';
import { openCache } from '../../../../src/library/cache/cache.ts';
import {
  listThreads,
  readThread,
  summarizeThreads,
  writeThread,
} from '../../../../src/library/content/comment-threads.ts';

const root = await mkdtemp(path.join(os.tmpdir(), 'warraq-threads-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let contentDirectory: string;
let cacheDirectory: string;
beforeEach(async () => {
  const directory = await mkdtemp(path.join(root, 'site-'));
  contentDirectory = path.join(directory, 'content');
  cacheDirectory = path.join(directory, 'cache');
});

const summarize = (fingerprint = 'f') =>
  summarizeThreads(listThreads(contentDirectory), openCache(cacheDirectory), { fingerprint });

const first: Comment = { id: '1', author: 'سلمى', text: 'سطر\nثان', time: '2026-01-01T00:00:00.000Z' };
const second: Comment = {
  id: '2',
  parent: '1',
  author: 'نادر',
  text: 'نعم',
  time: '2026-01-02T00:00:00.000Z',
  staff: true,
};

describe('the archive of comments', () => {
  test('has one line for each comment, oldest first, and returns the comments that were written', async () => {
    expect(await writeThread('k7m2p', [second, first], contentDirectory)).toBe(true);
    const text = await readFile(path.join(contentDirectory, '.comments/k7m2p.jsonl'), 'utf8');
    expect(text).toBe(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
    expect(await readThread('k7m2p', contentDirectory)).toEqual([first, second]);
  });

  test('is not written if nothing has changed, and has no file for an empty thread', async () => {
    await writeThread('k7m2p', [first], contentDirectory);
    expect(await writeThread('k7m2p', [first], contentDirectory)).toBe(false);
    expect(await writeThread('k7m2p', [], contentDirectory)).toBe(true);
    expect(await readdir(path.join(contentDirectory, '.comments'))).toEqual([]);
    expect(await readThread('k7m2p', contentDirectory)).toEqual([]);
  });

  test('counts the comments of each thread, and digests it: the digest changes only with the thread', async () => {
    await writeThread('k7m2p', [first], contentDirectory);
    await writeThread('m4t9x', [first, second], contentDirectory);
    const before = (await summarize()).threads;
    expect([...before].map(([id, { count }]) => [id, count])).toEqual([
      ['k7m2p', 1],
      ['m4t9x', 2],
    ]);
    await writeThread('k7m2p', [{ ...first, text: 'صُحّح' }], contentDirectory);
    const after = (await summarize()).threads;
    expect(after.get('k7m2p')).not.toEqual(before.get('k7m2p'));
    expect(after.get('m4t9x')).toEqual(before.get('m4t9x'));
  });

  test('is not read again if its files are the same, unless the engine has changed', async () => {
    await writeThread('k7m2p', [first], contentDirectory);
    const { threads } = await summarize();
    const table = openCache(cacheDirectory).table<{ count: number }>('threads', 'f');
    table.set('k7m2p', { ...(table.get('k7m2p') as object), count: 7 });
    expect((await summarize()).threads.get('k7m2p')?.count).toBe(7);
    expect((await summarize('another')).threads).toEqual(threads);
  });

  it.each<[name: string, file: string, text: string, count: number | undefined, lines: number[]]>([
    ['a line that is no comment', 'k7m2p.jsonl', `${JSON.stringify(first)}\n{"id":"2"}\nنص\n`, 1, [2, 3]],
    ['empty lines', 'k7m2p.jsonl', `\n${JSON.stringify(first)}\r\n\n`, 1, []],
    ['a comment twice, by its last line', 'k7m2p.jsonl', `${JSON.stringify(first)}\n${JSON.stringify(first)}\n`, 1, []],
    ['a file without a comment', 'k7m2p.jsonl', '\n', undefined, []],
    ['a file that no article can have', 'README.jsonl', JSON.stringify(first), undefined, []],
  ])('copes with %s', async (_, file, text, count, lines) => {
    await mkdir(path.join(contentDirectory, '.comments'), { recursive: true });
    await writeFile(path.join(contentDirectory, '.comments', file), text);
    const { threads, problems } = await summarize();
    expect(threads.get('k7m2p')?.count).toBe(count);
    expect(problems.map(({ line }) => line)).toEqual(lines);
  });
});
