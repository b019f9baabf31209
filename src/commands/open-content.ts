import { renewDamagedCache } from '../library/cache/renew-damaged-cache.ts';
import { ContentError } from '../library/content/content-error.ts';
import { openLibrary } from '../library/library.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { commandStrings } from '../strings/commands.ts';

/** Opens the library for a command. See `withSoundCache`. */
export function openContent(options: LibraryOptions): Promise<Library> {
  const onProcessLost = () => console.error(commandStrings.processLost);
  return withSoundCache(options.cacheDirectory, () => openLibrary({ onProcessLost, ...options }));
}

/** Opens the library for a command that needs sound content; rejects with a `ContentError` if it has problems. */
export async function openSoundContent(options: LibraryOptions): Promise<Library> {
  const library = await openContent(options);
  if (library.problems.length > 0) throw new ContentError(library.problems);
  return library;
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
