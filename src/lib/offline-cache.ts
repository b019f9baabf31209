/** The cache with the pages that a reader of the site saved and what they need. `base` is the base path. */
export const offlineCache = (base: string): string => `${offlineCachePrefix}${base}/`;

export const offlineCachePrefix = 'warraq-offline';
