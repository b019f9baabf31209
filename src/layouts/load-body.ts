import { mdxBodies } from 'virtual:mdx-bodies';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { currentBody, currentLibrary, handedReplacements } from '../library/current-library.ts';
import type { BodyReplacements } from '../library/types.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { noReplacements, replacementsIn } from '../model/body-replacements.ts';

/** The HTML of a Markdown body, or the Astro component that an MDX body compiles to. */
type LoadedBody = Pick<RenderedBody, 'hasVerse' | 'hasEmbeds' | 'hasTables' | 'components' | 'headings'> &
  BodyReplacements &
  ({ html: string } | { Content: AstroComponentFactory });

/** Loads the body of an article or a standalone page; `file` is relative to the content directory. */
export async function loadBody({ file, format }: { file: string; format: 'md' | 'mdx' }): Promise<LoadedBody> {
  const { html, hasVerse, hasEmbeds, hasTables, components, headings } = await currentBody(file);
  const replaced = await currentReplacements(file);
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

/** Returns what has to be replaced in the body of a content-relative file. */
export async function currentReplacements(file: string): Promise<BodyReplacements> {
  const handed = handedReplacements();
  return handed ? (handed.get(file) ?? noReplacements) : replacementsIn(file, await currentLibrary());
}
