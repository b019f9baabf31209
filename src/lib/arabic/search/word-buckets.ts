import { hashOf } from './codes.ts';

/** How many files the words of a part are spread over, twice, by the number of its articles. */
export function countBuckets(articles: number): number {
  if (articles < 30) return 1;
  if (articles < 300) return 8;
  return 64;
}

/** The two files that a word is in: by its first two letters and by its last two. */
export function bucketOf(base: string, buckets: number): [first: string, last: string] {
  return [`first-${hashOf(base.slice(0, 2)) % buckets}`, `last-${hashOf(`~${base.slice(-2)}`) % buckets}`];
}
