import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { digestBytes } from '../lib/digest.ts';
import { handToAstro } from '../library/astro-handover.ts';
import { openCache } from '../library/cache/cache.ts';
import { createMediaStores } from '../library/content/bodies.ts';
import { ContentError } from '../library/content/content-error.ts';
import { type BodySource, createBodyReader } from '../library/content/kept-bodies.ts';
import type { Environment } from '../library/environment.ts';
import type { BodyReplacements } from '../library/types.ts';
import { type CompiledPages, loadPages } from './astro/compiled-pages.ts';
import { type LinkReader, type LinkSource, openLinkReader } from './link-check.ts';
import { stageBytes } from './publish/output-stage.ts';
import type { OrderedPage, RenderedPage } from './publish/publish.ts';

/** What a process needs to know of a site to render its pages, besides their props. It can be cloned. */
export interface RenderingContext {
  environment: Environment;
  /** The absolute file of the bundle of all pages. */
  entryFile: string;
  bodies: BodySource;
  /** See `CurrentLibrary`. */
  replacements: ReadonlyMap<string, BodyReplacements>;
  links: LinkSource;
  stageDirectory: string;
}

export interface RenderingTask {
  /** A serialized `RenderingContext`, without `imageSigning`. */
  contextFile: string;
  imageSigning: Environment['imageSigning'];
  /** Serialized `OrderedPage`s. */
  batch: Uint8Array;
}

export interface RenderedBatch {
  /** In the order of the task. */
  pages: RenderedPage[];
  hasLostAnchor: boolean;
}

/** What a process keeps from one batch to the next. */
interface Rendering {
  contextFile: string;
  stageDirectory: string;
  pages: Promise<CompiledPages>;
  links: LinkReader;
}

let current: Rendering | undefined;

/** Renders pages, reads their links and stages them. Runs in a child process. */
export async function renderPages({ contextFile, imageSigning, batch }: RenderingTask): Promise<RenderedBatch> {
  if (current?.contextFile !== contextFile) current = begin(contextFile, imageSigning);
  const rendering = current;
  const ordered = deserialize(batch) as OrderedPage[];
  const pages: RenderedPage[] = [];
  for (const page of ordered) {
    // Rendering never yields to the event loop, which has to notice that the build was killed.
    await setImmediate();
    pages.push(await renderPage(page, rendering));
  }
  return { pages, hasLostAnchor: rendering.links.keep() };
}

function begin(contextFile: string, imageSigning: Environment['imageSigning']): Rendering {
  // If the build is killed, the next one may already stage files where this process would go on doing so.
  process.once('disconnect', () => process.exit());
  const context = deserialize(readFileSync(contextFile)) as RenderingContext;
  const { entryFile, bodies, replacements, links, stageDirectory } = context;
  const environment = { ...context.environment, ...(imageSigning && { imageSigning }) };
  const stores = createMediaStores(environment, bodies.settings);
  const renderBody = createBodyReader(bodies, stores);
  handToAstro({ environment, currentLibrary: { replacements, renderBody, readImage: stores.images.read } });
  return {
    contextFile,
    stageDirectory,
    pages: loadPages(entryFile, { url: links.siteUrl }, environment),
    links: openLinkReader(openCache(environment.cacheDirectory), links),
  };
}

async function renderPage(
  { file, key, digestInOutput, task: { pathname, component, props } }: OrderedPage,
  { pages, links, stageDirectory }: Rendering,
): Promise<RenderedPage> {
  const { render, findRoute } = await pages;
  try {
    const bytes = await render({ pathname, route: findRoute(component), props: { compose: () => props } });
    const digest = digestBytes(bytes);
    const isInOutput = digest === digestInOutput;
    if (!isInOutput) stageBytes(stageDirectory, file, { key, digest }, bytes);
    if (file.endsWith('.html')) links.read(file, bytes, digest);
    return { digest, size: bytes.length, isInOutput };
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems };
    throw error;
  }
}
