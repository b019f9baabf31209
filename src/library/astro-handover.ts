import type { RenderedBody } from '../markdown/types.ts';
import type { CompiledContent } from './content/compiled-content.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { BodyReplacements, Library } from './types.ts';

/** The library of the site that is being built, with the functions that its pages read bodies and images with. */
export interface CurrentLibrary {
  /** Undefined in a process that only renders pages: a page with a key shows only its props. */
  library?: Library;
  /** Set where there is no library: what bodies replace, by content-relative file. */
  replacements?: ReadonlyMap<string, BodyReplacements>;
  /** Renders the body of a content-relative file. */
  renderBody(file: string): Promise<RenderedBody>;
  /** See `ImageStore.read`. */
  readImage: ImageStore['read'];
}

/** The library in `dev`: opened once for each state of the content, by the server and all pages that it shows. */
export interface WatchedLibrary {
  /** Returns the library with its problems. */
  whole(): Promise<Library>;
  /** Returns what pages show: the library without what problems keep from being shown. */
  readable(): Promise<CurrentLibrary & { library: Library }>;
  /** Tells that the content has changed, so that whoever asks next gets another library. */
  renew(): void;
}

/** What a command hands to Astro's configuration and to the pages that Astro runs in the same process. */
export interface AstroHandover {
  environment: Environment;
  /** Set by a build. */
  currentLibrary: CurrentLibrary;
  /**
   * Set by `dev`, whose pages are modules of their own, evaluated again after each change: one that they opened would be
   * another library than the server's.
   */
  watchedLibrary: WatchedLibrary;
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
