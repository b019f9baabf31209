import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of pseudo-random numbers, the same on every machine. */
export interface Random {
  /** Draws a number from 0 to below 1. */
  fraction(): number;
  /** Draws an integer from 0 to `limit` − 1. */
  below(limit: number): number;
  /** Returns true with this probability (0 to 1). */
  chance(probability: number): boolean;
  /** Draws an item of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
  /**
   * Draws a number with an approximately normal distribution, mean 0 and variance 1: the sum of twelve uniform numbers,
   * which stays within ±6.
   */
  normal(): number;
}

/** Creates an independent stream for each list of keys, such as a seed, a purpose and the number of an article. */
export function createRandom(...keys: readonly number[]): Random {
  const generator = xoroshiro128plusFromState(stateFrom(keys));
  const fraction = () => uniformFloat64(generator);
  return {
    fraction,
    below: (limit) => uniformInt(generator, 0, limit - 1),
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[uniformInt(generator, 0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    normal: () => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += fraction();
      return sum;
    },
  };
}

/** Hashes the keys, because generators whose states differ in few bits begin with similar numbers. */
function stateFrom(keys: readonly number[]): number[] {
  const digest = createHash('sha256').update(keys.join(' ')).digest();
  return [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset));
}

/**
 * Creates a function that draws items with probabilities in proportion to their weights, each in constant time
 * (Walker's alias method): every place has its own item up to a threshold, and another item above it.
 */
export function createWeightedChoice<Item>(
  weighted: readonly (readonly [item: Item, weight: number])[],
): (random: Random) => Item {
  const size = weighted.length;
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = weighted.map(([, weight]) => (weight / total) * size);
  const items = weighted.map(([item]) => item);
  const aliases = items.slice();
  const thresholds = new Float64Array(size).fill(1);
  const small: number[] = [];
  const large: number[] = [];
  for (const [place, share] of shares.entries()) (share < 1 ? small : large).push(place);
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number;
    const rich = large.at(-1) as number;
    thresholds[poor] = shares[poor] as number;
    aliases[poor] = items[rich] as Item;
    shares[rich] = (shares[rich] as number) - (1 - (shares[poor] as number));
    if ((shares[rich] as number) < 1) small.push(large.pop() as number);
  }
  return (random) => {
    const place = random.below(size);
    return (random.fraction() < (thresholds[place] as number) ? items[place] : aliases[place]) as Item;
  };
}
