import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { type Environment, publishEnvironment } from '../library/environment.ts';
import { openLibrary } from '../library/library.ts';
import { formatProblems } from '../schema/problem.ts';

/** Bad content, told to its author: the message is the whole Arabic report, and nobody needs the stack. */
export class ContentError extends Error {
  override name = 'ContentError';
}

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
        if (command === 'build' && problems.length > 0) throw new ContentError(formatProblems(problems));
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
