import type { Output } from './output.ts';

/** The files that a build has to make, given out one by one to this process and in batches to others. */
export interface SharedQueue {
  /**
   * Returns the next file to make in this process: first those that no other can make, then shared ones, and last those
   * that wait for photos, which are encoded meanwhile.
   */
  next(): Output | undefined;
  /** Returns neighbours from the end, for one of `count` processes; none if nothing is left. */
  nextBatch(count: number): Output[];
}

const largestBatch = 32;

/** Shares files between this process and others: whoever is faster makes more of them. */
export function shareOut(outputs: readonly Output[], canLeave: (output: Output) => boolean): SharedQueue {
  const waiting = outputs.filter(({ waits }) => waits).values();
  const others = outputs.filter(({ waits }) => !waits);
  const kept = others.filter((output) => !canLeave(output)).values();
  const shared = others.filter(canLeave);
  let first = 0;
  let end = shared.length;
  return {
    next() {
      const { value } = kept.next();
      if (value !== undefined) return value;
      if (first === end) return waiting.next().value;
      first += 1;
      return shared[first - 1];
    },
    nextBatch(count) {
      // The last batches are small, so that all processes end at the same time.
      const size = Math.min(largestBatch, Math.ceil((end - first) / (4 * (count + 1))));
      end -= size;
      return shared.slice(end, end + size);
    },
  };
}
