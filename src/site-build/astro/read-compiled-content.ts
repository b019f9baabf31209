import { readHandover } from '../../library/astro-handover.ts';
import { renewDamagedCache } from '../../library/cache/renew-damaged-cache.ts';
import { type CompiledContent, compiledContentOf } from '../../library/content/compiled-content.ts';
import { openLibrary } from '../../library/library.ts';
import type { LibraryOptions } from '../../library/types.ts';
import { commandStrings } from '../../strings/commands.ts';

/**
 * Returns the compiled content that a build has handed over; without one, as in `dev`, that of the library as it is
 * now.
 */
export async function readCompiledContent(options: LibraryOptions): Promise<CompiledContent> {
  const { compiledContent, watchedLibrary } = readHandover();
  if (compiledContent) return compiledContent;
  if (watchedLibrary) return compiledContentOf((await watchedLibrary.readable()).library);
  const library = await renewDamagedCache(
    options.cacheDirectory,
    () => openLibrary(options),
    () => console.error(commandStrings.cacheRenewed),
  );
  return compiledContentOf(library);
}
