import { hashOf } from './codes.ts';

/**
 * Returns the number of files into which a part of the index divides its words. It divides them twice: by their first
 * letters and by their last.
 */
export function countBuckets(articles: number): number {
  if (articles < 30) return 1;
  if (articles < 300) return 8;
  return 32;
}

/** Returns the names of the two files that contain a word: one by its first two letters, one by its last two. */
export function bucketOf(base: string, buckets: number): [first: string, last: string] {
  return [`first-${hashOf(base.slice(0, 2)) % buckets}`, `last-${hashOf(`~${base.slice(-2)}`) % buckets}`];
}
