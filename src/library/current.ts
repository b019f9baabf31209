import type { Comment } from '../lib/comments/comment.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { readThread } from './comments.ts';
import { ContentError } from './content-error.ts';
import { readEnvironment } from './environment.ts';
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

/** The archived comments on an article of the current site. */
export function currentThread(articleId: string): Promise<Comment[]> {
  return readThread(articleId, readEnvironment().contentDirectory);
}

async function openSound(): Promise<Library> {
  const library = await openLibrary(readEnvironment());
  if (library.problems.length > 0) throw new ContentError(library.problems);
  return library;
}
