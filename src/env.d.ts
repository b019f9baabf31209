/// <reference types="astro/client" />

declare module 'virtual:theme-components' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The newsroom's own components, by their names. */
  export const themeComponents: Record<string, AstroComponentFactory>;
  /** The URLs of the style sheets that each component needs. */
  export const themeSheets: Record<string, string[]>;
}

declare module 'virtual:mdx-bodies' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The compiled body of every MDX article and page, by its content-relative file. */
  export const mdxBodies: Record<string, () => Promise<{ default: AstroComponentFactory }>>;
}
