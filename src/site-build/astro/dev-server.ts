import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Connect, normalizePath, type ViteDevServer } from 'vite';
import { decodePart } from '../../lib/decode-path.ts';
import { assetFolder, fileFolder, imageFolder } from '../../lib/paths.ts';
import { shareCardFolder } from '../../lib/share-card.ts';
import { handToAstro, type WatchedLibrary } from '../../library/astro-handover.ts';
import { createShareCardStore } from '../../library/cards/share-cards.ts';
import { currentEnvironment } from '../../library/current-library.ts';
import { atPresent, type Environment } from '../../library/environment.ts';
import { createFileStore } from '../../library/files/files.ts';
import { createImageStore } from '../../library/images/images.ts';
import { newsroomPublicDirectory } from '../../library/public-files.ts';
import { readThemeAsset } from '../../library/theme/owner-styles.ts';
import type { Library } from '../../library/types.ts';
import { watchLibrary } from '../../library/watched-library.ts';
import { planPublicFiles } from '../public-outputs.ts';
import { findShareCards } from '../share-cards.ts';
import { isIconPath } from '../site-icons.ts';
import { serveBelowBase } from './base-redirect.ts';
import { showProblems } from './show-problems.ts';

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
        const watched = watchLibrary();
        handToAstro({ watchedLibrary: watched });
        const shown = showProblems(watched);
        shown.tell();
        server.middlewares.use(shown.handle);
        reloadOnChange(server, environment, () => {
          watched.renew();
          shown.tell();
        });
        const images = createImageStore(environment);
        serveFolder(server, imageFolder, (name) => images.read(name));
        const files = createFileStore(environment);
        serveFolder(server, fileFolder, (name) => files.read(name));
        servePublicFiles(server, watched);
        serveFolder(server, assetFolder, async (name) => {
          const { ownerStyles } = await watched.whole();
          return readThemeAsset(ownerStyles, name);
        });
        const storeOf = keepLast((faces: Faces) => createShareCardStore(environment, faces));
        serveFolder(server, shareCardFolder, async (name) => {
          const { library } = await watched.readable();
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

/** As Vite names files. */
const libraryModule = normalizePath(fileURLToPath(new URL('../../library/current-library.ts', import.meta.url)));

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

function reloadOnChange(server: ViteDevServer, environment: Environment, onChange: () => void): void {
  const directory = environment.contentDirectory;
  server.watcher.add(directory);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(directory)) return;
    // An update that an author dates a minute ago would lie after the moment at which the server started.
    handToAstro({ environment: atPresent(environment) });
    onChange();
    evaluateAgain(server, path.relative(directory, file));
    server.environments.client.hot.send({ type: 'full-reload' });
  });
}

/** Adds middleware whose errors become those of the request, not of the whole server. */
function use(
  server: ViteDevServer,
  respond: (...request: Parameters<Connect.NextHandleFunction>) => Promise<void>,
): void {
  server.middlewares.use((request, response, next) => {
    respond(request, response, next).catch(next);
  });
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
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
  use(server, async (request, response, next) => {
    const name = request.url?.startsWith(prefix) ? request.url.slice(prefix.length) : '';
    const found = name === '' ? undefined : await read(decodeURIComponent(name));
    if (!found) return next();
    response.setHeader('content-type', found.type);
    response.end(found.bytes);
  });
}

/** Serves the icons of the newsroom and the engine's files; Vite serves the newsroom's own, which go before them. */
function servePublicFiles(server: ViteDevServer, watched: WatchedLibrary): void {
  use(server, async (request, response, next) => {
    const environment = currentEnvironment();
    const name = decodePart(request.url?.replace(/[?#].*/, '') ?? '').slice(1);
    const isOurs = isIconPath(name) || isFile(path.join(environment.publicDirectory, name));
    if (!isOurs || isFile(path.join(newsroomPublicDirectory(environment), name))) return next();
    const { library } = await watched.readable();
    const output = planPublicFiles(library, environment).findLast((candidate) => candidate.path === name);
    if (!output) return next();
    const type = publicTypes[path.extname(name)];
    if (type !== undefined) response.setHeader('content-type', type);
    response.end(await output.make());
  });
}

const publicTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Texts that pages read from the library: they are in no module that Vite compiles, unlike MDX, settings and the theme. */
const textFile = /^(?:articles|pages|live)[\\/].*\.md$/;

/**
 * Makes the server evaluate pages again, because Astro keeps the paths of a page as long as its module is the same. After
 * a change of a text, no module is compiled again.
 */
function evaluateAgain(server: ViteDevServer, changed: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    if (!textFile.test(changed)) moduleGraph.invalidateAll();
    // Whatever imports this module is evaluated again with it.
    for (const found of moduleGraph.getModulesByFile(libraryModule) ?? []) moduleGraph.invalidateModule(found);
  }
}
