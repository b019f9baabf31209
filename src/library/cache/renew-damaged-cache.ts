import { discardCache, isCacheDamage } from './cache.ts';

/**
 * Gives what `work` gives. If `work` meets a damaged cache, the cache is discarded, `onRenewed` is called, and `work` runs a
 * second time.
 */
export async function renewDamagedCache<Result>(
  cacheDirectory: string,
  work: () => Promise<Result>,
  onRenewed: () => void,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isCacheDamage(error)) throw error;
    discardCache(cacheDirectory);
    onRenewed();
    return work();
  }
}
