import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { ContentError } from '../library/content-error.ts';
import { type Environment, publishEnvironment } from '../library/environment.ts';
import { openLibrary } from '../library/library.ts';

/**
 * Holds the content to its rules before anything is built from it, and keeps `dev` in step with the files.
 * Throws a `ContentError` where a build finds problems; in `dev` the pages show them.
 */
export function content(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:content',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        environment.includeUnpublished = command === 'dev';
        publishEnvironment(environment);
        const { problems } = await openLibrary(environment);
        if (command === 'build' && problems.length > 0) throw new ContentError(problems);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(environment.contentDirectory);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(environment.contentDirectory)) reload(server);
        });
      },
    },
  };
}

function reload(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
  server.environments.client.hot.send({ type: 'full-reload' });
}
