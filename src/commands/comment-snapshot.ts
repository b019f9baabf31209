import pLimit from 'p-limit';
import { type Comment, CommentError } from '../lib/comments/comment.ts';
import type { CommentService, ThreadKey } from '../lib/comments/service.ts';
import { readThread, writeThread } from '../library/content/comment-threads.ts';

export interface SnapshotThread extends ThreadKey {
  articleId: string;
  /** How many comments the archive has, imported ones among them. */
  archived: number;
}

export interface SnapshotOptions {
  service: CommentService;
  threads: readonly SnapshotThread[];
  contentDirectory: string;
  /** Epoch milliseconds. */
  now: number;
  /** Fetches every thread that has comments, whatever the archive has of it. */
  all: boolean;
}

export interface Snapshot {
  /** Threads whose comments were fetched. */
  fetched: number;
  /** Threads of which the archive now has something else. */
  changed: number;
  /** Threads that the service could not be asked about; the archive keeps what it had. */
  failed: number;
  /** Comments that the archive has. */
  comments: number;
}

/** Waline answers 431 to an address of more than 16 KB. */
const mostKeyBytes = 7000;
const atOnce = 4;
const mostPages = 200;
/** Threads of which a comment is younger are fetched even where the count is the same: editors pin and mend. */
const livelyDays = 30;

/**
 * Brings the archive to what the service has published. Asks for the counts of all threads, and for the comments of those
 * whose count is another than the archive's or that are still lively. Imported comments stay. Never rejects because of the
 * service: where it is away, the archive stays as it was.
 */
export async function snapshotComments(options: SnapshotOptions): Promise<Snapshot> {
  const { service, threads } = options;
  const snapshot: Snapshot = { fetched: 0, changed: 0, failed: 0, comments: 0 };
  const limit = pLimit(atOnce);
  let isAway = false;
  for (const batch of batchesOf(threads)) {
    const counts: number[] | undefined = isAway
      ? undefined
      : await orUndefined(service.counts(batch.map(({ key }) => key)));
    isAway = counts === undefined;
    const outcomes = batch.map((thread, at) => limit(() => bringUpToDate(thread, counts?.[at], options)));
    for (const { fetched, changed, failed, comments } of await Promise.all(outcomes)) {
      snapshot.fetched += Number(fetched);
      snapshot.changed += Number(changed);
      snapshot.failed += Number(failed);
      snapshot.comments += comments;
    }
  }
  return snapshot;
}

interface Outcome {
  fetched: boolean;
  changed: boolean;
  failed: boolean;
  comments: number;
}

async function bringUpToDate(
  thread: SnapshotThread,
  count: number | undefined,
  { service, contentDirectory, all, now }: SnapshotOptions,
): Promise<Outcome> {
  const kept: Outcome = { fetched: false, changed: false, failed: count === undefined, comments: thread.archived };
  if (count === undefined || (count === 0 && thread.archived === 0)) return kept;
  const archived = thread.archived === 0 ? [] : await readThread(thread.articleId, contentDirectory);
  const imported = archived.filter((comment) => comment.imported);
  const isLively = archived.some(({ time }) => now - Date.parse(time) < livelyDays * 24 * 3_600_000);
  if (!all && !isLively && archived.length - imported.length === count) return kept;
  const live = count === 0 ? [] : await orUndefined(fetchWhole(service, thread));
  if (live === undefined) return { ...kept, failed: true };
  const comments = [...imported, ...live];
  const changed = await writeThread(thread.articleId, comments, contentDirectory);
  return { fetched: true, changed, failed: false, comments: comments.length };
}

async function fetchWhole(service: CommentService, thread: ThreadKey): Promise<Comment[]> {
  const byId = new Map<string, Comment>();
  for (let page = 1; page <= mostPages; page++) {
    const { comments, hasMore } = await service.list(thread, page, 'oldest');
    for (const comment of comments) byId.set(comment.id, comment);
    if (!hasMore) break;
  }
  return [...byId.values()];
}

async function orUndefined<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof CommentError) return undefined;
    throw error;
  }
}

function* batchesOf(threads: readonly SnapshotThread[]): Generator<SnapshotThread[]> {
  let batch: SnapshotThread[] = [];
  let bytes = 0;
  for (const thread of threads) {
    const length = encodeURIComponent(`${thread.key},`).length;
    if (bytes + length > mostKeyBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(thread);
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}
