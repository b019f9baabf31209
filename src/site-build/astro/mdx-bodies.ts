import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { toPrintable } from '../../lib/printable-text.ts';
import type { Environment } from '../../library/environment.ts';
import { findFrontMatter } from '../../schema/front-matter.ts';
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
      if (id.endsWith('.mdx') && id.startsWith(environment.contentDirectory)) return readMdx(id);
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
        updateConfig({
          vite: {
            plugins: [plugin],
            server: { fs: { allow: [environment.contentDirectory, path.join(environment.engineDirectory, 'src')] } },
          },
        });
      },
    },
  };
}

/**
 * Reads a file in MDX as the library does, without its front matter: Astro would read that by another YAML parser, which
 * throws at some of what ours accepts. The lines of the body keep their numbers.
 */
async function readMdx(file: string): Promise<string> {
  const text = toPrintable(await readFile(file, 'utf8'));
  const bodyStart = findFrontMatter(text)?.bodyStart ?? 0;
  return text.slice(0, bodyStart).replace(/[^\n]+/g, '') + text.slice(bodyStart);
}
