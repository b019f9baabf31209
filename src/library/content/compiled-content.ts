import type { Library } from '../types.ts';
import type { BodySettings } from './bodies.ts';

/** The part of a site that is compiled into the renderer, instead of being read when pages are rendered. */
export interface CompiledContent {
  settings: BodySettings;
  /** Articles and standalone pages in MDX, content-relative. */
  mdxFiles: string[];
}

export function compiledContentOf({ site, articles, pages }: Library): CompiledContent {
  const { url, typesetting, disabledRules, digits, embeds, labels } = site;
  const mdxFiles = [...articles, ...pages].filter(({ format }) => format === 'mdx').map(({ file }) => file);
  return { settings: { url, typesetting, disabledRules, digits, embeds, labels }, mdxFiles };
}
