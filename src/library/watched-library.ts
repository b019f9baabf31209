import type { WatchedLibrary } from './astro-handover.ts';
import { currentEnvironment } from './current-library.ts';
import { createImageStore } from './images/images.ts';
import { openLibrary, renderBody } from './library.ts';
import { readableLibrary } from './readable-library.ts';
import type { Library } from './types.ts';

/** Opens the library of the current environment once for each state of the content. */
export function watchLibrary(): WatchedLibrary {
  let whole: Promise<Library> | undefined;
  let hasBegun = false;
  let last: Promise<unknown> = Promise.resolve();
  let readable: ReturnType<WatchedLibrary['readable']> | undefined;
  const open = (): Promise<Library> => {
    // After the reading before it, which may still be under way: both write to the cache.
    whole ??= last.then(() => {
      hasBegun = true;
      return openLibrary(currentEnvironment());
    });
    last = whole.catch(() => undefined);
    return whole;
  };
  return {
    whole: open,
    readable() {
      readable ??= open().then((library) => ({
        library: readableLibrary(library),
        renderBody: (file) => renderBody(file, currentEnvironment()),
        readImage: createImageStore(currentEnvironment()).read,
      }));
      return readable;
    },
    renew() {
      // One that waits for the reading before it will see this change too.
      if (!hasBegun) return;
      hasBegun = false;
      whole = undefined;
      readable = undefined;
    },
  };
}
