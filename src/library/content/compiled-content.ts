import type { Library } from '../types.ts';
import type { BodySettings } from './bodies.ts';

/** What of a site is compiled to code with the pages, instead of being read when they are rendered. */
export interface CompiledContent {
  settings: BodySettings;
  /** Content-relative: articles and standalone pages in MDX. */
  mdxFiles: string[];
}

export function compiledContentOf({ site, articles, pages }: Library): CompiledContent {
  const { url, typesetting, disabledRules } = site;
  const mdxFiles = [...articles, ...pages].filter(({ format }) => format === 'mdx').map(({ file }) => file);
  return { settings: { url, typesetting, disabledRules }, mdxFiles };
}
