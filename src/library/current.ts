import type { RenderedBody } from '../markdown/body.ts';
import { readEnvironment } from './environment.ts';
import { type Library, openLibrary, renderBody } from './library.ts';

let opened: Promise<Library> | undefined;

/** The library of the site that is being built or served; opened once, and again after `dev` has seen a change. */
export function currentLibrary(): Promise<Library> {
  opened ??= openLibrary(readEnvironment());
  return opened;
}

/** The rendered body of a content-relative Markdown file of the current library. */
export function currentBody(file: string): Promise<RenderedBody> {
  return renderBody(file, readEnvironment());
}
