import { describe, expect, it, test } from 'vitest';
import type { Comment } from '../../../../src/lib/comments/comment.ts';
import { arrangeThread, mergeThread, type ThreadOrder } from '../../../../src/lib/comments/thread.ts';

/** `entry('b', 2, { parent: 'a' })` was written on the second day of the month and answers a. */
function entry(id: string, day: number, more: Partial<Comment> = {}): Comment {
  return { id, author: id, text: id, time: new Date(Date.UTC(2026, 0, day)).toISOString(), ...more };
}

/** `a(b c) d`: the roots a and d, the first with the replies b and c. */
function shapeOf(comments: readonly Comment[], order: ThreadOrder): string {
  return arrangeThread(comments, order)
    .map(({ root, replies }) => root.id + (replies.length > 0 ? `(${replies.map(({ id }) => id).join(' ')})` : ''))
    .join(' ');
}

describe('a thread', () => {
  const thread = [
    entry('a', 1),
    entry('b', 2, { parent: 'a' }),
    entry('c', 3, { parent: 'b' }),
    entry('d', 4),
    entry('e', 5, { parent: 'a' }),
  ];

  it.each<[name: string, comments: Comment[], order: ThreadOrder, shape: string]>([
    ['has one level of replies, the oldest first', thread, 'newest', 'd a(b c e)'],
    ['sorts its roots the other way, but not its replies', thread, 'oldest', 'a(b c e) d'],
    ['does not depend on the order of its input', thread.toReversed(), 'newest', 'd a(b c e)'],
    ['has pinned comments first', [...thread, entry('p', 0, { pinned: true })], 'newest', 'p d a(b c e)'],
    ['has replies without a parent as roots', [entry('b', 2, { parent: 'gone' }), entry('a', 1)], 'newest', 'b a'],
    ['sorts comments of the same instant by id', [entry('y', 1), entry('x', 1)], 'oldest', 'x y'],
    [
      'has one branch for comments that answer each other',
      [entry('a', 1, { parent: 'b' }), entry('b', 2, { parent: 'a' })],
      'newest',
      'a(b)',
    ],
    [
      'has one branch for comments that answer each other, and for a reply to them',
      [entry('a', 1, { parent: 'b' }), entry('b', 2, { parent: 'a' }), entry('c', 3, { parent: 'b' })],
      'newest',
      'a(b c)',
    ],
    ['has no branches without comments', [], 'newest', ''],
  ])('%s', (_, comments, order, shape) => {
    expect(shapeOf(comments, order)).toBe(shape);
  });
});

describe('the comments of the last build, joined with those of the service', () => {
  const imported = entry('wp-1', 2, { imported: true });
  const archived = [entry('a', 1), imported, entry('b', 3), entry('c', 5), entry('r', 6, { parent: 'a' })];
  const merge = (live: Comment[], order: ThreadOrder, complete: boolean) =>
    shapeOf(mergeThread(archived, { comments: live, order, complete }), 'oldest');

  it.each<[name: string, live: Comment[], order: ThreadOrder, complete: boolean, shape: string]>([
    ['when the service has returned all its comments', [entry('b', 3), entry('n', 9)], 'newest', true, 'wp-1 b n'],
    ['when it has returned the newest', [entry('b', 3), entry('n', 9)], 'newest', false, 'a(r) wp-1 b n'],
    ['when it has returned the oldest', [entry('a', 1), entry('b', 3)], 'oldest', false, 'a wp-1 b c'],
    ['when it has returned none and has more', [], 'newest', false, 'a(r) wp-1 b c'],
    ['when it has none', [], 'newest', true, 'wp-1'],
    [
      'when it has returned an old comment that is pinned',
      [entry('p', 0, { pinned: true }), entry('b', 3)],
      'newest',
      false,
      'p a(r) wp-1 b',
    ],
  ])('%s', (_, live, order, complete, shape) => {
    expect(merge(live, order, complete)).toBe(shape);
  });

  test('a comment that both have is shown as the service has it', () => {
    const [changed] = mergeThread([entry('a', 1)], {
      comments: [entry('a', 1, { text: 'صُحّح' })],
      order: 'newest',
      complete: true,
    });
    expect(changed?.text).toBe('صُحّح');
  });
});
