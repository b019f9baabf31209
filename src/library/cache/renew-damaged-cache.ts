import { discardCache, isCacheDamage } from './cache.ts';

/**
 * Returns the result of `work`. If `work` rejects because the cache is damaged, discards the cache, calls `onRenewed`
 * and runs `work` once more.
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
