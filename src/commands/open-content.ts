import { discardCache, isCacheDamage } from '../library/cache/cache.ts';
import { type Library, type LibraryOptions, openLibrary } from '../library/library.ts';
import { commandStrings } from '../strings/commands.ts';

/** The library of a command. See `withSoundCache`. */
export function openContent(options: LibraryOptions): Promise<Library> {
  return withSoundCache(options.cacheDirectory, () => openLibrary(options));
}

/** What `work` gives. Where it meets a damaged cache, the cache is discarded, `tell` says so in one line, and `work` runs again. */
export async function withSoundCache<Result>(
  directory: string,
  work: () => Promise<Result>,
  tell: (sentence: string) => void = console.error,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isCacheDamage(error)) throw error;
    discardCache(directory);
    tell(commandStrings.cacheRenewed);
    return work();
  }
}
