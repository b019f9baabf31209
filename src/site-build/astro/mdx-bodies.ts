import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Environment } from '../../library/environment.ts';
import { readCompiledContent } from './read-compiled-content.ts';

const name = 'virtual:mdx-bodies';
const resolved = `\0${name}`;

/**
 * Provides pages with the compiled bodies of files in MDX. Vite compiles only files that a module imports by path, and
 * the path of the content directory is known only at run time. Therefore the module `virtual:mdx-bodies` is generated:
 * it maps each content-relative file to a function that imports it.
 */
export function mdxBodies(environment: Environment): AstroIntegration {
  const plugin: Plugin = {
    name: 'warraq:mdx-bodies',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: async (id) => {
      if (id !== resolved) return undefined;
      const { mdxFiles } = await readCompiledContent(environment);
      const entries = mdxFiles.map((file) => {
        const source = JSON.stringify(path.join(environment.contentDirectory, file));
        return `  ${JSON.stringify(file)}: () => import(${source}),`;
      });
      return `export const mdxBodies = {\n${entries.join('\n')}\n};\n`;
    },
  };
  return {
    name: plugin.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin], server: { fs: { allow: [environment.contentDirectory] } } } });
      },
    },
  };
}
