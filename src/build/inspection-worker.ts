import { openCache } from '../library/cache.ts';
import { type Differences, findDifferences, type InspectedDirectories } from './inspection.ts';
import { openLedger } from './ledger.ts';

/** The task of a thread: see `startInspection`. */
export function inspect({ outputDirectory, cacheDirectory }: InspectedDirectories): Differences {
  const cache = openCache(cacheDirectory);
  try {
    return findDifferences(openLedger(cache, outputDirectory), outputDirectory);
  } finally {
    cache.close();
  }
}
