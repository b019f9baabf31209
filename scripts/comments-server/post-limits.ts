import type { DatabaseSync } from 'node:sqlite';
import type { CommentFailure } from '../../src/lib/comments/comment.ts';
import { Refusal } from './requests.ts';
import type { Answer } from './waline-client.ts';

/** The fields by which two comments are the same. */
export interface CommentIdentity {
  url: string;
  mail: string;
  nick: string;
  comment: string;
}

/**
 * Stores a reader's comment with `store`, or refuses it if it is a duplicate or the reader wrote another one just now.
 * @param reader the reader's pseudonymous address
 */
export type LimitPosts = (reader: string, comment: CommentIdentity, store: () => Promise<Answer>) => Promise<Answer>;

/**
 * Creates the limits. Waline has the same ones, but looks first and stores later: of two concurrent posts it would store
 * both. Here a comment counts from when it is let through. Comments that are let through are stored one at a time, so
 * that Waline can answer readers in between; what is refused waits for none of them. Only a post of the very same
 * comment waits until the other is stored, because storing may still fail.
 * @param secondsBetween how long a reader has to wait between two comments
 */
export function createPostLimits(database: DatabaseSync, secondsBetween: number): LimitPosts {
  const selectSame = database.prepare(
    'SELECT id FROM wl_Comment WHERE url = ? AND mail = ? AND nick = ? AND comment = ? LIMIT 1',
  );
  const selectRecent = database.prepare(
    "SELECT id FROM wl_Comment WHERE ip = ? AND insertedAt > datetime('now', 'localtime', ?) LIMIT 1",
  );
  const beingStored = new Map<string, Promise<unknown>>();
  const writers = new Set<string>();
  const queue = createQueue();
  const wroteRecently = (reader: string) =>
    writers.has(reader) || selectRecent.get(reader, `-${secondsBetween} seconds`) !== undefined;

  return async (reader, { url, mail, nick, comment }, store) => {
    const key = JSON.stringify([url, mail, nick, comment]);
    while (beingStored.has(key)) await beingStored.get(key);
    if (selectSame.get(url, mail, nick, comment) !== undefined) refusePost(422, 'duplicate');
    if (secondsBetween > 0 && wroteRecently(reader)) refusePost(429, 'rate-limit');
    const stored = queue(store);
    writers.add(reader);
    beingStored.set(
      key,
      stored.catch(() => undefined),
    );
    try {
      return await stored;
    } finally {
      writers.delete(reader);
      beingStored.delete(key);
    }
  };
}

/** Creates a function that runs one task at a time, in order. */
function createQueue(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

function refusePost(status: number, failure: CommentFailure): never {
  throw new Refusal(status, failure);
}
