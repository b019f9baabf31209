import type { RenderedBody } from '../markdown/types.ts';
import type { CompiledContent } from './content/compiled-content.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { Library } from './types.ts';

/** The library of the site that is being built, with the functions that its pages read bodies and images with. */
export interface CurrentLibrary {
  /** Undefined in a process that only renders pages: a page with a key shows only its props. */
  library?: Library;
  /** Set where there is no library: the links of bodies to what has expired, by content-relative file. */
  expiredLinks?: ReadonlyMap<string, string[]>;
  /** Renders the body of a content-relative file. */
  renderBody(file: string): Promise<RenderedBody>;
  /** See `ImageStore.read`. */
  readImage: ImageStore['read'];
}

/** What a command hands to Astro's configuration and to the pages that Astro runs in the same process. */
export interface AstroHandover {
  environment: Environment;
  /** Set by a build only. In `dev`, pages open the library themselves, and open it again after each change. */
  currentLibrary: CurrentLibrary;
  /** Set in the process that compiles the pages. */
  compiledContent: CompiledContent;
}

/**
 * The engine's only global. Astro loads its configuration, and the bundle of pages, with module instances of their own,
 * and has no parameter that it passes on to either. The process is all that they share with a command.
 */
const shared = globalThis as { warraqHandover?: Partial<AstroHandover> };

/** Adds values to the handover of this process. */
export function handToAstro(handover: Partial<AstroHandover>): void {
  shared.warraqHandover = { ...shared.warraqHandover, ...handover };
}

/** Returns everything that has been handed over in this process so far. */
export function readHandover(): Partial<AstroHandover> {
  return shared.warraqHandover ?? {};
}
