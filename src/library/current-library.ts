import type { Comment } from '../lib/comments/comment.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { readHandover } from './astro-handover.ts';
import { readThread } from './content/comment-threads.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import { readableLibrary } from './readable-library.ts';
import type { Library } from './types.ts';

let opened: Promise<Library> | undefined;

/**
 * Returns the library that a build has handed over. In `dev`, opens it; after a change, a new instance of this module
 * opens it again, without what problems keep from being shown: `dev` shows these problems in its place.
 */
export async function currentLibrary(): Promise<Library> {
  const current = readHandover().currentLibrary;
  if (current && !current.library) throw new Error('A page that is rendered in another process shows only its props.');
  if (current?.library) return current.library;
  opened ??= openReadableLibrary();
  return opened;
}

/** Returns the links to what has expired that a build has handed over in the place of its library. */
export function handedExpiredLinks(): ReadonlyMap<string, string[]> | undefined {
  return readHandover().currentLibrary?.expiredLinks;
}

/** Returns the rendered body of a content-relative Markdown file of the current library. */
export async function currentBody(file: string): Promise<RenderedBody> {
  const current = readHandover().currentLibrary;
  if (current) return current.renderBody(file);
  const { renderBody } = await import('./library.ts');
  return renderBody(file, currentEnvironment());
}

/** Reads an image of the current site. See `ImageStore.read`. */
export async function currentImage(name: string): ReturnType<ImageStore['read']> {
  const current = readHandover().currentLibrary;
  if (current) return current.readImage(name);
  const { createImageStore } = await import('./images/images.ts');
  return createImageStore(currentEnvironment()).read(name);
}

/** Reads the archived comments on an article of the current site. */
export function currentThread(articleId: string): Promise<Comment[]> {
  return readThread(articleId, currentEnvironment().contentDirectory);
}

/** Returns the environment of the running command. Throws if no command has handed it over. */
export function currentEnvironment(): Environment {
  const { environment } = readHandover();
  if (!environment) throw new Error('Nothing has handed the environment over to the pages.');
  return environment;
}

async function openReadableLibrary(): Promise<Library> {
  // Imported dynamically, because in a build pages receive the library and need no code that reads content.
  const { openLibrary } = await import('./library.ts');
  return readableLibrary(await openLibrary(currentEnvironment()));
}
