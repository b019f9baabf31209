/// <reference types="astro/client" />

declare module 'virtual:mdx-bodies' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The compiled body of every MDX article and page, by its content-relative file. */
  export const mdxBodies: Record<string, () => Promise<{ default: AstroComponentFactory }>>;
}
