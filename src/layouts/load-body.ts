import { mdxBodies } from 'virtual:mdx-bodies';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { currentBody, currentLibrary, handedExpiredLinks } from '../library/current-library.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { expiredLinksIn } from '../model/expired-links.ts';

/** The HTML of a Markdown body, or the Astro component that an MDX body compiles to. */
type LoadedBody = Pick<RenderedBody, 'hasVerse' | 'hasEmbeds' | 'hasTables' | 'components' | 'headings'> & {
  /** The links to what has expired, as the HTML has them: they become plain text. */
  expiredLinks: string[];
} & ({ html: string } | { Content: AstroComponentFactory });

/** Loads the body of an article or a standalone page; `file` is relative to the content directory. */
export async function loadBody({ file, format }: { file: string; format: 'md' | 'mdx' }): Promise<LoadedBody> {
  const { html, hasVerse, hasEmbeds, hasTables, components, headings } = await currentBody(file);
  const expiredLinks = await currentExpiredLinks(file);
  if (format === 'md') return { html, hasVerse, hasEmbeds, hasTables, headings, expiredLinks };
  const load = mdxBodies[file];
  if (!load) throw new Error(`${file} is not among the compiled MDX bodies.`);
  return {
    Content: (await load()).default,
    hasVerse,
    hasEmbeds,
    hasTables,
    headings,
    expiredLinks,
    ...(components && { components }),
  };
}

/** Returns the links to what has expired in the body of a content-relative file. */
export async function currentExpiredLinks(file: string): Promise<string[]> {
  const handed = handedExpiredLinks();
  return handed ? (handed.get(file) ?? []) : expiredLinksIn(file, await currentLibrary());
}
