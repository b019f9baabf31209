import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { Environment } from '../../library/environment.ts';

/**
 * Returns the options that a command starts Astro with. Astro's root is the engine, but if the engine is a package, Astro
 * starts in the cache of the newsroom, because it writes `.astro/` into the root that it starts with; then an integration
 * makes the engine its root.
 */
export async function astroOptions({
  engineDirectory,
  newsroomDirectory,
  cacheDirectory,
}: Environment): Promise<AstroInlineConfig> {
  if (engineDirectory === newsroomDirectory) return { root: engineDirectory };
  const file = path.join(engineDirectory, 'astro.config.mjs');
  const { default: config } = (await import(pathToFileURL(file).href)) as { default: AstroInlineConfig };
  return {
    ...config,
    configFile: false,
    root: path.join(cacheDirectory, 'astro'),
    srcDir: path.join(engineDirectory, 'src'),
    integrations: [...(config.integrations ?? []), engineAsRoot(engineDirectory)],
  };
}

function engineAsRoot(engineDirectory: string): AstroIntegration {
  return {
    name: 'warraq:engine-as-root',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const root = pathToFileURL(`${engineDirectory}${path.sep}`);
        // The type has no root, because integrations seldom change it.
        updateConfig({ root } as Parameters<typeof updateConfig>[0]);
      },
    },
  };
}
