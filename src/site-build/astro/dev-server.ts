import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { assetFolder, fileFolder, imageFolder } from '../../lib/paths.ts';
import { shareCardFolder } from '../../lib/share-card.ts';
import { handToAstro } from '../../library/astro-handover.ts';
import { createShareCardStore } from '../../library/cards/share-cards.ts';
import { currentEnvironment } from '../../library/current-library.ts';
import { atPresent, type Environment } from '../../library/environment.ts';
import { createFileStore } from '../../library/files/files.ts';
import { createImageStore } from '../../library/images/images.ts';
import { openLibrary } from '../../library/library.ts';
import { readableLibrary } from '../../library/readable-library.ts';
import { readThemeAsset } from '../../library/theme/owner-styles.ts';
import type { Library } from '../../library/types.ts';
import { findShareCards } from '../share-cards.ts';
import { serveBelowBase } from './base-redirect.ts';
import { type ShownProblems, showProblems } from './show-problems.ts';

/**
 * Adds to Astro's `dev` server: it reloads pages when the content changes, shows the problems of the content, and makes
 * images, share cards and files on request. `base` is the path that the site lives below.
 */
export function devServer(environment: Environment, base: string): AstroIntegration {
  let started: ViteDevServer | undefined;
  return {
    name: 'warraq:dev-server',
    hooks: {
      'astro:server:setup': ({ server }) => {
        started = server;
        const shown = showProblems();
        server.middlewares.use(shown.handle);
        reloadOnChange(server, environment, shown);
        const images = createImageStore(environment);
        serveFolder(server, imageFolder, (name) => images.read(name));
        const files = createFileStore(environment);
        serveFolder(server, fileFolder, (name) => files.read(name));
        serveFolder(server, assetFolder, async (name) => {
          const { ownerStyles } = await openLibrary(currentEnvironment());
          return readThemeAsset(ownerStyles, name);
        });
        const storeOf = keepLast((faces: Faces) => createShareCardStore(environment, faces));
        serveFolder(server, shareCardFolder, async (name) => {
          const library = readableLibrary(await openLibrary(currentEnvironment()));
          const cards = storeOf(library.ownerStyles?.faces);
          const bytes = await cards.read(name, findShareCards(library, environment));
          return bytes && { bytes, type: 'image/png' };
        });
      },
      'astro:server:start': () => {
        if (started) serveBelowBase(started, base);
      },
    },
  };
}

type Faces = NonNullable<Library['ownerStyles']>['faces'] | undefined;

/** Returns a function that calls `make` again only for another argument than the last. */
function keepLast<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { key: string; made: Made } | undefined;
  return (given) => {
    const key = JSON.stringify(given) ?? '';
    if (last?.key !== key) last = { key, made: make(given) };
    return last.made;
  };
}

function reloadOnChange(server: ViteDevServer, environment: Environment, shown: ShownProblems): void {
  const directory = environment.contentDirectory;
  server.watcher.add(directory);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(directory)) return;
    // An update that an author dates a minute ago would lie after the moment at which the server started.
    handToAstro({ environment: atPresent(environment) });
    shown.renew();
    reload(server);
  });
}

/**
 * Responds to requests for `/<folder>/<name>` with the result of `read`; if it is undefined, passes them to other
 * middleware.
 */
function serveFolder(
  server: ViteDevServer,
  folder: string,
  read: (name: string) => Promise<{ bytes: Uint8Array; type: string } | undefined>,
): void {
  const prefix = `/${folder}/`;
  server.middlewares.use(async (request, response, next) => {
    const name = request.url?.startsWith(prefix) ? request.url.slice(prefix.length) : '';
    const found = name === '' ? undefined : await read(decodeURIComponent(name));
    if (!found) return next();
    response.setHeader('content-type', found.type);
    response.end(found.bytes);
  });
}

function reload(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
  server.environments.client.hot.send({ type: 'full-reload' });
}
