import type { AstroIntegration } from 'astro';
import { imageUrl } from '../lib/paths.ts';
import type { Environment } from '../library/environment.ts';
import { createImageStore } from '../library/images.ts';
import { openLibrary } from '../library/library.ts';

/** Encodes the images that published pages show into the output, and serves them on demand in `dev`. */
export function images(environment: Environment): AstroIntegration {
  const store = createImageStore(environment);
  return {
    name: 'warraq:images',
    hooks: {
      'astro:build:done': async () => {
        const { articles, pages } = await openLibrary(environment);
        const leads = articles.flatMap(({ picture }) => picture?.source ?? []);
        const inBodies = [...articles, ...pages].flatMap(({ bodyImages }) => bodyImages);
        await store.write(environment.outputDirectory, leads, inBodies);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.startsWith(imageUrl('')) && request.url.slice(imageUrl('').length);
          const image = name ? await store.read(decodeURIComponent(name)) : undefined;
          if (!image) return next();
          response.setHeader('content-type', image.type);
          response.end(image.bytes);
        });
      },
    },
  };
}
