import type { RenderedBody } from '../markdown/body.ts';
import { ContentError } from './content-error.ts';
import { readEnvironment } from './environment.ts';
import { createImageStore, type ImageStore } from './images.ts';
import { type Library, openLibrary, renderBody } from './library.ts';

let opened: Promise<Library> | undefined;

/**
 * The library of the site that is being built or served; opened once, and again after `dev` has seen a change. Rejects
 * with a `ContentError` where the content has problems, so that `dev` shows them over the page.
 */
export function currentLibrary(): Promise<Library> {
  opened ??= openSound();
  return opened;
}

/** The rendered body of a content-relative Markdown file of the current library. */
export function currentBody(file: string): Promise<RenderedBody> {
  return renderBody(file, readEnvironment());
}

let images: ImageStore | undefined;

/** An image of the current site by the name of its file, encoded now if need be; nothing where no picture has such a file. */
export function currentImage(name: string): ReturnType<ImageStore['read']> {
  images ??= createImageStore(readEnvironment());
  return images.read(name);
}

async function openSound(): Promise<Library> {
  const library = await openLibrary(readEnvironment());
  if (library.problems.length > 0) throw new ContentError(library.problems);
  return library;
}
