import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { digestText, digestValue } from '../../lib/digest.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import { bodySettingsKey } from '../../library/content/bodies.ts';
import { compiledContentOf } from '../../library/content/compiled-content.ts';
import type { Environment } from '../../library/environment.ts';
import type { Library } from '../../library/library.ts';
import { startProcesses } from '../../library/worker-processes.ts';
import { listFiles } from '../publish/output.ts';
import type { CompilationTask } from './compile-pages.ts';

/** One page or endpoint that the site has. */
export interface PagePath {
  /** As Astro gives it: decoded, without the slash at its end. */
  pathname: string;
  route: RouteData;
  /** Undefined where the page is to be rendered in each build. */
  cacheKey?: string;
}

/** All pages of the site, compiled by Astro and ready to be rendered one by one. */
export interface Renderer {
  /**
   * Digest of everything but the content that decides how a page is rendered: the engine, and the names, made of their contents,
   * of the files that pages load. Articles in MDX are content, as their digests stand in the keys of pages.
   */
  key: string;
  /** Holds the files that pages refer to: styles, scripts, fonts. */
  clientDirectory: string;
  listPaths(): Promise<PagePath[]>;
  render(page: PagePath): Promise<Uint8Array>;
}

type Entry = typeof import('./bundle-entry.ts');

/** Whatever of the project decides how pages are compiled. */
const sources = ['src', 'astro.config.mjs', 'package-lock.json'];
const keptDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The renderer for a library: the one that an earlier build of the same engine left in `.cache/renderers/`, or a new one,
 * made by Astro and Vite. Content is no part of it, except for MDX, which compiles to code. See docs/decisions/0007.
 */
export async function openRenderer(environment: Environment, library: Library): Promise<Renderer> {
  const { projectDirectory } = environment;
  const engine = sourceDigest(projectDirectory, sources);
  const name = digestText([engine, ...compiledSources(library)].join('\n'));
  const renderersDirectory = path.join(projectDirectory, '.cache', 'renderers');
  const directory = path.join(renderersDirectory, name);
  const mark = path.join(directory, 'complete');
  if (existsSync(mark)) await utimes(mark, new Date(), new Date());
  else await compile(projectDirectory, library, renderersDirectory, name);
  const entryFile = path.join(directory, 'bundle', await readFile(mark, 'utf8'));
  const entry = (await import(pathToFileURL(entryFile).href)) as Entry;
  const clientDirectory = path.join(directory, 'client');
  return {
    key: digestValue([engine, entry.listAssets(), listFiles(clientDirectory).sort()]),
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

/** Nothing where no content is compiled: sites without MDX share a renderer. */
function compiledSources(library: Library): string[] {
  const { settings, mdxFiles } = compiledContentOf(library);
  if (mdxFiles.length === 0) return [];
  const digests = new Map([...library.articles, ...library.pages].map(({ file, digest }) => [file, digest]));
  return [bodySettingsKey(settings), ...mdxFiles.map((file) => `${file} ${digests.get(file)}`)];
}

/** Builds into a directory of its own and gives it its name when it is whole, so that builds may race. */
async function compile(
  projectDirectory: string,
  library: Library,
  renderersDirectory: string,
  name: string,
): Promise<void> {
  const temporary = path.join(renderersDirectory, `${name}.${randomUUID()}`);
  await mkdir(temporary, { recursive: true });
  const processes = startProcesses(new URL('compile-pages.ts', import.meta.url), 1);
  try {
    const task: CompilationTask = { projectDirectory, directory: temporary, content: compiledContentOf(library) };
    await writeFile(
      path.join(temporary, 'complete'),
      await processes.run<CompilationTask, string>('compilePages', task),
    );
    await rename(temporary, path.join(renderersDirectory, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await processes.end();
    await rm(temporary, { recursive: true, force: true });
  }
  await removeUnused(renderersDirectory);
}

async function removeUnused(renderersDirectory: string): Promise<void> {
  const oldest = Date.now() - keptDays * dayMs;
  for (const name of await readdir(renderersDirectory)) {
    const used = await stat(path.join(renderersDirectory, name, 'complete')).catch(() =>
      stat(path.join(renderersDirectory, name)),
    );
    if (used.mtimeMs < oldest) await rm(path.join(renderersDirectory, name), { recursive: true, force: true });
  }
}
