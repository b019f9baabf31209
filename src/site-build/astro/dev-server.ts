import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { imageUrl } from '../../lib/paths.ts';
import { shareCardFolder } from '../../lib/share-card.ts';
import { createShareCardStore } from '../../library/cards/share-cards.ts';
import { type Environment, publishEnvironment } from '../../library/environment.ts';
import { createImageStore } from '../../library/images/images.ts';
import { openLibrary } from '../../library/library.ts';
import { findShareCards } from '../share-cards.ts';

/** What `dev` needs beside the pages: drafts shown, the content watched, images encoded when they are asked for. */
export function devServer(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:dev-server',
    hooks: {
      'astro:config:setup': ({ command }) => {
        environment.includeUnpublished = command === 'dev';
        publishEnvironment(environment);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(environment.contentDirectory);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(environment.contentDirectory)) reload(server);
        });
        const store = createImageStore(environment);
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.startsWith(imageUrl('')) && request.url.slice(imageUrl('').length);
          const image = name ? await store.read(decodeURIComponent(name)) : undefined;
          if (!image) return next();
          response.setHeader('content-type', image.type);
          response.end(image.bytes);
        });
        const cardStore = createShareCardStore(environment);
        server.middlewares.use(async (request, response, next) => {
          if (!request.url?.startsWith(`/${shareCardFolder}/`)) return next();
          const cards = findShareCards(await openLibrary(environment), environment);
          const card = await cardStore.read(request.url.slice(shareCardFolder.length + 2), cards);
          if (!card) return next();
          response.setHeader('content-type', 'image/png');
          response.end(card);
        });
      },
    },
  };
}

function reload(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
  server.environments.client.hot.send({ type: 'full-reload' });
}
