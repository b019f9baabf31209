import { mdxBodies } from 'virtual:mdx-bodies';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { currentBody } from '../library/current-library.ts';

/** A body ready to be placed: HTML from Markdown, or the component that an MDX file compiles to. */
export type Body = { html: string } | { Content: AstroComponentFactory };

export async function loadBody({ file, format }: { file: string; format: 'md' | 'mdx' }): Promise<Body> {
  if (format === 'md') return { html: (await currentBody(file)).html };
  const load = mdxBodies[file];
  if (!load) throw new Error(`${file} is not among the compiled MDX bodies.`);
  return { Content: (await load()).default };
}
