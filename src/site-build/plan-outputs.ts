import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import { serviceWorkerFile } from '../lib/paths.ts';
import { ContentError } from '../library/content/content-error.ts';
import type { Environment } from '../library/environment.ts';
import { createFileStore, type FileStore } from '../library/files/files.ts';
import { listFiles } from '../library/list-files.ts';
import { assetPath } from '../library/theme/theme-assets.ts';
import type { Library } from '../library/types.ts';
import { textsOf } from '../model/texts-by-file.ts';
import { sitemapPath } from '../model/urls.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import type { PagePath, Renderer } from './astro/page-renderer.ts';
import { planHostFiles } from './host-files.ts';
import { planPublicFiles } from './public-outputs.ts';
import { type Output, outputFile } from './publish/output.ts';
import { planShareCards } from './share-cards.ts';

/**
 * Plans all files of the site except output folders, by output-relative path. A file in `public/` replaces a page with
 * the same path. `images` are planned before, because pages show which of them are made; `isEncoding` tells whether any
 * are being encoded. A site that search engines must not index has no sitemap.
 */
export async function planOutputs(
  library: Library,
  renderer: Renderer,
  environment: Environment,
  images: readonly Output[],
  isEncoding: boolean,
): Promise<Map<string, Output>> {
  const outputs = new Map<string, Output>();
  for (const page of await renderer.listPaths()) {
    const output = planPage(page, renderer, isEncoding);
    if (!library.site.indexed && output.path === outputFile(sitemapPath)) continue;
    if (outputs.has(output.path)) throw new Error(`Two pages are at ${page.pathname}.`);
    outputs.set(output.path, output);
  }
  const others = [
    ...planBodyFiles(library, createFileStore(environment)),
    ...planAssets(renderer, library.site),
    ...planShareCards(library, environment),
    ...planOwnerStyles(library),
    ...planPublicFiles(library, environment),
    ...(await planHostFiles(library, environment)),
  ];
  for (const output of others) outputs.set(output.path, output);
  for (const image of images) if (!outputs.has(image.path)) outputs.set(image.path, { ...image, waits: isEncoding });
  return outputs;
}

function planPage(page: PagePath, renderer: Renderer, isEncoding: boolean): Output {
  const { pathname, route, cacheKey, props } = page;
  // Feeds tell the sizes of photos, which only this process knows to be under way.
  const waits = isEncoding && route.type === 'endpoint';
  return {
    path: pageFile(page),
    ...(waits && { waits }),
    ...(cacheKey !== undefined && { key: digestText(`${renderer.key}\n${cacheKey}`) }),
    make: () => renderer.render(page),
    ...(props &&
      canLeave(page) && { composeTask: () => ({ pathname, component: route.component, props: props.compose() }) }),
  };
}

/**
 * Whether another process can render a page: one with a key shows only its props, which are data unless it composes them
 * with words of the interface.
 */
function canLeave({ cacheKey, props }: PagePath): boolean {
  return cacheKey !== undefined && props?.compose.length === 0;
}

/**
 * Returns the file of a page: `k7q3m/index.html` for `/k7q3m`. The 404 page and endpoints keep their names, except for
 * an endpoint without an ending: a feed at the old path `/category/news/feed/`.
 */
function pageFile({ pathname, route }: PagePath): string {
  const bare = pathname.replace(/^\/|\/$/g, '').normalize('NFC');
  if (route.type !== 'page') return /\.[^./]+$/.test(bare) ? bare : `${bare}/index.html`;
  if (bare === '404') return '404.html';
  return bare === '' ? 'index.html' : `${bare}/index.html`;
}

/** Plans the files that articles and pages link to, besides those of `public/`, which are published at their own paths. */
function planBodyFiles(library: Library, store: FileStore): Output[] {
  const files = textsOf(library).flatMap(({ bodyFiles }) => bodyFiles);
  return files
    .filter(({ source }) => !source.startsWith('/'))
    .map(({ url, source }) => ({
      path: decodeURI(url).slice(1),
      key: url,
      async make() {
        const bytes = await store.take({ url, source });
        if (bytes) return bytes;
        throw new ContentError([{ file: source, line: 1, message: commandStrings.build.changedFile }]);
      },
    }));
}

/** Plans the newsroom's style sheet, and the fonts and images that it names. */
function planOwnerStyles({ ownerStyles }: Library): Output[] {
  if (ownerStyles === undefined) return [];
  const { sheet, css, assets } = ownerStyles;
  return [
    { path: sheet.slice(1), key: sheet, make: async () => Buffer.from(css) },
    ...assets.map(({ fileName, absolute }) => ({
      path: assetPath(fileName).slice(1),
      key: fileName,
      make: () => readFile(absolute),
    })),
  ];
}

/** The bundle of `layouts/offline-worker.ts`. */
const workerBundle = /^_astro\/offline-worker-[\w-]+\.js$/;

/**
 * Plans the styles, scripts and fonts that pages refer to. The service worker has an address of its own, at the root of
 * the site; one that is switched off is left to the page there, a worker that removes itself.
 */
function planAssets({ clientDirectory, key }: Renderer, { offline }: Site): Output[] {
  const files = listFiles(clientDirectory).map((file) => ({ file, isWorker: workerBundle.test(file) }));
  return files
    .filter(({ isWorker }) => offline || !isWorker)
    .map(({ file, isWorker }) => ({
      path: isWorker ? serviceWorkerFile : file.normalize('NFC'),
      key,
      make: () => readFile(path.join(clientDirectory, file)),
    }));
}
