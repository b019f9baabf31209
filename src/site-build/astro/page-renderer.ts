import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { digestText, digestValue } from '../../lib/digest.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import { retryLost, startProcesses } from '../../library/child-processes.ts';
import { bodySettingsKey } from '../../library/content/bodies.ts';
import { compiledContentOf } from '../../library/content/compiled-content.ts';
import type { Environment } from '../../library/environment.ts';
import { listFiles } from '../../library/list-files.ts';
import type { Library } from '../../library/types.ts';
import type { CompilationTask } from './compile-pages.ts';

/** A page or an endpoint of the site. */
export interface PagePath {
  /** As in Astro's static paths: decoded, without a trailing slash. */
  pathname: string;
  route: RouteData;
  /** Undefined if the page is rendered in each build. */
  cacheKey?: string;
}

/** All pages of the site, compiled by Astro and ready to be rendered one by one. */
export interface Renderer {
  /**
   * Digest of everything besides the content that rendered pages depend on: the engine, and the names of the files that
   * pages load (these names contain hashes of the files). Articles in MDX count as content: page keys contain their
   * digests.
   */
  key: string;
  /** Holds the files that pages refer to: styles, scripts, fonts. */
  clientDirectory: string;
  listPaths(): Promise<PagePath[]>;
  render(page: PagePath): Promise<Uint8Array>;
}

type Entry = typeof import('./pages-entry.ts');

/** The sources that decide how pages are compiled. */
export const rendererSources = ['src', 'astro.config.mjs', 'package-lock.json'];
/**
 * The name of the file that is written last and so marks a complete renderer. It contains the name of the bundle's
 * entry; its mtime is when a build last used the renderer.
 */
const completionMark = 'complete';
const keptDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the renderer for a library: the one that an earlier build of the same engine left in `.cache/renderers/`, or a
 * new one that Astro and Vite compile now. A renderer contains no content except MDX, which compiles to code, and the words that the site replaces. See
 * docs/decisions/0007.
 */
export async function openRenderer(
  environment: Environment,
  library: Library,
  onProcessLost: () => void,
): Promise<Renderer> {
  const { engineDirectory, newsroomDirectory } = environment;
  const engineDigest = sourceDigest(engineDirectory, rendererSources);
  const renderersDirectory = path.join(newsroomDirectory, '.cache', 'renderers');
  const directory = path.join(renderersDirectory, digestText([engineDigest, ...compiledSources(library)].join('\n')));
  const mark = path.join(directory, completionMark);
  if (existsSync(mark)) {
    await utimes(mark, new Date(), new Date());
  } else {
    await retryLost(() => compile(environment, library, directory), onProcessLost);
    await removeUnused(renderersDirectory);
  }
  const entryFile = path.join(directory, 'bundle', await readFile(mark, 'utf8'));
  const entry = (await import(pathToFileURL(entryFile).href)) as Entry;
  const clientDirectory = path.join(directory, 'client');
  return {
    key: digestValue([engineDigest, entry.listAssets(), listFiles(clientDirectory).sort()]),
    clientDirectory,
    listPaths: () => entry.listPaths(),
    async render({ pathname, route }) {
      const ending = route.type === 'page' && !pathname.endsWith('/') ? '/' : '';
      const url = new URL(encodeURI(pathname) + ending, 'http://localhost');
      const response = await entry.render(new Request(url), route);
      if (response.status >= 400 && route.route !== '/404') {
        throw new Error(`${pathname} was rendered with the status ${response.status}.`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/**
 * Lists what the compiled content of a site depends on: replaced words, and settings and files in MDX. Empty without
 * both, so that all such sites share a renderer.
 */
function compiledSources(library: Library): string[] {
  const { settings, mdxFiles } = compiledContentOf(library);
  const labels = Object.keys(settings.labels).length === 0 ? [] : [`labels ${JSON.stringify(settings.labels)}`];
  if (mdxFiles.length === 0) return labels;
  const digests = new Map([...library.articles, ...library.pages].map(({ file, digest }) => [file, digest]));
  return [...labels, bodySettingsKey(settings), ...mdxFiles.map((file) => `${file} ${digests.get(file)}`)];
}

/**
 * Compiles into a temporary directory and renames it when it is complete, so that two builds can compile the same
 * renderer at the same time.
 */
async function compile(environment: Environment, library: Library, directory: string): Promise<void> {
  const temporary = `${directory}.${randomUUID()}`;
  await mkdir(temporary, { recursive: true });
  const processes = startProcesses(new URL('compile-pages.ts', import.meta.url), 1);
  try {
    const task: CompilationTask = { environment, directory: temporary, compiledContent: compiledContentOf(library) };
    const entryFile = await processes.run<CompilationTask, string>('compilePages', task);
    await writeFile(path.join(temporary, completionMark), entryFile);
    await rename(temporary, directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await processes.end();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes the renderers that no build has used for two weeks. */
async function removeUnused(renderersDirectory: string): Promise<void> {
  const oldest = Date.now() - keptDays * dayMs;
  for (const name of await readdir(renderersDirectory)) {
    const directory = path.join(renderersDirectory, name);
    const used = await stat(path.join(directory, completionMark)).catch(() => stat(directory));
    if (used.mtimeMs < oldest) await rm(directory, { recursive: true, force: true });
  }
}
