import type { Comment } from '../lib/comments/comment.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { readThread } from './content/comment-threads.ts';
import { ContentError } from './content/content-error.ts';
import { readEnvironment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { Library } from './library.ts';

/** The library of the site that is being built or served, as pages ask for it. */
export interface CurrentLibrary {
  library: Library;
  /** The rendered body of a content-relative file. */
  renderBody(file: string): Promise<RenderedBody>;
  /** An image by the name of its file, encoded now if need be; nothing where no picture has such a file. */
  readImage: ImageStore['read'];
}

/** Pages are bundled with their own copy of this module; the process is what both copies share. */
const shared = globalThis as { warraqLibrary?: CurrentLibrary };

/** Gives the pages of this process the library that a build has opened. */
export function setCurrentLibrary(current: CurrentLibrary): void {
  shared.warraqLibrary = current;
}

let opened: Promise<Library> | undefined;

/**
 * The library that a build has published; in `dev`, the one opened here, and again after a change was seen. Rejects
 * with a `ContentError` where the content has problems, so that `dev` shows them over the page.
 */
export async function currentLibrary(): Promise<Library> {
  if (shared.warraqLibrary) return shared.warraqLibrary.library;
  opened ??= openSound();
  return opened;
}

/** The rendered body of a content-relative Markdown file of the current library. */
export async function currentBody(file: string): Promise<RenderedBody> {
  if (shared.warraqLibrary) return shared.warraqLibrary.renderBody(file);
  const { renderBody } = await import('./library.ts');
  return renderBody(file, readEnvironment());
}

/** An image of the current site: see `CurrentLibrary.readImage`. */
export async function currentImage(name: string): ReturnType<ImageStore['read']> {
  if (shared.warraqLibrary) return shared.warraqLibrary.readImage(name);
  const { createImageStore } = await import('./images/images.ts');
  return createImageStore(readEnvironment()).read(name);
}

/** The archived comments on an article of the current site. */
export function currentThread(articleId: string): Promise<Comment[]> {
  return readThread(articleId, readEnvironment().contentDirectory);
}

async function openSound(): Promise<Library> {
  const { openLibrary } = await import('./library.ts');
  const library = await openLibrary(readEnvironment());
  if (library.problems.length > 0) throw new ContentError(library.problems);
  return library;
}
