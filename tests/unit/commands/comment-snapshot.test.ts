import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { snapshotComments } from '../../../src/commands/comment-snapshot.ts';
import type { Comment } from '../../../src/lib/comments/comment.ts';
import { createWaline } from '../../../src/lib/comments/waline.ts';
import { readThread, writeThread } from '../../../src/library/content/comment-threads.ts';

/** The archive is a real directory. The service is replaced by answers in the form of Waline's. */
const root = await mkdtemp(path.join(os.tmpdir(), 'warraq-snapshot-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const now = Date.UTC(2026, 5, 1);
const old = Date.UTC(2026, 0, 1);

interface Answers {
  [key: string]: { id: number; text: string; time?: number; sticky?: number }[] | 'down';
}

function serve(answers: Answers, isUp = true) {
  const asked: string[] = [];
  const service = createWaline({ endpoint: 'http://service', siteId: '' }, async ({ url }) => {
    const query = new URL(url).searchParams;
    const key = query.get('path');
    asked.push(key ?? 'counts');
    if (!isUp || answers[key ?? ''] === 'down') return { status: 502, text: '' };
    const comments = (name: string) => (answers[name] === 'down' ? [{}] : (answers[name] ?? []));
    const counts = (query.get('url') ?? '').split(',').map((name) => comments(name).length);
    const data = comments(key ?? '').map((comment) => {
      const {
        id,
        text,
        time = old,
        sticky = 0,
      } = comment as { id: number; text: string; time?: number; sticky?: number };
      return { objectId: id, nick: 'قارئ', orig: text, time, sticky, mail: 'reader@example.com', ip: '10.1.2.3' };
    });
    const page = { page: 1, totalPages: 1, count: data.length, data };
    return { status: 200, text: JSON.stringify({ errno: 0, data: key === null ? counts : page }) };
  });
  return { service, asked };
}

async function siteWith(archive: Record<string, Comment[]>) {
  const contentDirectory = await mkdtemp(path.join(root, 'content-'));
  for (const [id, comments] of Object.entries(archive)) await writeThread(id, comments, contentDirectory);
  const take = (ids: string[], answers: Answers, options: { all?: boolean; isUp?: boolean } = {}) => {
    const { service, asked } = serve(answers, options.isUp);
    const threads = ids.map((articleId) => ({
      articleId,
      key: `/${articleId}/`,
      page: `/${articleId}/`,
      title: '',
      archived: archive[articleId]?.length ?? 0,
    }));
    return snapshotComments({ service, threads, contentDirectory, now, all: options.all ?? false }).then(
      (snapshot) => ({
        ...snapshot,
        asked,
      }),
    );
  };
  return { contentDirectory, take };
}

const entry = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  author: 'قارئ',
  text: `نص ${id}`,
  time: new Date(old).toISOString(),
  ...more,
});

describe('a snapshot', () => {
  test('stores only what readers see, and does not fetch empty threads', async () => {
    const { contentDirectory, take } = await siteWith({});
    const report = await take(['k7m2p', 'm4t9x'], { '/k7m2p/': [{ id: 1, text: 'نعم', sticky: 1 }] });
    expect(report).toEqual({ fetched: 1, changed: 1, failed: 0, comments: 1, asked: ['counts', '/k7m2p/'] });
    expect(await readThread('k7m2p', contentDirectory)).toEqual([entry('1', { text: 'نعم', pinned: true })]);
  });

  test('sorts imported comments among the live ones', async () => {
    const imported = entry('wp-9', { imported: true, time: '2026-01-01T00:00:01.000Z' });
    const { contentDirectory, take } = await siteWith({ k7m2p: [imported, entry('1')] });
    await take(['k7m2p'], {
      '/k7m2p/': [
        { id: 2, text: 'ثان', time: old },
        { id: 3, text: 'ثالث', time: old + 2000 },
      ],
    });
    expect((await readThread('k7m2p', contentDirectory)).map(({ id }) => id)).toEqual(['2', 'wp-9', '3']);
  });

  test('removes comments that the service no longer has, except imported ones', async () => {
    const { contentDirectory, take } = await siteWith({ k7m2p: [entry('1'), entry('wp-9', { imported: true })] });
    expect(await take(['k7m2p'], {})).toMatchObject({ fetched: 1, changed: 1, asked: ['counts'] });
    expect((await readThread('k7m2p', contentDirectory)).map(({ id }) => id)).toEqual(['wp-9']);
  });

  it.each<[name: string, archived: Comment[], options: object, asked: string[]]>([
    ['skips threads whose count has not changed', [entry('1')], {}, ['counts']],
    [
      'fetches threads that are still active',
      [entry('1', { time: new Date(now - 3_600_000).toISOString() })],
      {},
      ['counts', '/k7m2p/'],
    ],
    ['fetches all threads with --all', [entry('1')], { all: true }, ['counts', '/k7m2p/']],
    ['fetches threads whose count differs', [entry('1'), entry('2')], {}, ['counts', '/k7m2p/']],
  ])('%s', async (_, archived, options, asked) => {
    const { take } = await siteWith({ k7m2p: archived });
    expect((await take(['k7m2p'], { '/k7m2p/': [{ id: 1, text: 'نص 1' }] }, options)).asked).toEqual(asked);
  });

  test('changes nothing if the service is down, and asks it only once', async () => {
    const { contentDirectory, take } = await siteWith({ k7m2p: [entry('1')] });
    const ids = ['k7m2p', ...Array.from({ length: 2000 }, (_, at) => `a${String(at).padStart(4, '0')}`)];
    expect(await take(ids, {}, { isUp: false })).toMatchObject({
      fetched: 0,
      failed: 2001,
      comments: 1,
      asked: ['counts'],
    });
    expect(await readThread('k7m2p', contentDirectory)).toEqual([entry('1')]);
  });

  test('leaves a thread unchanged if the service fails to answer for it', async () => {
    const { contentDirectory, take } = await siteWith({ k7m2p: [entry('1'), entry('2')] });
    expect(await take(['k7m2p'], { '/k7m2p/': 'down' })).toMatchObject({ failed: 1, comments: 2 });
    expect(await readThread('k7m2p', contentDirectory)).toHaveLength(2);
  });

  test('asks for counts in several requests, so that no URL is too long', async () => {
    const { take } = await siteWith({});
    const ids = Array.from({ length: 2000 }, (_, at) => `a${String(at).padStart(4, '0')}`);
    const report = await take(ids, {});
    expect(report.asked.length).toBeGreaterThan(2);
    expect(report.failed).toBe(0);
  });
});
