import { renewDamagedCache } from '../library/cache/renew-damaged-cache.ts';
import { openLibrary } from '../library/library.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { commandStrings } from '../strings/commands.ts';

/** Opens the library for a command. See `withSoundCache`. */
export function openContent(options: LibraryOptions): Promise<Library> {
  return withSoundCache(options.cacheDirectory, () => openLibrary(options));
}

/** Runs `work`; if it meets a damaged cache, `tell` says in one line that the cache is renewed, and `work` runs again. */
export function withSoundCache<Result>(
  cacheDirectory: string,
  work: () => Promise<Result>,
  tell: (sentence: string) => void = console.error,
): Promise<Result> {
  return renewDamagedCache(cacheDirectory, work, () => tell(commandStrings.cacheRenewed));
}
