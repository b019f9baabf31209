import type { Comment } from './comment.ts';

export type ThreadOrder = 'newest' | 'oldest';

/** A comment with everything that was said under it, oldest first, whatever each of them answers. */
export interface Branch<Entry> {
  root: Entry;
  replies: Entry[];
}

type Placed = Pick<Comment, 'id' | 'parent' | 'time' | 'pinned'>;

/** A thread in one visible level: pinned comments first, then by time; ties by id. A reply whose parent is gone is a root. */
export function arrangeThread<Entry extends Placed>(comments: readonly Entry[], order: ThreadOrder): Branch<Entry>[] {
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

/** Comments that answer each other in a circle have the first of them by time and id as their root. */
function rootOf<Entry extends Placed>(comment: Entry, byId: ReadonlyMap<string, Entry>): Entry {
  const line = [comment];
  for (let above = parentOf(comment, byId); above !== undefined; above = parentOf(above, byId)) {
    const circle = line.indexOf(above);
    if (circle !== -1) return line.slice(circle).sort(byTime)[0] ?? comment;
    line.push(above);
  }
  return line.at(-1) ?? comment;
}

function parentOf<Entry extends Placed>({ parent }: Entry, byId: ReadonlyMap<string, Entry>): Entry | undefined {
  return parent === undefined ? undefined : byId.get(parent);
}

/** Sorts from the oldest; ties by id. */
export function byTime(a: Pick<Comment, 'id' | 'time'>, b: Pick<Comment, 'id' | 'time'>): number {
  return Date.parse(a.time) - Date.parse(b.time) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The pages of a thread that a service has given so far, in one order. */
export interface LivePart<Entry> {
  comments: readonly Entry[];
  order: ThreadOrder;
  /** Whether these are all that the service has. */
  complete: boolean;
}

/**
 * What a page shows of a thread: what the service says now, all that was imported, and of the last build what lies beyond
 * the pages that the service has given. What lies within them and is no longer there has been removed by an editor.
 */
export function mergeThread<Entry extends Placed & Pick<Comment, 'imported'>>(
  archived: readonly Entry[],
  live: LivePart<Entry>,
): Entry[] {
  const given = new Set(live.comments.map(({ id }) => id));
  const times = live.comments
    .filter(({ parent, pinned }) => parent === undefined && !pinned)
    .map(({ time }) => Date.parse(time));
  const beyond = (time: string): boolean => {
    if (live.complete) return false;
    if (times.length === 0) return true;
    return live.order === 'newest' ? Date.parse(time) < Math.min(...times) : Date.parse(time) > Math.max(...times);
  };
  const byId = new Map(archived.map((comment) => [comment.id, comment]));
  const kept = archived.filter(
    (comment) => !given.has(comment.id) && (comment.imported || beyond(rootOf(comment, byId).time)),
  );
  return [...kept, ...live.comments];
}
