import type { Comment } from '../lib/comments/comment.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { type CurrentLibrary, readHandover } from './astro-handover.ts';
import { readThread } from './content/comment-threads.ts';
import type { Environment } from './environment.ts';
import type { ImageStore } from './images/images.ts';
import type { BodyReplacements, Library } from './types.ts';

/** Returns the library that a build or `dev` has handed over. */
export async function currentLibrary(): Promise<Library> {
  const { library } = await handedOver();
  if (!library) throw new Error('A page that is rendered in another process shows only its props.');
  return library;
}

/** Returns what bodies replace, by content-relative file, as a build hands it over in the place of its library. */
export function handedReplacements(): ReadonlyMap<string, BodyReplacements> | undefined {
  return readHandover().currentLibrary?.replacements;
}

/** Returns the rendered body of a content-relative Markdown file of the current library. */
export async function currentBody(file: string): Promise<RenderedBody> {
  return (await handedOver()).renderBody(file);
}

/** Reads an image of the current site. See `ImageStore.read`. */
export async function currentImage(name: string): ReturnType<ImageStore['read']> {
  return (await handedOver()).readImage(name);
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

async function handedOver(): Promise<CurrentLibrary> {
  const { currentLibrary: handed, watchedLibrary } = readHandover();
  const current = handed ?? (await watchedLibrary?.readable());
  if (!current) throw new Error('Nothing has handed the library over to the pages.');
  return current;
}
