import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText, digestValue } from '../../lib/digest.ts';
import { sourceDigest } from '../../library/cache/fingerprint.ts';
import { packagesDigest } from '../../library/cache/installed-packages.ts';
import { retryLost, startProcesses } from '../../library/child-processes.ts';
import { bodySettingsKey } from '../../library/content/bodies.ts';
import { compiledContentOf } from '../../library/content/compiled-content.ts';
import type { Environment } from '../../library/environment.ts';
import { listFiles } from '../../library/list-files.ts';
import { compiledNames } from '../../library/theme/components.ts';
import type { Library } from '../../library/types.ts';
import { basePath } from '../../model/urls.ts';
import { type CompilationTask, isOfComponent } from './compile-pages.ts';
import { loadPages } from './compiled-pages.ts';
import { describeCompilation } from './component-errors.ts';
import type { RenderedPath } from './pages-entry.ts';

/** A page or an endpoint of the site. */
export interface PagePath extends RenderedPath {
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
  /** The absolute file of the bundle, from which another process can load the pages. */
  entryFile: string;
  listPaths(): Promise<PagePath[]>;
  render(page: RenderedPath): Promise<Uint8Array>;
}

/** The sources that decide how pages are compiled, besides the installed packages. */
export const rendererSources = ['src', 'astro.config.mjs'];
/**
 * The name of the file that is written last and so marks a complete renderer. It contains the name of the bundle's
 * entry; its mtime is when a build last used the renderer.
 */
const completionMark = 'complete';
const keptDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the renderer for a library: the one that an earlier build of the same engine left in the cache, or a new one that
 * Astro and Vite compile now. A renderer contains no content except MDX, which compiles to code, and the words that the
 * site replaces. See
 * docs/decisions/0007.
 */
export async function openRenderer(
  environment: Environment,
  library: Library,
  onProcessLost: () => void,
): Promise<Renderer> {
  const { engineDirectory, renderersDirectory } = environment;
  const engineDigest = `${sourceDigest(engineDirectory, rendererSources)} ${packagesDigest(engineDirectory)}`;
  const directory = path.join(renderersDirectory, digestText([engineDigest, ...compiledSources(library)].join('\n')));
  const mark = path.join(directory, completionMark);
  if (existsSync(mark)) {
    await utimes(mark, new Date(), new Date());
  } else {
    await retryLost(() => compile(environment, library, directory), onProcessLost);
    await removeUnused(renderersDirectory);
  }
  const entryFile = path.join(directory, 'bundle', await readFile(mark, 'utf8'));
  const { listPaths, listAssets, render } = await loadPages(entryFile, library.site, environment);
  const clientDirectory = path.join(directory, 'client');
  const names = compiledNames(library.components.files);
  // The keys of pages in MDX have the digest of the newsroom's components.
  const clientFiles = listFiles(clientDirectory).filter((file) => !isOfComponent(file, names));
  return {
    key: digestValue([engineDigest, listAssets(), clientFiles.sort()]),
    clientDirectory,
    entryFile,
    listPaths,
    render,
  };
}

/**
 * Lists what the compiled code of a site depends on: its base path, which the URLs of scripts, styles and fonts include,
 * the words that it replaces, and settings, components and files in MDX. Empty for sites at the root without these, so
 * that all of them share a renderer.
 */
function compiledSources(library: Library): string[] {
  const { settings, mdxFiles } = compiledContentOf(library);
  const { labels } = settings;
  const { digest: components } = library.components;
  const base = basePath(settings);
  const compiled = [
    ...(base === '' ? [] : [base]),
    ...(Object.keys(labels).length === 0 ? [] : [`labels ${JSON.stringify(labels)}`]),
  ];
  if (mdxFiles.length === 0 && components === '') return compiled;
  const digests = new Map([...library.articles, ...library.pages].map(({ file, digest }) => [file, digest]));
  return [
    ...compiled,
    components,
    bodySettingsKey(settings),
    ...mdxFiles.map((file) => `${file} ${digests.get(file)}`),
  ];
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
    const entryFile = await processes.run<CompilationTask, string>('compilePages', task).catch((error) => {
      throw describeCompilation(error, environment.contentDirectory) ?? error;
    });
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
