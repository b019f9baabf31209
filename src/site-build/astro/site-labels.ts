import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normalizePath, type Plugin } from 'vite';
import { currentEnvironment } from '../../library/current-library.ts';
import { readCompiledContent } from './read-compiled-content.ts';

const module = normalizePath(fileURLToPath(new URL('../../strings/site-labels.ts', import.meta.url)));

/**
 * Compiles the words that a site replaces into its pages. A component imports its words, so that they need not travel
 * through the props of all components around it; see docs/decisions/0013-labels.md.
 */
export function siteLabels(): AstroIntegration {
  const plugin: Plugin = {
    name: 'warraq:site-labels',
    // Before Vite's own plugins, which would read the file.
    enforce: 'pre',
    async load(id) {
      if (id.split('?')[0] !== module) return undefined;
      const { settings } = await readCompiledContent(currentEnvironment());
      return `export const siteLabels = ${JSON.stringify(settings.labels)};\n`;
    },
  };
  return {
    name: plugin.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
