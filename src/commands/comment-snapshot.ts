import pLimit from 'p-limit';
import { type Comment, CommentError } from '../lib/comments/comment.ts';
import type { CommentService, ThreadKey } from '../lib/comments/service.ts';
import { readThread, writeThread } from '../library/content/comment-threads.ts';
import type { Library } from '../library/types.ts';
import { composeComments } from '../model/comments.ts';

export interface SnapshotThread extends ThreadKey {
  articleId: string;
  /** How many comments the archive has, including imported ones. */
  archived: number;
}

export interface SnapshotOptions {
  service: CommentService;
  threads: readonly SnapshotThread[];
  contentDirectory: string;
  /** Epoch milliseconds. */
  now: number;
  /** Fetches every thread with comments, even if its count has not changed. */
  all: boolean;
}

/** What `snapshotComments` did, in numbers. */
export interface Snapshot {
  /** Threads whose comments were fetched. */
  fetched: number;
  /** Threads whose archive file changed. */
  changed: number;
  /** Threads that could not be fetched. Their archive files stay as they were. */
  failed: number;
  /** Comments in the archive after the update. */
  comments: number;
}

/** Longest keys in one request for counts, in bytes. Waline answers 431 to a URL of more than 16 KB. */
const maxKeyBytes = 7000;
const concurrency = 4;
const maxPages = 200;
/**
 * A thread with a comment younger than this is fetched even if its count has not changed: editors pin and edit
 * comments.
 */
const activeDays = 30;

/** Finds the threads of all published articles whose comments a service stores. */
export function findSnapshotThreads(library: Library): SnapshotThread[] {
  return library.articles.flatMap((article) => {
    const section = composeComments(article, library);
    const key = section.state === 'none' ? undefined : section.service?.key;
    if (key === undefined) return [];
    return [{ key, page: key, title: article.title, articleId: article.id, archived: article.thread?.count ?? 0 }];
  });
}

/**
 * Updates the archive with what the service has published. Asks for the counts of all threads, and fetches those whose
 * count differs from the archive's or that are still active. Imported comments stay. Does not reject if the service
 * fails: the archives of the threads concerned then stay as they were.
 */
export async function snapshotComments(options: SnapshotOptions): Promise<Snapshot> {
  const { service, threads } = options;
  const snapshot: Snapshot = { fetched: 0, changed: 0, failed: 0, comments: 0 };
  const limit = pLimit(concurrency);
  let isDown = false;
  for (const batch of batchesOf(threads)) {
    const counts: number[] | undefined = isDown
      ? undefined
      : await orUndefined(service.counts(batch.map(({ key }) => key)));
    isDown = counts === undefined;
    const outcomes = batch.map((thread, at) => limit(() => updateThread(thread, counts?.[at], options)));
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

async function updateThread(
  thread: SnapshotThread,
  count: number | undefined,
  { service, contentDirectory, all, now }: SnapshotOptions,
): Promise<Outcome> {
  const kept: Outcome = { fetched: false, changed: false, failed: count === undefined, comments: thread.archived };
  if (count === undefined || (count === 0 && thread.archived === 0)) return kept;
  const archived = thread.archived === 0 ? [] : await readThread(thread.articleId, contentDirectory);
  const imported = archived.filter((comment) => comment.imported);
  const isActive = archived.some(({ time }) => now - Date.parse(time) < activeDays * 24 * 3_600_000);
  if (!all && !isActive && archived.length - imported.length === count) return kept;
  const live = count === 0 ? [] : await orUndefined(fetchThread(service, thread));
  if (live === undefined) return { ...kept, failed: true };
  const comments = [...imported, ...live];
  const changed = await writeThread(thread.articleId, comments, contentDirectory);
  return { fetched: true, changed, failed: false, comments: comments.length };
}

async function fetchThread(service: CommentService, thread: ThreadKey): Promise<Comment[]> {
  const byId = new Map<string, Comment>();
  for (let page = 1; page <= maxPages; page++) {
    const { comments, hasMore } = await service.list(thread, page, 'oldest');
    for (const comment of comments) byId.set(comment.id, comment);
    if (!hasMore) break;
  }
  return [...byId.values()];
}

/** Resolves to undefined if the service fails. */
async function orUndefined<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof CommentError) return undefined;
    throw error;
  }
}

/** Splits threads into batches whose keys fit into one URL. */
function* batchesOf(threads: readonly SnapshotThread[]): Generator<SnapshotThread[]> {
  let batch: SnapshotThread[] = [];
  let bytes = 0;
  for (const thread of threads) {
    const length = encodeURIComponent(`${thread.key},`).length;
    if (bytes + length > maxKeyBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(thread);
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}
