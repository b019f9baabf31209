import type { Comment } from '../lib/comments/comment.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { readHandover } from './astro-handover.ts';
import { readThread } from './content/comment-threads.ts';
import { ContentError } from './content/content-error.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { Library } from './types.ts';

let opened: Promise<Library> | undefined;

/**
 * The library that a build has handed over. In `dev` it is opened here, and again in a new instance of this module after a
 * change. Rejects with a `ContentError` if the content has problems, so that `dev` shows them over the page.
 */
export async function currentLibrary(): Promise<Library> {
  const current = readHandover().currentLibrary;
  if (current) return current.library;
  opened ??= openSoundLibrary();
  return opened;
}

/** The rendered body of a content-relative Markdown file of the current library. */
export async function currentBody(file: string): Promise<RenderedBody> {
  const current = readHandover().currentLibrary;
  if (current) return current.renderBody(file);
  const { renderBody } = await import('./library.ts');
  return renderBody(file, currentEnvironment());
}

/** An image of the current site: see `CurrentLibrary.readImage`. */
export async function currentImage(name: string): ReturnType<ImageStore['read']> {
  const current = readHandover().currentLibrary;
  if (current) return current.readImage(name);
  const { createImageStore } = await import('./images/images.ts');
  return createImageStore(currentEnvironment()).read(name);
}

/** The archived comments on an article of the current site. */
export function currentThread(articleId: string): Promise<Comment[]> {
  return readThread(articleId, currentEnvironment().contentDirectory);
}

/** The environment of the command that runs, as pages ask for it. */
export function currentEnvironment(): Environment {
  const { environment } = readHandover();
  if (!environment) throw new Error('Nothing has handed the environment over to the pages.');
  return environment;
}

async function openSoundLibrary(): Promise<Library> {
  // Imported when it is needed: a build's bundle of pages has no use for the code that reads content.
  const { openLibrary } = await import('./library.ts');
  const library = await openLibrary(currentEnvironment());
  if (library.problems.length > 0) throw new ContentError(library.problems);
  return library;
}
