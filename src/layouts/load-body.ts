import { mdxBodies } from 'virtual:mdx-bodies';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { currentBody, currentLibrary } from '../library/current-library.ts';
import type { ShownOriginal } from '../library/types.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { expiredLinksIn } from '../model/expired-links.ts';
import { originalsIn } from '../model/originals.ts';

/** The HTML of a Markdown body, or the Astro component that an MDX body compiles to. */
type LoadedBody = Pick<RenderedBody, 'hasVerse' | 'hasEmbeds' | 'hasTables' | 'components' | 'headings'> & {
  /** The links to what has expired, as the HTML has them: they become plain text. */
  expiredLinks: string[];
  /** The photos whose sizes are not made. */
  originals: ShownOriginal[];
} & ({ html: string } | { Content: AstroComponentFactory });

/** Loads the body of an article or a standalone page; `file` is relative to the content directory. */
export async function loadBody({ file, format }: { file: string; format: 'md' | 'mdx' }): Promise<LoadedBody> {
  const { html, hasVerse, hasEmbeds, hasTables, components, headings } = await currentBody(file);
  const library = await currentLibrary();
  const replaced = { expiredLinks: expiredLinksIn(file, library), originals: originalsIn(file, library) };
  if (format === 'md') return { html, hasVerse, hasEmbeds, hasTables, headings, ...replaced };
  const load = mdxBodies[file];
  if (!load) throw new Error(`${file} is not among the compiled MDX bodies.`);
  return {
    Content: (await load()).default,
    hasVerse,
    hasEmbeds,
    hasTables,
    headings,
    ...replaced,
    ...(components && { components }),
  };
}
