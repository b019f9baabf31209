import type { AstroIntegration } from 'astro';
import { shareCardFolder } from '../lib/share-card.ts';
import type { Environment } from '../library/environment.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { createShareCardStore } from '../library/share-cards.ts';
import { shareCards } from '../model/share-card.ts';

/** Writes the share cards that the output does not have yet. Gives the paths of all, relative to the output. */
export async function writeShareCards(library: Library, environment: Environment): Promise<string[]> {
  const { files } = await createShareCardStore(environment).write(environment.outputDirectory, shareCards(library));
  return files;
}

/** Writes share cards at the end of a build, and draws them on demand in `dev`. */
export function shareCardOutput(environment: Environment): AstroIntegration {
  const store = createShareCardStore(environment);
  const folder = `/${shareCardFolder}/`;
  return {
    name: 'warraq:share-cards',
    hooks: {
      'astro:build:done': async () => {
        await writeShareCards(await openLibrary(environment), environment);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.startsWith(folder) ? request.url.slice(folder.length) : undefined;
          const card = name && shareCards(await openLibrary(environment)).get(name);
          if (!card) return next();
          response.setHeader('content-type', 'image/png');
          response.end(await store.read(name, card));
        });
      },
    },
  };
}
