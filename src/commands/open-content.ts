import { renewDamagedCache } from '../library/cache/renew-damaged-cache.ts';
import { openLibrary } from '../library/library.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { commandStrings } from '../strings/commands.ts';

/** Opens the library for a command. See `withSoundCache`. */
export function openContent(options: LibraryOptions): Promise<Library> {
  return withSoundCache(options.cacheDirectory, () => openLibrary(options));
}

/**
 * Runs `work`. If the cache turns out to be damaged, reports through `tell` that it is renewed and runs `work` again.
 */
export function withSoundCache<Result>(
  cacheDirectory: string,
  work: () => Promise<Result>,
  tell: (sentence: string) => void = console.error,
): Promise<Result> {
  return renewDamagedCache(cacheDirectory, work, () => tell(commandStrings.cacheRenewed));
}
