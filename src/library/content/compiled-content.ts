import { type Library, type LibraryOptions, openLibrary } from '../library.ts';
import type { BodySettings } from './bodies.ts';

/** What of a site is compiled to code with the pages, and not read when they are rendered. */
export interface CompiledContent {
  settings: BodySettings;
  /** Content-relative, of the articles and the standalone pages in MDX. */
  mdxFiles: string[];
}

/** Astro's configuration may have its own copy of this module; the process is what both copies share. */
const shared = globalThis as { warraqCompiledContent?: CompiledContent };

export function compiledContentOf({ site, articles, pages }: Library): CompiledContent {
  const { url, typesetting, disabledRules } = site;
  const mdxFiles = [...articles, ...pages].filter(({ format }) => format === 'mdx').map(({ file }) => file);
  return { settings: { url, typesetting, disabledRules }, mdxFiles };
}

/** Gives Astro's configuration in this process what a build has opened. */
export function publishCompiledContent(content: CompiledContent): void {
  shared.warraqCompiledContent = content;
}

/** What a build has published; in `dev`, what the library has now. */
export async function openCompiledContent(options: LibraryOptions): Promise<CompiledContent> {
  return shared.warraqCompiledContent ?? compiledContentOf(await openLibrary(options));
}
