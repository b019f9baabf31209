import type { RenderedBody } from '../markdown/types.ts';
import type { CompiledContent } from './content/compiled-content.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { Library } from './types.ts';

/** The library of the site that is being built, as its pages ask for it. */
export interface CurrentLibrary {
  library: Library;
  /** Renders the body of a content-relative file. */
  renderBody(file: string): Promise<RenderedBody>;
  /** Reads an image by the name of its published file and encodes it if need be; undefined if no picture has such a file. */
  readImage: ImageStore['read'];
}

/** What a command hands to Astro's configuration and to the pages that Astro runs in the same process. */
export interface AstroHandover {
  environment: Environment;
  /** Set in a build: `dev` opens the library itself, and again after each change. */
  currentLibrary: CurrentLibrary;
  /** Set in the process that compiles the pages. */
  compiledContent: CompiledContent;
}

/**
 * The one global of the engine. Astro loads its configuration, and a bundle its pages, with their own instances of our modules,
 * and takes no argument that it would pass on to either: nothing but the process itself reaches them.
 */
const shared = globalThis as { warraqHandover?: Partial<AstroHandover> };

/** Adds to what this process has handed over. */
export function handToAstro(handover: Partial<AstroHandover>): void {
  shared.warraqHandover = { ...shared.warraqHandover, ...handover };
}

/** What has been handed over in this process so far. */
export function readHandover(): Partial<AstroHandover> {
  return shared.warraqHandover ?? {};
}
