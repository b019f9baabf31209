/** A source of numbers that look random and are the same on every machine. */
export interface Random {
  /** An integer from 0 to 2³² − 1. */
  next(): number;
  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number;
  /** Whether something of this probability (0 to 1) happens. */
  chance(probability: number): boolean;
  /** An item of a list that has some. */
  pick<Item>(items: readonly Item[]): Item;
  /** Of the normal distribution with mean 0 and variance 1, by the sum of twelve uniform ones: no value lies beyond ±6. */
  normal(): number;
}

/** A stream of its own for each list of `keys`: small integers such as a seed, a purpose and the number of an article. */
export function createRandom(...keys: readonly number[]): Random {
  const next = sfc32(keys);
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability * 2 ** 32,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    normal: () => {
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += next() / 2 ** 32;
      return sum;
    },
  };
}

/** Chris Doty-Humphrey's sfc32 (PractRand), its state drawn from the keys. */
function sfc32(keys: readonly number[]): () => number {
  let state = 0x9e3779b9;
  const stir = (word: number): number => {
    state = (state + 0x9e3779b9 + word) | 0;
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    state ^= state >>> 16;
    return state;
  };
  for (const key of keys) stir(key);
  let a = stir(1);
  let b = stir(2);
  let c = stir(3);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** Draws items with probabilities in the proportion of their weights, each in constant time (Walker's alias method). */
export function createWeightedChoice<Item>(
  weighted: readonly (readonly [item: Item, weight: number])[],
): (random: Random) => Item {
  const size = weighted.length;
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = weighted.map(([, weight]) => (weight / total) * size);
  const items = weighted.map(([item]) => item);
  const aliases = items.slice();
  const thresholds = new Float64Array(size).fill(2 ** 32);
  const small: number[] = [];
  const large: number[] = [];
  for (const [place, share] of shares.entries()) (share < 1 ? small : large).push(place);
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number;
    const rich = large.at(-1) as number;
    thresholds[poor] = (shares[poor] as number) * 2 ** 32;
    aliases[poor] = items[rich] as Item;
    shares[rich] = (shares[rich] as number) - (1 - (shares[poor] as number));
    if ((shares[rich] as number) < 1) small.push(large.pop() as number);
  }
  return (random) => {
    const place = random.below(size);
    return (random.next() < (thresholds[place] as number) ? items[place] : aliases[place]) as Item;
  };
}
