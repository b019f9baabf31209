import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, RouteData } from 'astro';
import type { Plugin } from 'vite';
import { digestText } from '../lib/digest.ts';
import { typesettingOf } from '../library/bodies.ts';
import type { Environment } from '../library/environment.ts';
import { sourceDigest } from '../library/fingerprint.ts';
import type { Library } from '../library/library.ts';
import { listFiles } from './output.ts';

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
  /** Digest of everything but the content that decides how a page is rendered. */
  key: string;
  /** Holds the files that pages refer to: styles, scripts, fonts. */
  clientDirectory: string;
  listPaths(): Promise<PagePath[]>;
  render(page: PagePath): Promise<Uint8Array>;
}

type Entry = typeof import('./renderer-entry.ts');

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
  const key = digestText([sourceDigest(projectDirectory, sources), ...compiledContent(library)].join('\n'));
  const shelf = path.join(projectDirectory, '.cache', 'renderers');
  const directory = path.join(shelf, key);
  const mark = path.join(directory, 'complete');
  if (existsSync(mark)) await utimes(mark, new Date(), new Date());
  else await compile(environment, shelf, key);
  const entryFile = path.join(directory, 'bundle', await readFile(mark, 'utf8'));
  const entry = (await import(pathToFileURL(entryFile).href)) as Entry;
  return {
    key,
    clientDirectory: path.join(directory, 'client'),
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

function compiledContent({ site, articles, pages }: Library): string[] {
  const compiled = [...articles, ...pages].filter(({ format }) => format === 'mdx');
  if (compiled.length === 0) return [];
  const settings = JSON.stringify([site.url, typesettingOf(site)]);
  return [settings, ...compiled.map(({ file, digest }) => `${file} ${digest}`)];
}

/** Builds into a directory of its own and gives it its name when it is whole, so that builds may race. */
async function compile({ projectDirectory }: Environment, shelf: string, key: string): Promise<void> {
  const { build } = await import('astro');
  const draft = path.join(shelf, `${key}.${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    await build({
      root: projectDirectory,
      logLevel: 'error',
      outDir: draft,
      publicDir: path.join(draft, 'nothing'),
      cacheDir: path.join(draft, 'astro'),
      integrations: [compileOnly(draft)],
    });
    await shortenScopes([path.join(draft, 'bundle'), path.join(draft, 'client')]);
    const entryFile = (await readdir(path.join(draft, 'bundle'))).find((name) => name.startsWith('prerender-entry'));
    if (entryFile === undefined) throw new Error('Astro made no entry to the bundle of pages.');
    await writeFile(path.join(draft, 'complete'), entryFile);
    await rename(draft, path.join(shelf, key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await removeUnused(shelf);
}

const scope = /data-astro-cid-[a-z\d]{8}/g;

/**
 * Gives the scopes of components short names, `data-1` and on, in all that was compiled: Astro's hashes stand on every element
 * and in every selector, nothing compresses them, and they are a tenth of what a reader loads of an article.
 */
async function shortenScopes(directories: readonly string[]): Promise<void> {
  const files = directories.flatMap((directory) => listFiles(directory).map((file) => path.join(directory, file)));
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(?:mjs|js|css)$/.test(name)))
    texts.set(file, await readFile(file, 'utf8'));
  const scopes = new Set([...texts.values()].flatMap((text) => text.match(scope) ?? []));
  const names = new Map([...scopes].sort().map((name, index) => [name, `data-${index + 1}`]));
  for (const [file, text] of texts) {
    const shortened = text.replace(scope, (name) => names.get(name) ?? name);
    if (shortened !== text) await writeFile(file, shortened);
  }
}

/** Lets Astro compile everything and render nothing; the bundle of the pages is kept in `bundle/`. */
function compileOnly(directory: string): AstroIntegration {
  const place = (name: string) => pathToFileURL(`${path.join(directory, name)}${path.sep}`);
  const entry: Plugin = {
    name: 'warraq:renderer-entry',
    configEnvironment: (name) =>
      name === 'prerender'
        ? {
            build: {
              rolldownOptions: {
                input: fileURLToPath(new URL('renderer-entry.ts', import.meta.url)),
              },
            },
          }
        : undefined,
  };
  return {
    name: 'warraq:renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          build: { client: place('client'), server: place('server') },
          vite: { plugins: [entry] },
        });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'warraq',
          entrypointResolution: 'auto',
          serverEntrypoint: 'astro/app/entrypoint',
          adapterFeatures: { buildOutput: 'static', preserveBuildClientDir: true, preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'warraq',
          async setup() {
            await cp(new URL('.prerender/', place('server')), place('bundle'), { recursive: true });
          },
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('Pages are rendered from the bundle.')),
        });
      },
    },
  };
}

async function removeUnused(shelf: string): Promise<void> {
  const oldest = Date.now() - keptDays * dayMs;
  for (const name of await readdir(shelf)) {
    const used = await stat(path.join(shelf, name, 'complete')).catch(() => stat(path.join(shelf, name)));
    if (used.mtimeMs < oldest) await rm(path.join(shelf, name), { recursive: true, force: true });
  }
}
