import type { Comment } from './comment.ts';

export type ThreadOrder = 'newest' | 'oldest';

/** A comment that answers no other, with all replies under it, oldest first, on one level. */
export interface Branch<Entry> {
  root: Entry;
  replies: Entry[];
}

type Sortable = Pick<Comment, 'id' | 'parent' | 'time' | 'pinned'>;

/**
 * Sorts a thread into branches: pinned ones first, then by time, ties by id. A reply whose parent is missing is a root.
 */
export function arrangeThread<Entry extends Sortable>(comments: readonly Entry[], order: ThreadOrder): Branch<Entry>[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const branches = new Map<string, Branch<Entry>>();
  const oldestFirst = [...comments].sort(byTime);
  for (const comment of oldestFirst) {
    const root = rootOf(comment, byId);
    const branch = branches.get(root.id) ?? { root, replies: [] };
    branches.set(root.id, branch);
    if (comment !== root) branch.replies.push(comment);
  }
  const direction = order === 'oldest' ? 1 : -1;
  return [...branches.values()].sort(
    (a, b) => Number(b.root.pinned ?? 0) - Number(a.root.pinned ?? 0) || direction * byTime(a.root, b.root),
  );
}

/**
 * Finds the root of the branch that contains a comment. When comments answer each other in a circle, it is the oldest
 * of them.
 */
function rootOf<Entry extends Sortable>(comment: Entry, byId: ReadonlyMap<string, Entry>): Entry {
  const ancestry = [comment];
  for (let above = parentOf(comment, byId); above !== undefined; above = parentOf(above, byId)) {
    const circleStart = ancestry.indexOf(above);
    if (circleStart !== -1) return ancestry.slice(circleStart).sort(byTime)[0] ?? comment;
    ancestry.push(above);
  }
  return ancestry.at(-1) ?? comment;
}

function parentOf<Entry extends Sortable>({ parent }: Entry, byId: ReadonlyMap<string, Entry>): Entry | undefined {
  return parent === undefined ? undefined : byId.get(parent);
}

/** Compares comments by time, oldest first; ties by id. */
export function byTime(a: Pick<Comment, 'id' | 'time'>, b: Pick<Comment, 'id' | 'time'>): number {
  return Date.parse(a.time) - Date.parse(b.time) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The comments that a service has returned so far. */
export interface LiveComments<Entry> {
  comments: readonly Entry[];
  /** The order in which its pages were requested. */
  order: ThreadOrder;
  /** Whether these are all that the service has. */
  complete: boolean;
}

/**
 * Merges the comments of the last build with those of the service. Keeps all comments of the service. Of the build's,
 * keeps those that were imported, and those on pages that the service has not returned yet. Any other comment of the
 * build that the service has not returned was removed by an editor.
 */
export function mergeThread<Entry extends Sortable & Pick<Comment, 'imported'>>(
  built: readonly Entry[],
  live: LiveComments<Entry>,
): Entry[] {
  const liveIds = new Set(live.comments.map(({ id }) => id));
  const rootTimes = live.comments
    .filter(({ parent, pinned }) => parent === undefined && !pinned)
    .map(({ time }) => Date.parse(time));
  const isOnLaterPage = (time: number): boolean => {
    if (live.complete) return false;
    if (rootTimes.length === 0) return true;
    return live.order === 'newest' ? time < Math.min(...rootTimes) : time > Math.max(...rootTimes);
  };
  const byId = new Map(built.map((comment) => [comment.id, comment]));
  const kept = built.filter(
    (comment) =>
      !liveIds.has(comment.id) && (comment.imported || isOnLaterPage(Date.parse(rootOf(comment, byId).time))),
  );
  return [...kept, ...live.comments];
}
